"""Answers that are compared with each other: what is tried is held to all answers that readers can give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetree.report.source import Source
from clausetree.tree.again import unrolled
from clausetree.tree.answers import Answer, Detail, answers_with_targets
from clausetree.tree.checking.resolve import resolve
from clausetree.tree.checking.visits import expand
from clausetree.tree.condition import facts as condition_facts
from clausetree.tree.model import Compared, Measure, Ordered, Tree, asked_by
from clausetree.tree.ordered import beside, groups, joint_scale
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.paths.search_states import states_by_node
from clausetree.tree.paths.state_graph import state_graph
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import WHOLE, DateScale, NumberScale
from clausetree.tree.today import as_of, as_of_any_day, moved
from clausetree.tree.truth import is_fact, is_true
from clausetree.tree.walk import all_conditions, facts_by_question, walk
from tests.tree.readers import VERBS, read

SIGNS = ("<", "<=", ">", ">=", "is")
HEAD = 'tree small "Small"\n    policy verbs\n    basis clauses\n    start n0\n'

type Question = tuple[str, Sequence[str]]
"""The line that says what is asked for, and every answer."""


def small(questions: Sequence[str], conditions: Sequence[str]) -> str:
    """Return a tree that asks for these, and a duty for each condition."""
    targets = [*(f"n{at}" for at in range(1, len(questions))), "end"]
    blocks = [
        f'question n{at} "How much?"\n    {line}\n    then -> {target}\n'
        for at, (line, target) in enumerate(zip(questions, targets, strict=True))
    ]
    duties = "".join(f'    must you "Lock door {at}" (1.1) when {said}\n' for at, said in enumerate(conditions))
    return "\n".join([HEAD, *blocks, f'outcome end "End"\n{duties}'])


def verdicts(tree: Tree, every: Mapping[str, Sequence[Answer]]) -> set[tuple[bool, ...]]:
    """Return which conditions hold together for any of these answers to each question."""
    conditions = list(all_conditions(tree))
    sets = (dict(zip(every, some, strict=True)) for some in product(*every.values()))
    return {tuple(is_true(condition, answers) for condition in conditions) for answers in sets}


def tried(tree: Tree, detail: Detail = Detail.REPRESENTATIVES) -> dict[str, list[Answer]]:
    facts = facts_by_question(tree)
    return {
        node.id: [answer for answer, _ in answers_with_targets(node, facts[node.id], detail)]
        for node in tree.nodes
        if isinstance(node, Measure)
    }


@st.composite
def numbers(draw: st.DrawFn) -> Question:
    places = draw(st.integers(0, 1))
    least = draw(st.integers(-3, 6))
    most = least + draw(st.integers(1, 3 if places == 0 else 13))
    texts = [f"{one / 10:.1f}" if places else str(one) for one in range(least, most + 1)]
    return f"number {texts[0]} to {texts[-1]}", texts


@st.composite
def compared_numbers(draw: st.DrawFn) -> tuple[str, dict[str, list[Answer]]]:
    asked = draw(st.lists(numbers(), min_size=2, max_size=3))
    pairs = [(one, other) for one in range(len(asked)) for other in range(len(asked)) if one != other]
    said = [
        f"n{one} {draw(st.sampled_from(SIGNS))} n{other}"
        for one, other in draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=3))
    ]
    for at, (_, texts) in enumerate(asked):
        limits = draw(st.lists(st.sampled_from(texts), max_size=1))
        said += [f"n{at} {draw(st.sampled_from(SIGNS))} {limit}" for limit in limits]
    every = {f"n{at}": [frozenset({kept(text)}) for text in texts] for at, (_, texts) in enumerate(asked)}
    return small([line for line, _ in asked], said), every


def kept(text: str) -> str:
    return text.removesuffix(".0").replace("-0", "0") if text.endswith(".0") else text


@given(compared_numbers(), st.sampled_from([Detail.REPRESENTATIVES, Detail.LIMITS]))
def test_what_is_tried_decides_as_all_answers_do(
    drawn: tuple[str, dict[str, list[Answer]]], detail: Detail
) -> None:
    text, every = drawn
    tree = read(text)[1]
    assert verdicts(tree, tried(tree, detail)) == verdicts(tree, every)


FIRST = date(2026, 3, 1)
DAYS = [(FIRST + timedelta(days)).isoformat() for days in range(12)]


@st.composite
def compared_dates(draw: st.DrawFn) -> str:
    """Return a tree of two or three dates that are compared, and that go by today, one way or the other."""
    kind = draw(st.sampled_from(["until", "from", "days"]))
    lines: list[str] = []
    for _ in range(draw(st.integers(2, 3))):
        least, most = sorted(
            draw(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda two: two[0] != two[1]))
        )
        fixed = kind != "days" and draw(st.integers(0, 2)) == 0
        first, last = DAYS[least], DAYS[most + 3]
        lines.append(
            f"date {first} to {last}"
            if fixed
            else f"date today to {last}"
            if kind == "from"
            else f"date {first} to today"
        )
    pairs = [(one, other) for one in range(len(lines)) for other in range(len(lines)) if one != other]
    said = [
        f"n{one} {draw(st.sampled_from(SIGNS))} n{other}"
        for one, other in draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=3))
    ]
    for at, _ in enumerate(lines):
        if draw(st.booleans()):
            sign = draw(st.sampled_from(SIGNS))
            days = draw(st.integers(0, 3))
            said.append(f"days since n{at} {sign} {days}" if kind == "days" else f"n{at} {sign} {DAYS[4]}")
    return small(lines, said)


def as_it_may_be(text: str) -> Tree | None:
    """Return a tree, or None where its bounds or limits are refused."""
    syntax, _ = parse_tree(Source("small.tree", text))
    assert syntax
    return resolve(syntax, VERBS, {})[0]


def on_day(tree: Tree, day: date) -> dict[str, list[Answer]] | None:
    """Return every answer that can be given on a day; None where one question takes none."""
    found: dict[str, list[Answer]] = {}
    for node in as_of(tree, day.toordinal()).nodes:
        if isinstance(node, Measure):
            days = range(node.least, node.most + 1)
            found[node.id] = [frozenset({date.fromordinal(one).isoformat()}) for one in days]
    return found if all(found.values()) else None


@settings(deadline=None)
@given(compared_dates())
def test_the_day_of_the_checks_has_room_for_all_that_can_be_on_any_day(text: str) -> None:
    tree = as_it_may_be(text)
    if tree is None:
        return
    any_day = verdicts(tree, tried(tree))
    for days in range(-2, 16):
        day = FIRST + timedelta(days)
        every = on_day(tree, day)
        if every is None:
            continue
        here = as_of(tree, day.toordinal())
        assert verdicts(here, every) <= any_day
        # A scenario says the day; its answers are moved to the day of the checks, and nothing changes by that.
        conditions, there = list(all_conditions(here)), list(all_conditions(tree))
        for some in product(*(one[:: max(1, len(one) // 4)] for one in every.values())):
            answers = dict(zip(every, some, strict=True))
            ours = moved(tree, answers, day.toordinal())
            assert [is_true(one, answers) for one in conditions] == [is_true(one, ours) for one in there]
            for name, answer in ours.items():
                node = tree.node(name)
                assert isinstance(node, Measure)
                (given_,) = answer
                assert node.least <= date.fromisoformat(given_).toordinal() <= node.most


def test_groups_are_joined_by_what_both_are_compared_with() -> None:
    assert set(groups([("a", "b"), ("c", "d"), ("e", "b")])) == {frozenset("abe"), frozenset("cd")}
    assert groups([("a", "b"), ("c", "d"), ("b", "c")]) == [frozenset("abcd")]


def test_scales_are_joined_where_amounts_are_of_one_kind() -> None:
    pounds, euros = NumberScale(2, "£"), NumberScale(2, "€")
    assert joint_scale(WHOLE, NumberScale(2)) == NumberScale(2)
    assert joint_scale(pounds, pounds) == pounds
    assert joint_scale(pounds, euros) is None
    assert joint_scale(pounds, WHOLE) is None
    assert joint_scale(DateScale.DATE_AND_TIME, DateScale.DATE) is DateScale.DATE
    assert joint_scale(DateScale.DATE, WHOLE) is None


@pytest.mark.parametrize(
    ("sign", "stands"),
    [
        ("<", [("1", "2")]),
        ("<=", [("1", "2"), ("2", "2"), ("2.50", "2.5")]),
        (">", [("3", "2.5")]),
        (">=", [("2", "2"), ("2.50", "2.5"), ("3", "2.5")]),
        ("is", [("2.50", "2.5"), ("2", "2")]),
    ],
)
def test_how_an_answer_stands_to_another(sign: str, stands: list[tuple[str, str]]) -> None:
    fact = Ordered("one", Sign(sign), NumberScale(2), "other")
    pairs = [("1", "2"), ("2", "2"), ("2.50", "2.5"), ("3", "2.5")]
    assert [pair for pair in pairs if is_fact(fact, *(frozenset({text}) for text in pair))] == [
        pair for pair in pairs if pair in stands
    ]


def test_nothing_is_true_of_two_answers_of_which_one_was_not_given() -> None:
    for sign in Sign:
        fact = Ordered("one", sign, WHOLE, "other")
        assert not is_fact(fact, frozenset({"1"}))
        assert not is_fact(fact, frozenset(), frozenset({"1"}))


def test_of_a_date_and_a_time_the_day_is_compared() -> None:
    fact = Ordered("one", Sign.IS, DateScale.DATE, "other")
    assert is_fact(fact, frozenset({"2026-03-01T23:59"}), frozenset({"2026-03-01"}))


def test_a_sign_is_seen_beside_the_place_at_which_it_turns() -> None:
    assert beside(Sign.LESS) == beside(Sign.AT_LEAST) == (Sign.LESS, Sign.IS)
    assert beside(Sign.MORE) == beside(Sign.AT_MOST) == (Sign.IS, Sign.MORE)
    assert beside(Sign.IS) == (Sign.LESS, Sign.IS, Sign.MORE)


def test_the_lowest_answers_of_each_stretch_stand_for_all() -> None:
    """Both are 0 to 9: two answers are enough, since nothing goes by more than their order."""
    tree = read(small(["number 0 to 9", "number 0 to 9"], ["n0 < n1"]))[1]
    assert tried(tree) == {name: [frozenset({"0"}), frozenset({"1"})] for name in ("n0", "n1")}
    # With bounds from 5 on, what lies below 5 is one stretch, in which the one answer is alone.
    apart = read(small(["number 0 to 9", "number 5 to 20"], ["n0 < n1"]))[1]
    assert [sorted(int(one) for (one,) in answers) for answers in tried(apart).values()] == [
        [0, 5, 6],
        [5, 6, 10],
    ]


def test_the_graph_has_every_order_of_two_amounts() -> None:
    tree = read(small(["number 0 to 9", "number 0 to 9"], ["n0 < n1", "n0 is n1"]))[1]
    assert state_graph(tree).count() == 4  # of two answers to each


def test_a_limit_is_no_comparison() -> None:
    tree = read(small(["number 0 to 9", "number 0 to 9"], ["n0 < 5", "n1 > 3"]))[1]
    assert {type(fact) for facts in facts_by_question(tree).values() for fact in facts} == {Compared}
    assert as_of_any_day(tree) == tree


AGAIN = (
    HEAD
    + """
question n0 "How much was approved?"
    number 0 to 9
    then -> n1

question n1 "How much is it?"
    number 0 to 9
    then -> sort

route sort
    when n1 > n0 -> n1 up to 2 times, then -> end
    otherwise -> end

outcome end "End"
    must you "Lock the door" (1.1) when n1 > n0
"""
)


@pytest.mark.parametrize(("given_", "due"), [("5", False), ("6", True)])
def test_the_last_answer_is_compared_of_what_is_asked_again(given_: str, due: bool) -> None:
    tree = unrolled(read(AGAIN)[1])
    second = tree.copies[0].id if tree.original(tree.copies[0].id) == "n1" else tree.copies[1].id
    answers = {"n0": frozenset({"5"}), "n1": frozenset({"9"}), second: frozenset({given_})}
    path = walk(tree, answers)
    assert path.at.id == "end"
    assert bool(path.duties) is due
    (_, known) = max(((len(one), dict(one)) for one in states_by_node(tree)["end"]), key=lambda pair: pair[0])
    assert set(known) == {"n0", "n1"}


def test_questions_of_a_visited_tree_are_compared_under_their_own_names() -> None:
    inner = read(small(["number 0 to 9", "number 0 to 9"], ["n0 < n1"]).replace("tree small", "tree inner"))[1]
    outer = HEAD.replace("small", "outer").replace("start n0", "start inner")
    outer += '\nvisit inner then -> done\n\noutcome done "Done"\n'
    syntax, _ = parse_tree(Source("outer.tree", outer))
    assert syntax
    tree = resolve(syntax, VERBS, {"inner": "Inner"})[0]
    assert tree
    whole = expand(tree, {"inner": inner})
    ordered = [fact for condition in all_conditions(whole) for fact in condition_facts(condition)]
    assert [asked_by(fact) for fact in ordered] == [
        tuple(node.id for node in whole.nodes if isinstance(node, Measure))
    ]
