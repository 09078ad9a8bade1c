"""What goes by today: worked out by hand, and for any days and answers by counting."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.report.source import Source
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.compare.trees import compare
from clausetree.tree.model import Measure, Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.shape import Uncovered
from clausetree.tree.today import as_of, as_of_same_day, moved
from clausetree.tree.walk import walk

from .readers import VERBS, read

SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "is": operator.eq}
FIRST, LAST = date(2024, 2, 1), date(2025, 12, 31)
"""The bounds of both questions. Today may be before the last of them, and after."""


@dataclass(frozen=True)
class Limit:
    """How many days ago the first was (or, where `ago` is false, which day the second is), held to a limit."""

    sign: str
    days: int
    ago: bool

    @property
    def written(self) -> str:
        if self.ago:
            return f"days since seen {self.sign} {self.days}"
        return f"meeting {self.sign} {FIRST + timedelta(200 + self.days)}"

    def holds(self, today: date, seen: date, meeting: date) -> bool:
        if self.ago:
            return bool(SIGNS[self.sign]((today - seen).days, self.days))
        return bool(SIGNS[self.sign](meeting, FIRST + timedelta(200 + self.days)))


limits = st.builds(Limit, st.sampled_from([*SIGNS]), st.integers(0, 40), st.booleans())


def tree_of(first: Limit, second: Limit) -> Tree:
    _, tree = read(f"""\
tree small "Small"
    policy verbs
    basis clauses
    start seen

question seen "When?"
    date {FIRST} to today
    then -> meeting

question meeting "When?"
    date today to {LAST}
    then -> sort

route sort
    when {first.written} and {second.written} -> both
    when {first.written} and not {second.written} -> one
    when not {first.written} and {second.written} -> other
    otherwise -> neither

outcome both "Both"

outcome one "One"

outcome other "Other"

outcome neither "Neither"
""")
    return tree


@given(limits, limits, st.integers(0, 600), st.data())
def test_days_are_counted_from_the_answer_to_the_day_on_which_it_is_given(
    first: Limit, second: Limit, ago: int, data: st.DataObject
) -> None:
    today = FIRST + timedelta(ago)
    seen = FIRST + timedelta(data.draw(st.integers(0, ago)))
    meeting = today + timedelta(data.draw(st.integers(0, (LAST - today).days)))
    tree = tree_of(first, second)
    answers = {"seen": frozenset({str(seen)}), "meeting": frozenset({str(meeting)})}
    holds = first.holds(today, seen, meeting), second.holds(today, seen, meeting)
    expected = {(True, True): "both", (True, False): "one", (False, True): "other", (False, False): "neither"}
    assert walk(as_of(tree, today.toordinal()), answers).at.id == expected[holds]
    # The day that checks take knows every way: that is what makes them sound.
    assert walk(tree, moved(tree, answers, today.toordinal())).at.id == expected[holds]


@given(limits, limits, st.integers(0, 600))
def test_nobody_answers_with_a_day_that_is_not_yet_or_not_any_more(
    first: Limit, second: Limit, ago: int
) -> None:
    today = FIRST + timedelta(ago)
    tree = as_of(tree_of(first, second), today.toordinal())
    tomorrow = {"seen": frozenset({str(today + timedelta(1))})}
    assert walk(tree, tomorrow).dropped == ("seen",)
    gone = {"seen": frozenset({str(today)}), "meeting": frozenset({str(today - timedelta(1))})}
    assert walk(tree, gone).dropped == ("meeting",)


def test_a_tree_that_does_not_go_by_today_is_the_same_on_every_day() -> None:
    text = 'tree small "Small"\n    policy verbs\n    basis clauses\n    start end\n\noutcome end "End"\n'
    _, tree = read(text)
    assert tree.today is None
    assert as_of(tree, date(2026, 5, 4).toordinal()) is tree


DAYS = """\
tree small "Small"
    policy verbs
    basis clauses
    start seen

question seen "When?"
    date 2024-01-01 to today
    then -> sort

route sort
    when days since seen > {} -> late
    when days since seen <= {} -> fine

outcome late "Late"

outcome fine "Fine"
"""


def test_versions_are_compared_on_one_day() -> None:
    (_, before), (_, after) = read(DAYS.format(5, 5)), read(DAYS.format(50, 50))
    assert before.today != after.today
    assert compare(before, read(DAYS.format(5, 5))[1]) == []
    told = {type(change).__name__ for change in compare(before, after)}
    assert "RouteChanged" in told
    node = after.node("seen")
    assert isinstance(node, Measure)
    assert not any(name.startswith("Question") for name in told)


def test_a_number_of_days_that_no_line_has_is_told_with_an_example_and_its_day() -> None:
    syntax, _ = parse_tree(Source("small.tree", DAYS.format(5, 4)))
    assert syntax
    _, problems = check_tree(syntax, VERBS, {})
    (uncovered,) = problems
    assert isinstance(uncovered, Uncovered)
    told = dict(line.split(": ") for line in uncovered.example)
    assert (date.fromisoformat(told["today"]) - date.fromisoformat(told["seen"])).days == 5


SEVERAL = """\
tree several "Several"
    policy verbs
    basis clauses
    start kind

question kind "Which?"
    option one "One" -> born
    option two "Two" -> born

question born "When?"
    date 2000-01-01 to today
    then -> booked

question booked "When?"
    date today to 2027-03-01
    then -> due

question due "When?"
    date today to 2026-03-01
    then -> age

question age "How old?"
    number 0 to 120
    then -> tell

step tell "Tell"
    must you "Lock the door" (1.1) when days since born > {days}
    must you "Lock the gate" (1.1) when age > 17
    must you "Lock it" (1.1) when booked > 2026-12-31
    must you "Lock all" (1.1) when due is 2026-02-01
    must you "Lock none" (1.1) when kind is one
    then -> end

outcome end "End"
"""


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def bounds(tree: Tree, question: str) -> tuple[int, int]:
    node = tree.node(question)
    assert isinstance(node, Measure)
    return node.least, node.most


def due(tree: Tree, **answers: str) -> list[str]:
    given = {question: frozenset({answer}) for question, answer in answers.items()}
    return [duty.what.text for duty in walk(tree, given).duties]


def test_the_day_of_the_checks_is_the_first_that_has_room_for_every_limit() -> None:
    _, tree = read(SEVERAL.format(days=100))
    assert tree.today == day("2000-01-01") + 102
    assert bounds(tree, "born") == (day("2000-01-01"), tree.today)
    assert bounds(tree, "booked") == (day("2026-12-31") - 2, day("2027-03-01"))
    assert bounds(tree, "due") == (day("2026-02-01") - 2, day("2026-03-01"))
    assert bounds(tree, "age") == (0, 120)


@pytest.mark.parametrize(
    ("last", "condition", "today"),
    [
        ("date 2024-01-01 to today", "seen > 2024-06-30", "2024-07-02"),
        ("date 2024-01-01 to today", "seen is today", "2024-01-03"),
        ("date and time 2024-01-01 to today", "days since seen >= 9", "2024-01-12"),
        ("date today to 2026-12-31", "seen > 2026-06-30", "2026-12-31"),
    ],
)
def test_the_day_of_the_checks_by_hand(last: str, condition: str, today: str) -> None:
    text = DAYS.replace("date 2024-01-01 to today", last)
    text = text.replace("days since seen > {}", condition).replace("days since seen <= {}", f"not {condition}")
    assert read(text)[1].today == day(today)


def test_a_question_without_limits_has_two_days_to_choose_from() -> None:
    text = DAYS.replace("then -> sort", "then -> late")
    tree = read(text.split("route sort")[0] + 'outcome late "Late"\n')[1]
    assert tree.today == day("2024-01-02")


def test_all_else_stays_as_it_is_on_another_day() -> None:
    _, tree = read(SEVERAL.format(days=100))
    later = as_of(tree, day("2026-01-15"))
    assert bounds(later, "born") == (day("2000-01-01"), day("2026-01-15"))
    assert bounds(later, "booked") == (day("2026-01-15"), day("2027-03-01"))
    assert bounds(later, "age") == (0, 120)
    answers = {"kind": "one", "booked": "2027-01-01", "due": "2026-02-01", "age": "18"}
    common = ["Lock the gate", "Lock it", "Lock all", "Lock none"]
    assert due(later, born="2025-10-06", **answers) == ["Lock the door", *common]
    assert due(later, born="2025-10-07", **answers) == common
    assert later.node("kind") is tree.node("kind")
    assert later.node("end") == tree.node("end")


def test_answers_are_moved_only_where_they_go_by_the_day() -> None:
    _, tree = read(SEVERAL.format(days=100))
    assert tree.today
    written = {"kind": "one", "born": "2026-01-05", "booked": "2026-01-20", "due": "2026-02-01", "age": "18"}
    answers = {question: frozenset({answer}) for question, answer in written.items()}
    found = moved(tree, {**answers, "tell": frozenset({"done"})}, day("2026-01-15"))
    ten_days_before = date.fromordinal(tree.today - 10).isoformat()
    assert found == {
        **answers,
        "born": frozenset({ten_days_before}),
        "booked": frozenset({"2026-12-29"}),
        "tell": frozenset({"done"}),
    }
    _, timeless = read(
        DAYS.replace("to today", "to 2026-12-31")
        .replace("days since seen", "seen")
        .format("2026-01-01", "2026-01-01")
    )
    assert moved(timeless, answers, day("2026-01-15")) is answers
    assert as_of_same_day(timeless, timeless) == (timeless, timeless)


def test_versions_have_one_day_and_one_first_day_of_those_to_come() -> None:
    (_, before), (_, after) = read(SEVERAL.format(days=100)), read(SEVERAL.format(days=200))
    older, newer = as_of_same_day(before, after)
    assert older.today == newer.today == after.today
    assert bounds(older, "born") == bounds(newer, "born") == (day("2000-01-01"), day("2000-01-01") + 202)
    assert bounds(older, "booked")[0] == bounds(newer, "due")[0] == day("2026-02-01") - 2
    _, timeless = read(
        DAYS.replace("to today", "to 2026-12-31")
        .replace("days since seen", "seen")
        .format("2026-01-01", "2026-01-01")
    )
    assert as_of_same_day(timeless, after)[1].today == after.today


@pytest.mark.parametrize(
    ("bounds", "condition"),
    [
        ("2024-01-01 to today", "days since seen > 20260101"),
        ("2024-01-01 to today", "seen <= 9999-12-31"),
        ("9999-12-31 to today", "seen is today"),
        ("today to 2030-01-01", "seen < 0001-01-01"),
    ],
)
def test_limits_at_the_ends_of_time_are_checked_like_others(bounds: str, condition: str) -> None:
    text = DAYS.replace("2024-01-01 to today", bounds)
    text = text.replace("days since seen > {}", condition).replace("days since seen <= {}", f"not {condition}")
    syntax, _ = parse_tree(Source("small.tree", text))
    assert syntax
    check_tree(syntax, VERBS, {})
