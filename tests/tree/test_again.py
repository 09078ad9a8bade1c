"""What readers go through again: each is followed on the tree as it is drawn, and counted in another way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import pytest
from hypothesis import assume, given, settings

from clausetree.report.source import Source
from clausetree.tree.again import folded, unrolled
from clausetree.tree.answers import Answer
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.checking.flow import check_again, edges_of
from clausetree.tree.due import due_texts
from clausetree.tree.model import Again, OneOf, Outcome, Route, Tree, Visit, duties
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.paths.search_states import states_by_node
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.shape import Loop, PassagesCross, Uncovered
from clausetree.tree.procedures import Procedures
from clausetree.tree.truth import is_true
from clausetree.tree.walk import applies, conditions, known_at, possible_answers, walk
from clausetree.tree.wire import from_wire, to_wire

from .readers import VERBS, bare_moves, read
from .small_trees import again_tree

HEAD = """\
tree asking "Asking"
    policy verbs
    basis clauses
    start ask
    total tries "Times that you asked"

step ask "Ask"
    then -> how

question how "How did you ask?"
    option call "By telephone" -> replied
    option letter "By letter" -> when-sent

question when-sent "How many days ago did you write?"
    number 0 to 99
    then -> replied

question replied "Was there an answer?"
    option yes "Yes" -> weigh
    option no "No" adds 1 to tries -> ask up to 3 times, then -> give-up

route weigh
    when when-sent > 5 -> late
    otherwise -> answered

outcome late "An answer, late"
outcome answered "An answer"
    must you "Lock the door" (1.1) when how is letter
outcome give-up "No answer"
"""


def at_end(tree: Tree, *given: str) -> str:
    """Return where answers lead that are given one after the other, each to the question whose turn it is."""
    answers: dict[str, Answer] = {}
    left = list(given)
    while not isinstance(node := walk(tree, answers).at, Outcome):
        answers[node.id] = frozenset({left.pop(0) if isinstance(node, OneOf) or "sent" in node.id else "done"})
    assert not left
    return node.id


@pytest.mark.parametrize(
    ("given", "end"),
    [
        (["call", "yes"], "answered"),
        (["letter", "6", "yes"], "late"),
        (["letter", "6", "no", "letter", "2", "yes"], "answered"),
        (["call", "no", "letter", "6", "yes"], "late"),
        # What was written the time before does not count.
        (["letter", "6", "no", "call", "yes"], "answered"),
        (["call", "no", "call", "no", "letter", "6", "yes"], "late"),
        (["call", "no", "call", "no", "call", "no"], "give-up"),
    ],
    ids=" ".join,
)
def test_what_counts_is_what_was_said_the_last_time(given: list[str], end: str) -> None:
    assert at_end(unrolled(read(HEAD)[1]), *given) == end


def test_totals_go_on_from_one_time_to_the_next() -> None:
    tree = unrolled(read(HEAD)[1])
    said = ["ask", "how", "replied", "ask---2", "how---2", "replied---2", "ask---3", "how---3", "replied---3"]
    words = {"ask": "done", "how": "call", "replied": "no"}
    way = walk(tree, {name: frozenset({words[name.partition("-")[0]]}) for name in said})
    assert way.at.id == "give-up"
    assert way.totals == {"tries": frozenset({"3"})}


def test_a_passage_within_a_passage_is_gone_through_each_time_anew() -> None:
    text = """\
tree small "Small"
    policy verbs
    basis clauses
    start child
question child "Is the child ill?"
    option yes "Yes" -> ring
    option no "No" -> another
step ring "Ring"
    then -> reached
question reached "Did you reach anybody?"
    option yes "Yes" -> another
    option no "No" -> ring up to 2 times, then -> another
question another "Is there another child?"
    option yes "Yes" -> child up to 2 times, then -> end
    option no "No" -> end
outcome end "End"
"""
    tree = unrolled(read(text)[1])
    assert len({node.id for node in tree.nodes}) == len(tree.nodes)
    # A child, two calls with their answers, another child: six nodes, twice, and the end.
    assert len(tree.nodes) == 13
    assert folded(tree) == read(text)[1]
    longest = max(trails(tree), key=lambda trail: len(trail.met))
    assert [name for name, _ in longest.met] == [
        *("child", "ring", "reached", "ring", "reached", "another"),
        *("child", "ring", "reached", "ring", "reached", "another", "end"),
    ]


def test_who_waits_before_another_call_may_do_so_for_each_child() -> None:
    """The hour is met on the way back alone, and lies in the passage around that all the same."""
    text = ROUND.format(weigh="more", then="more").replace("-> ring up to", "-> hour up to")
    text += """
wait hour "Wait an hour"
    then -> ring

question more "Is there another child?"
    option yes "Yes" -> ring up to 2 times, then -> end
    option no "No" -> end
"""
    text = text.replace("start ring", "start child").replace("-> ring up to 2", "-> child up to 2")
    text += """
question child "Which child?"
    option older "The older one" -> ring
    option younger "The younger one" -> ring
"""
    assert not [one for one in problems(text) if isinstance(one, PassagesCross)]
    tree = unrolled(read(text)[1])
    assert len({node.id for node in tree.nodes}) == len(tree.nodes)
    longest = max(trails(tree), key=lambda trail: len(trail.met))
    names = [name for name, _ in longest.met]
    each = ["child", "ring", "reached", *["hour", "ring", "reached"] * 3, "more"]
    assert names == [*each, *each, "end"]


def test_a_deadline_goes_by_no_answer_of_an_earlier_time() -> None:
    text = """\
tree small "Small"
    policy time-limits
    basis clauses
    start child
question child "Did you see the child?"
    option yes "Yes" -> seen
    option no "No" -> report
question seen "When?"
    date 2026-01-01 to 2026-06-30
    then -> report
step report "Report"
    must you "Report it" within 72 hours of seen (1.1)
    then -> another
question another "Is there another child?"
    option yes "Yes" -> child up to 3 times, then -> end
    option no "No" -> end
outcome end "End"
"""
    tree = unrolled(read(text.replace("72 hours", "3 days"))[1])
    said = {"child": "yes", "seen": "2026-01-05", "report": "done", "another": "yes"}
    said |= {"child---2": "no", "report---2": "done", "another---2": "yes"}
    said |= {"child---3": "yes", "seen---3": "2026-02-02", "report---3": "done", "another---3": "no"}
    way = walk(tree, {name: frozenset({answer}) for name, answer in said.items()})
    due = [list(due_texts(tree, duties(node), way.answers, None)) for node in way.nodes if duties(node)]
    assert due == [["2026-01-08"], [], ["2026-02-05"]]


def test_a_step_on_the_way_back_comes_as_often_as_it_says(examples: Procedures) -> None:
    procedure = examples.find("no-word-from-her")
    assert procedure
    tree, said = procedure.tree, {"rung": "2026-03-01T17:00", "answered": "no"}
    names = ["tell", "rung", "answered"]
    names += [f"{name}---{time}" for time in (2, 3, 4) for name in ("hour", "rung", "answered")]
    way = walk(tree, {name: frozenset({said.get(name.partition("-")[0], "done")}) for name in names})
    assert [tree.original(node.id) for node in way.nodes].count("hour") == 3
    assert [tree.times(f"hour---{copy}") for copy in (2, 3, 4)] == [(1,), (2,), (3,)]
    assert [tree.times(f"rung---{copy}") for copy in (2, 3, 4)] == [(2,), (3,), (4,)]
    assert way.at.id == "go"


def test_a_scenario_answers_as_of_its_own_day_each_time() -> None:
    text = """\
tree small "Small"
    policy verbs
    basis clauses
    start visited

question visited "When did you visit?"
    date 2026-01-01 to today
    then -> seen

question seen "Was anybody there?"
    option yes "Yes" -> over
    option no "No" -> visited up to 2 times, then -> over

outcome over "Over"

scenario "Twice, months after the first day of all"
    today is 2026-05-08
    visited is 2026-05-06, then 2026-05-08
    seen is no, then no
    ends over

scenario "Once"
    today is 2026-05-08
    visited is 2026-05-06
    seen is yes
    ends over
"""
    assert problems(text) == []


ROUND = """\
tree small "Small"
    policy verbs
    basis clauses
    start ring
    total calls "the calls"

step ring "Ring"
    then -> reached

question reached "Did you reach anybody?"
    option yes "Yes" -> {weigh}
    option no "No" adds 1 to calls -> ring up to 3 times, then -> {then}

outcome end "End"
"""


def problems(text: str) -> list[TreeProblem]:
    syntax, _ = parse_tree(Source("small.tree", text))
    assert syntax
    return check_tree(syntax, VERBS, {})[1]


def test_a_circle_in_a_passage_is_told_once_and_in_the_names_of_its_author() -> None:
    """The second time through there is another circle, in copies alone."""
    text = ROUND.format(weigh="end", then="more").replace("start ring", "start here")
    text += """
question here "Is anybody here?"
    option yes "Yes" -> ring
    option no "No" -> more

question more "Is there anybody else?"
    option yes "Yes" -> here up to 2 times, then -> end
    option no "No" -> end
"""
    text = text.replace("-> ring up to 3 times, then -> more", "-> ring")
    text = text.replace('option yes "Yes" -> end', 'option yes "Yes" -> more')
    assert [(one.nodes, one.example) for one in problems(text) if isinstance(one, Loop)] == [
        (("ring", "reached"), ("reached: no",))
    ]


def test_a_circle_that_the_last_time_leads_to_has_the_answers_of_each_time() -> None:
    text = ROUND.format(weigh="end", then="first").replace("start ring", "start first")
    text += """
question first "Is there a number?"
    option a "A" -> ring
    option b "B" -> end
"""
    assert [(one.nodes, one.example) for one in problems(text) if isinstance(one, Loop)] == [
        (("ring", "reached", "first"), ("first: a", "reached: no, then no, then no"))
    ]


def test_a_case_that_a_route_lacks_is_told_with_the_answers_of_each_time() -> None:
    text = ROUND.format(weigh="weigh", then="end")
    text += """
route weigh
    when calls < 2 -> end
"""
    assert [one.example for one in problems(text) if isinstance(one, Uncovered)] == [
        ("reached: no, then no, then yes", "calls: 2")
    ]


@dataclass(frozen=True)
class Trail:
    """The nodes that a reader met and what she said there, what she was told, and what it added up to."""

    met: tuple[tuple[str, Answer], ...]
    told: frozenset[str]
    totals: frozenset[tuple[str, Answer]]


def trails(tree: Tree) -> set[Trail]:
    """Return what each reader of a tree meets whose answers are followed one by one."""
    found: set[Trail] = set()
    waiting: list[dict[str, Answer]] = [{}]
    while waiting:
        answers = waiting.pop()
        way = walk(tree, answers)
        if isinstance(way.at, Outcome | Route | Visit):
            met = ((tree.original(node.id), way.answers.get(node.id, frozenset())) for node in way.nodes)
            told = frozenset(duty.what.text for duty in way.duties)
            totals = known_at(tree, answers, way.at.id)
            sums = frozenset((one.id, totals[one.id]) for one in tree.totals)
            found.add(Trail(tuple(met), told, sums))
        else:
            waiting += [{**answers, way.at.id: one} for one in possible_answers(tree, way.at)]
    return found


@dataclass(frozen=True)
class Place:
    """Where a reader stands on the drawing, and how often she has begun each passage."""

    at: str
    said: frozenset[tuple[str, Answer]]
    sums: frozenset[tuple[str, int]]
    begun: frozenset[tuple[str, int]]
    met: tuple[tuple[str, Answer], ...] = ()
    told: frozenset[str] = frozenset()
    forgets: tuple[str, frozenset[str]] = ("", frozenset())
    """Where she begins anew who is on the way back, and what she has said of which nothing counts then."""

    @property
    def known(self) -> dict[str, Answer]:
        return dict(self.said) | {name: frozenset({str(amount)}) for name, amount in self.sums}


def places(tree: Tree) -> Iterator[Place]:
    """Yield where each reader of a drawing comes to. `tree` is as it is written: arrows lead back in it."""
    again = {(one.source, one.target): one for one in tree.again}
    sums = frozenset((total.id, 0) for total in tree.totals)
    waiting = [Place(tree.start, frozenset(), sums, frozenset())]
    while waiting:
        place = waiting.pop()
        if place.at == place.forgets[0]:
            said = frozenset((name, answer) for name, answer in place.said if name not in place.forgets[1])
            place = replace(place, said=said, forgets=("", frozenset()))
        node = tree.node(place.at)
        due = {duty.what.text for duty in duties(node) if applies(duty, place.known)}
        place = replace(place, told=place.told | due)
        yield place
        if isinstance(node, Route):
            onward = [(to, place.said) for to in _open(node, place)]
        else:
            onward = [*bare_moves(tree, place.at, place.said)]
        for target, said in onward:
            answer = next((one for _, one in said - place.said), frozenset[str]())
            more = replace(
                place,
                said=said,
                met=(*place.met, (place.at, answer)),
                sums=frozenset(
                    (name, amount + _added(tree, place.at, answer, name)) for name, amount in place.sums
                ),
            )
            waiting.append(_gone(tree, more, again.get((place.at, target)), target))


def _open(route: Route, place: Place) -> list[str]:
    """Return the one way on that is open to a reader, or none."""
    ways = [branch.goes_to for branch in route.branches if is_true(branch.when, place.known)]
    return [*ways, *([route.otherwise] if route.otherwise else [])][:1]


def _added(tree: Tree, at: str, answer: Answer, total: str) -> int:
    node = tree.node(at)
    offered = [*getattr(node, "options", getattr(node, "choices", ())), getattr(node, "none", None)]
    picked = [one for one in offered if one and one.id in answer]
    return sum(points.amount for one in picked for points in one.adds if points.total == total)


def _gone(tree: Tree, place: Place, back: Again | None, target: str) -> Place:
    if back is None:
        return replace(place, at=target)
    begun = dict(place.begun)
    plain = _plainly_met(tree)
    times = begun.get(target, 1 if target in plain else 0)
    if times == back.times or (back.times < times):
        return replace(place, at=back.then)
    inside = _between(tree, target)
    begun = {name: count for name, count in begun.items() if name not in inside} | {target: times + 1}
    # Who comes to it on the way back alone, begins where she came in, if there is one such place.
    doors = {to for node in plain - inside for to in _onward(tree, node) & inside} | ({tree.start} & inside)
    begins = min(doors) if target not in plain and len(doors) == 1 else target
    return replace(place, at=target, begun=frozenset(begun.items()), forgets=(begins, frozenset(inside)))


def _plainly_met(tree: Tree) -> set[str]:
    """Return the nodes to which somebody comes who was never led back."""
    found, waiting = set[str](), [tree.start]
    while waiting:
        node = waiting.pop()
        waiting += _onward(tree, node) - found
        found.add(node)
    return found


def _onward(tree: Tree, node: str) -> set[str]:
    then = {(one.source, one.target): one.then for one in tree.again}
    return {then.get((node, to), to) for to in tree.graph[node]}


def _between(tree: Tree, target: str) -> set[str]:
    """Return the nodes from which some way that does not lead back comes to an arrow to `target`."""
    sources = {one.source for one in tree.again if one.target == target}

    def comes(node: str) -> bool:
        return node in sources or any(comes(to) for to in _onward(tree, node))

    def met(node: str) -> set[str]:
        return {node}.union(*(met(to) for to in _onward(tree, node)))

    return {node for node in met(target) if comes(node)}


_MANY = 2_000
"""Readers of a tree that come to more nodes take too long to be followed."""


@given(again_tree())
@settings(max_examples=settings().max_examples * 4 // 5)
def test_every_reader_goes_round_as_often_as_the_tree_says(text: str) -> None:
    syntax, drawn = read(text)
    assume(drawn.again and not list(check_again(syntax, edges_of(syntax))))
    tree = unrolled(drawn)
    assert folded(tree) == drawn
    every = [*islice(places(drawn), _MANY)]
    assume(len(every) < _MANY)
    expected: set[Trail] = set()
    known: dict[str, list[Place]] = {}
    for place in every:
        known.setdefault(place.at, []).append(place)
        node = drawn.node(place.at)
        if isinstance(node, Outcome) or (isinstance(node, Route) and not _open(node, place)):
            totals = frozenset((name, frozenset({str(amount)})) for name, amount in place.sums)
            expected.add(Trail((*place.met, (place.at, frozenset())), place.told, totals))
    assert trails(tree) == expected
    states = states_by_node(tree)
    for node in drawn.nodes:
        for condition in conditions(node):
            found = {is_true(condition, dict(state)) for state in states[node.id]}
            # Where branches overlap, search states go every way that is open.
            assert found >= {is_true(condition, place.known) for place in known.get(node.id, ())}


@given(again_tree())
@settings(max_examples=settings().max_examples * 3 // 5)
def test_no_tree_with_passages_stops_the_checks(text: str) -> None:
    syntax, _ = read(text)
    tree, _ = check_tree(syntax, VERBS, {})
    assert tree is None or folded(unrolled(folded(tree))) == folded(tree)


def test_data_for_browsers_have_a_passage_once(examples: Procedures) -> None:
    procedure = examples.find("each-dog")
    assert procedure
    wire = to_wire(procedure)
    assert "---" not in wire.text
    assert from_wire(wire.text).tree == procedure.tree
