"""Which sets of earlier answers can arrive at each node, without following every path.

One answer stands for all that no condition tells apart, and an answer that no later condition speaks of is
forgotten. What is remembered from node to node is therefore small, however many paths there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from math import inf
from typing import assert_never

from clausetree.tree.answers import DONE, Answers, Detail, answers_with_targets
from clausetree.tree.condition import Condition, facts
from clausetree.tree.model import (
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Outcome,
    Picked,
    Route,
    Step,
    Told,
    Tree,
    Visit,
    asked_by,
    told,
)
from clausetree.tree.paths.memory import Edge, Move, Remembered, SearchState, first_state, memory, with_answer
from clausetree.tree.truth import is_true
from clausetree.tree.walk import compared_in, facts_by_question

type StatesByNode = dict[str, set[Remembered]]
"""What can be remembered by those who arrive at each node; nothing where no answers lead."""

_MANY = 4_096
"""So many search states are little work."""

_OFTEN = 8
"""So many times the states that routes tell apart are little more work."""


class SearchStates:
    """The search states of a tree, in which no reader may walk in a circle.

    They tell apart whatever a condition there or further on asks for. Where that makes too many, since many
    duties, contacts, links or notes hang each on something else, they are gone through a few at a time.
    """

    def __init__(self, tree: Tree) -> None:
        self._by_facts: dict[frozenset[Fact], StatesByNode] = {}
        self._as_answers: dict[tuple[int, str], list[Answers]] = {}
        try:
            self._by_node = states_by_node(tree, max(_MANY, _OFTEN * len(tree.nodes)))
        except TooManyStatesError:
            every = compared_in(tree)
            self._by_node = states_by_node(with_told(tree, ()), also=every)
            enough = max(_MANY, _OFTEN * sum(map(len, self._by_node.values())))
            for some, found in few_at_a_time(tree, lambda few, most: states_by_node(few, most, every), enough):
                self._by_facts.update(dict.fromkeys(some, found))

    def at(self, node_id: str) -> set[Remembered]:
        """Return what those remember who arrive at a node, at least as far as routes tell them apart.

        There is nothing where no answers lead. Where branches of a route overlap, a state leads every way that
        is open. Raises KeyError for a node that is not the tree's.
        """
        return self._by_node[node_id]

    def asked_of(self, node_id: str, asking: Sequence[Condition[Fact]]) -> Iterator[Answers]:
        """Yield what the conditions of a route, or that of something told, can tell apart at a node, each once.

        Raises KeyError for a node that is not the tree's.
        """
        spoken_of = [fact for condition in asking for fact in facts(condition)]
        found = self._by_facts.get(frozenset(spoken_of), self._by_node)
        key = id(found), node_id
        if key not in self._as_answers:
            self._as_answers[key] = [dict(remembered) for remembered in found[node_id]]
        return _told_apart_by(spoken_of, self._as_answers[key])


class TooManyStatesError(Exception):
    """There are more search states, or edges between them, than were wanted."""


def states_by_node(tree: Tree, at_most: float = inf, also: Iterable[Fact] = ()) -> StatesByNode:
    """Return the search states of a tree, all conditions and the facts `also` given being told apart.

    Those of a node are those of its copies, too. Raises `TooManyStatesError` where there are more than
    `at_most`.
    """
    found: StatesByNode = {node.id: set() for node in tree.nodes}
    first = first_state(tree)
    found[tree.start].add(first[1])
    waiting = [first]
    edges = edges_in(tree, also)
    met = 1
    while waiting:
        for _, (node_id, remembered) in edges(waiting.pop()):
            if remembered not in found[node_id]:
                found[node_id].add(remembered)
                waiting.append((node_id, remembered))
                met += 1
                if met > at_most:
                    raise TooManyStatesError
    for copy in tree.copies:
        found[copy.of] |= found[copy.id]
    return found


def few_at_a_time[Found](
    tree: Tree, find: Callable[[Tree, float], Found], enough: int
) -> Iterator[tuple[list[frozenset[Fact]], Found]]:
    """Yield what `find` finds of a tree with little told in it, and the facts that the conditions speak of.

    `find` is given how many states are `enough`, and raises `TooManyStatesError` where there are more. Then
    less is told, and in the end what speaks of the same facts, of which any number is enough.
    """
    by_facts: defaultdict[frozenset[Fact], set[Told]] = defaultdict(set)
    for one in (one for node in tree.nodes for one in told(node)):
        if one.when:
            by_facts[frozenset(facts(one.when))].add(one)
    waiting = [list(by_facts)] if by_facts else []
    while waiting:
        some = waiting.pop()
        few = with_told(tree, set[Told]().union(*(by_facts[spoken_of] for spoken_of in some)))
        try:
            yield some, find(few, enough if len(some) > 1 else inf)
        except TooManyStatesError:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]


def with_told(tree: Tree, kept: Collection[Told]) -> Tree:
    """Return the tree with nothing told in it but what is `kept`."""
    nodes = (telling(node, kept) if isinstance(node, Step | Outcome) else node for node in tree.nodes)
    return replace(tree, nodes=tuple(nodes))


def telling(node: Step | Outcome, kept: Collection[Told]) -> Step | Outcome:
    """Return the node with nothing told at it but what is `kept`."""
    return replace(
        node,
        notes=tuple(one for one in node.notes if one in kept),
        duties=tuple(one for one in node.duties if one in kept),
        contacts=tuple(one for one in node.contacts if one in kept),
        links=tuple(one for one in node.links if one in kept),
    )


def edges_in(tree: Tree, also: Iterable[Fact] = ()) -> Callable[[SearchState], Iterator[Edge]]:
    """Return what yields the edges that lead on from a search state.

    Answers are told apart by the facts `also` given.
    """
    facts_of = facts_by_question(tree, also)
    remember = memory(tree, lambda node: _moves(node, frozenset(), facts_of[tree.original(node.id)]))

    def edges(state: SearchState) -> Iterator[Edge]:
        node_id, remembered = state
        for answer, target in _moves(tree.node(node_id), remembered, facts_of[tree.original(node_id)]):
            known = with_answer(tree, tree.node(node_id), answer, remembered)
            yield answer, (target, remember(target, known))

    return edges


def _told_apart_by(spoken_of: Iterable[Fact], remembered: Iterable[Answers]) -> Iterator[Answers]:
    picked: dict[str, set[str]] = {}
    compared: set[str] = set()
    for fact in spoken_of:
        if isinstance(fact, Picked):
            picked.setdefault(fact.question, set()).add(fact.option)
        else:
            compared.update(asked_by(fact))
    questions = [*picked, *compared]
    kept = [picked.get(question) for question in questions]
    told_apart = {
        tuple(
            [
                answer & options if answer is not None and options is not None else answer
                for answer, options in zip(map(one.get, questions), kept, strict=True)
            ]
        )
        for one in remembered
    }
    for answers in told_apart:
        by_question = zip(questions, answers, strict=True)
        yield {question: answer for question, answer in by_question if answer is not None}


def true_branches(route: Route, answers: Answers) -> list[int]:
    """Return the positions of the branches of `route` whose conditions hold of a reader with these answers."""
    return [at for at, branch in enumerate(route.branches) if is_true(branch.when, answers)]


def open_branches(route: Route, answers: Answers) -> list[int]:
    """Return the positions of the branches of `route` that are open to a reader with these answers.

    Where the first counts, it is one at most.
    """
    found = true_branches(route, answers)
    return found[:1] if route.first else found


def _moves(node: Node, remembered: Remembered, facts: Collection[Fact]) -> Iterator[Move]:
    match node:
        case OneOf() | ManyOf() | Measure():
            yield from answers_with_targets(node, facts, Detail.REPRESENTATIVES)
        case Step():
            # That a step was done is remembered where a condition speaks of it, or it adds points.
            yield (DONE if facts or node.adds else None), node.goes_to
        case Visit():
            yield None, node.goes_to
        case Route():
            # Where branches overlap, a state leads every way that is open.
            open_ = [node.branches[at].goes_to for at in open_branches(node, dict(remembered))]
            targets = open_ or ([node.otherwise] if node.otherwise else [])
            yield from ((None, target) for target in dict.fromkeys(targets))
        case Outcome():
            pass
        case _:
            assert_never(node)
