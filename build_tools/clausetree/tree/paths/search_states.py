"""Which sets of earlier answers can arrive at each node, without following every path.

Two answers that no condition tells apart are one case, and an answer that no later condition speaks
of is forgotten. What is carried from node to node is therefore small, however many paths there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import inf

from clausetree.tree.condition import Condition, facts
from clausetree.tree.model import (
    Compared,
    Duty,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Outcome,
    Picked,
    Route,
    Step,
    Tree,
    Visit,
    duties,
)
from clausetree.tree.paths.memory import memory
from clausetree.tree.paths.representatives import cells
from clausetree.tree.scalar import text_of
from clausetree.tree.walk import Answer, Answers, all_conditions, is_true, limits

type Case = frozenset[tuple[str, Answer]]
"""An answer, standing for all that no condition tells from it, for each question that matters yet."""

type Arrival = tuple[str, Case]
"""A node, and a case that can arrive there."""

type Arriving = dict[str, set[Case]]
"""The cases that arrive at each node; none where no answers lead."""


_MANY = 4_096
"""So many cases are little work."""

_OFTEN = 8
"""So many times the cases that routes tell apart are little more work."""


class Cases:
    """The cases that arrive at each node of a tree, in which no reader may walk in a circle.

    They tell apart whatever a condition there or further on asks for. Where that makes too many, since many
    duties hang each on something else, the duties are gone through a few at a time.
    """

    def __init__(self, tree: Tree) -> None:
        self._by_facts: dict[frozenset[Fact], Arriving] = {}
        self._as_answers: dict[tuple[int, str], list[Answers]] = {}
        try:
            self._ways = arriving(tree, max(_MANY, _OFTEN * len(tree.nodes)))
        except TooManyCasesError:
            every = limits(tree)
            self._ways = arriving(with_duties(tree, ()), also=every)
            enough = max(_MANY, _OFTEN * sum(map(len, self._ways.values())))
            for some, found in few_at_a_time(tree, lambda few, most: arriving(few, most, every), enough):
                self._by_facts.update(dict.fromkeys(some, found))

    def at(self, node_id: str) -> set[Case]:
        """Return the cases that arrive at a node, at least as far as routes tell them apart.

        There are none where no answers lead. Where branches of a route overlap, a case goes every way that is
        open.
        """
        return self._ways[node_id]

    def asked_of(self, node_id: str, asking: Sequence[Condition[Fact]]) -> Iterator[Answers]:
        """Yield what the conditions of a route, or that of a duty, can tell apart at a node, each once."""
        spoken_of = [fact for condition in asking for fact in facts(condition)]
        found = self._by_facts.get(frozenset(spoken_of), self._ways)
        key = id(found), node_id
        if key not in self._as_answers:
            self._as_answers[key] = [dict(case) for case in found[node_id]]
        return _told_apart_by(spoken_of, self._as_answers[key])


class TooManyCasesError(Exception):
    """More cases arrive than were wanted."""


def arriving(tree: Tree, at_most: float = inf, also: Iterable[Compared] = ()) -> Arriving:
    """Return the cases that arrive at each node, all conditions and the limits `also` given being told apart.

    Raises `TooManyCasesError` where they are more than `at_most`.
    """
    found: Arriving = {node.id: set() for node in tree.nodes}
    found[tree.start].add(frozenset())
    waiting: list[Arrival] = [(tree.start, frozenset())]
    onward = onward_in(tree, also)
    met = 1
    while waiting:
        for _, (node_id, case) in onward(waiting.pop()):
            if case not in found[node_id]:
                found[node_id].add(case)
                waiting.append((node_id, case))
                met += 1
                if met > at_most:
                    raise TooManyCasesError
    return found


def few_at_a_time[Found](
    tree: Tree, find: Callable[[Tree, float], Found], enough: int
) -> Iterator[tuple[list[frozenset[Fact]], Found]]:
    """Yield what `find` finds of a tree with a few of its duties, and the facts that their conditions speak of.

    `find` is given how many cases are `enough`, and raises `TooManyCasesError` where there are more. Then it is
    given fewer duties, and in the end those that speak of the same facts, of which any number is enough.
    """
    by_facts: defaultdict[frozenset[Fact], set[Duty]] = defaultdict(set)
    for duty in (duty for node in tree.nodes for duty in duties(node)):
        if duty.when:
            by_facts[frozenset(facts(duty.when))].add(duty)
    waiting = [list(by_facts)] if by_facts else []
    while waiting:
        some = waiting.pop()
        few = with_duties(tree, set[Duty]().union(*(by_facts[spoken_of] for spoken_of in some)))
        try:
            yield some, find(few, enough if len(some) > 1 else inf)
        except TooManyCasesError:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]


def with_duties(tree: Tree, kept: Collection[Duty]) -> Tree:
    """Return the tree with no other duties than those that are `kept`."""

    def few(node: Node) -> Node:
        if not isinstance(node, Step | Outcome):
            return node
        return replace(node, duties=tuple(duty for duty in node.duties if duty in kept))

    return replace(tree, nodes=tuple(map(few, tree.nodes)))


def onward_in(
    tree: Tree, also: Iterable[Compared] = ()
) -> Callable[[Arrival], Iterator[tuple[Answer | None, Arrival]]]:
    """Return what yields each way on from an arrival: the answer given there (if any), and the next arrival.

    Numbers and dates are told apart by the limits `also` given.
    """
    spoken_of = _spoken_of(tree)
    for limit in also:
        spoken_of[limit.question].add(limit)
    remember = memory(tree, lambda node: _ways(node, frozenset(), spoken_of[node.id]))

    def onward(arrival: Arrival) -> Iterator[tuple[Answer | None, Arrival]]:
        node_id, case = arrival
        for answer, target in _ways(tree.node(node_id), case, spoken_of[node_id]):
            said = case if answer is None else case | {(node_id, answer)}
            yield answer, (target, remember(target, said))

    return onward


def _told_apart_by(spoken_of: Iterable[Fact], arriving: Iterable[Answers]) -> Iterator[Answers]:
    picked: dict[str, set[str]] = {}
    compared: set[str] = set()
    for fact in spoken_of:
        if isinstance(fact, Picked):
            picked.setdefault(fact.question, set()).add(fact.option)
        else:
            compared.add(fact.question)
    questions = [*picked, *compared]
    kept = [picked.get(question) for question in questions]
    told_apart = {
        tuple(
            [
                answer & options if answer is not None and options is not None else answer
                for answer, options in zip(map(case.get, questions), kept, strict=True)
            ]
        )
        for case in arriving
    }
    for answers in told_apart:
        said = zip(questions, answers, strict=True)
        yield {question: answer for question, answer in said if answer is not None}


def open_branches(route: Route, answers: Answers) -> list[int]:
    """Return the positions of the branches of `route` that are open to a reader with these answers."""
    return [at for at, branch in enumerate(route.branches) if is_true(branch.when, answers)]


def _spoken_of(tree: Tree) -> defaultdict[str, set[Fact]]:
    """For each question, the facts of it that any condition speaks of."""
    found: defaultdict[str, set[Fact]] = defaultdict(set)
    for condition in all_conditions(tree):
        for fact in facts(condition):
            found[fact.question].add(fact)
    return found


def _ways(node: Node, case: Case, spoken_of: set[Fact]) -> Iterator[tuple[Answer | None, str]]:
    """Yield each way on from `node` in `case`: the answer given there (if any) and the target."""
    match node:
        case OneOf():
            yield from _options(node, {fact.option for fact in spoken_of if isinstance(fact, Picked)})
        case ManyOf():
            mentioned = {fact.option for fact in spoken_of if isinstance(fact, Picked)}
            yield from ((answer, node.goes_to) for answer in _told_apart(node, mentioned))
        case Measure():
            limits = (fact for fact in spoken_of if isinstance(fact, Compared))
            firsts = (text_of(node.scale, first) for first, _ in cells(node, limits))
            yield from ((frozenset({text}), node.goes_to) for text in firsts)
        case Step() | Visit():
            yield None, node.goes_to
        case Route():
            ways = [node.branches[at].goes_to for at in open_branches(node, dict(case))]
            ways = ways or ([node.otherwise] if node.otherwise else [])
            yield from ((None, target) for target in dict.fromkeys(ways))
        case Outcome():
            pass


def _options(node: OneOf, mentioned: set[str]) -> Iterator[tuple[Answer, str]]:
    """Yield the options that a condition mentions, and of the others one for each target."""
    alike: set[str] = set()
    for option in node.options:
        if option.id in mentioned or option.goes_to not in alike:
            yield frozenset({option.id}), option.goes_to
        if option.id not in mentioned:
            alike.add(option.goes_to)


def _told_apart(node: ManyOf, spoken_of: set[str]) -> Iterator[Answer]:
    """Yield one answer for each set of answers that no condition tells apart."""
    ids = [choice.id for choice in node.choices]
    mentioned = [one for one in ids if one in spoken_of]
    unmentioned = [one for one in ids if one not in spoken_of]
    for size in range(1, len(mentioned) + 1):
        yield from (frozenset(some) for some in combinations(mentioned, size))
    if unmentioned:
        yield frozenset(unmentioned[:1])
    if node.none and (node.none.id in spoken_of or not unmentioned):
        yield frozenset({node.none.id})
