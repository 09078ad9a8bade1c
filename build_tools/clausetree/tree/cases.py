"""Which sets of earlier answers can arrive at each node, without following every path.

Two answers that no condition tells apart are one case, and an answer that no later condition speaks
of is forgotten. What is carried from node to node is therefore small, however many paths there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import combinations

from clausetree.tree.amount import text_of
from clausetree.tree.cells import cells
from clausetree.tree.condition import Condition, facts
from clausetree.tree.memory import memory
from clausetree.tree.model import (
    Compared,
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
)
from clausetree.tree.walk import Answer, Answers, all_conditions, is_true

type Case = frozenset[tuple[str, Answer]]
"""An answer, standing for all that no condition tells from it, for each question that matters yet."""

type Arrival = tuple[str, Case]
"""A node, and a case that can arrive there."""


def cases(tree: Tree) -> dict[str, set[Case]]:
    """Return, for every node, the cases that can arrive there. No reader may walk in a circle in `tree`.

    A node with no case is one that no answers lead to. Where branches of a route overlap, a case
    goes every way that is open.
    """
    arriving: dict[str, set[Case]] = {node.id: set() for node in tree.nodes}
    arriving[tree.start].add(frozenset())
    waiting: list[Arrival] = [(tree.start, frozenset())]
    onward = onward_in(tree)
    while waiting:
        for _, (node_id, case) in onward(waiting.pop()):
            if case not in arriving[node_id]:
                arriving[node_id].add(case)
                waiting.append((node_id, case))
    return arriving


def onward_in(tree: Tree) -> Callable[[Arrival], Iterator[tuple[Answer | None, Arrival]]]:
    """Return what yields each way on from an arrival: the answer given there (if any), and the next arrival."""
    spoken_of = _spoken_of(tree)
    remember = memory(tree, lambda node: _ways(node, frozenset(), spoken_of[node.id]))

    def onward(arrival: Arrival) -> Iterator[tuple[Answer | None, Arrival]]:
        node_id, case = arrival
        for answer, target in _ways(tree.node(node_id), case, spoken_of[node_id]):
            said = case if answer is None else case | {(node_id, answer)}
            yield answer, (target, remember(target, said))

    return onward


def asked_of(asking: Iterable[Condition[Fact]], arriving: Collection[Answers]) -> Iterator[Answers]:
    """Yield what conditions can tell apart of the cases that arrive where they stand, each once."""
    picked: dict[str, set[str]] = {}
    compared: set[str] = set()
    for fact in (fact for condition in asking for fact in facts(condition)):
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
