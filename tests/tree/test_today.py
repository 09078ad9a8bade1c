"""What goes by today: worked out by hand, and for any days and answers by counting."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clausetree.report.source import Source
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.compare.trees import compare
from clausetree.tree.model import Measure, Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.shape import Uncovered
from clausetree.tree.today import as_of, moved
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
