"""A tree as the screens of a branching scenario, which remembers no answer."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import assert_never

from clausetree.render.h5p.bodies import Bodies
from clausetree.render.h5p.parts import Parts, parts_of
from clausetree.render.h5p.screens import Asked, Information, Screen, each_once, leads_to
from clausetree.render.tree.phrasing import time_words, unsure_words
from clausetree.render.tree.ranges import in_ranges
from clausetree.tree.answers import DONE, Answer
from clausetree.tree.model import ManyOf, Measure, OneOf, Outcome, Route, Step, Tree, Visit
from clausetree.tree.paths.memory import SearchState
from clausetree.tree.paths.search_states import TooManyStatesError
from clausetree.tree.paths.state_graph import state_graph
from clausetree.tree.totals import choices_that_add

CONTINUE = "Continue"
FINISH = "Finish"
YES = "Yes"
NO = "No"
_MANY = 5_000
"""Screens and edges that are gone through at the most, before those that are alike become one."""
_NONE_PICKED = -1


@dataclass(frozen=True, slots=True)
class _Place:
    """A search state, and how far a learner is within a question that takes several answers.

    Of that its choices are asked about one `at` a time. Then what no condition speaks of is asked at once.
    """

    state: SearchState
    at: int = 0
    picked: Answer = frozenset()


def to_screens(tree: Tree, bodies: Bodies) -> list[Screen[int]]:
    """Return the screens of `tree`, the first of which begins it.

    A number or a date is picked from ranges. Raises `TooManyStatesError` where nobody could go through them
    all, and AssertionError for a tree that visits another.
    """
    made = _Screens(in_ranges(tree), bodies)
    return each_once(made.all(), made.start)


class _Screens:
    """The screens of a tree as they are found, from the start on. Raises `TooManyStatesError`."""

    def __init__(self, tree: Tree, bodies: Bodies) -> None:
        self._tree, self._bodies = tree, bodies
        graph = state_graph(tree, at_most=_MANY, also=choices_that_add(tree))
        self._edges = {state: dict(edges) for state, edges in graph.edges.items()}
        self._parts = {node.id: parts_of(tree, node) for node in tree.nodes if isinstance(node, ManyOf)}
        self.start = self._shown(graph.start)

    def all(self) -> dict[_Place, Screen[_Place]]:
        found: dict[_Place, Screen[_Place]] = {}
        waiting = [self.start]
        while waiting:
            place = waiting.pop()
            if place not in found:
                found[place] = self._screen(place)
                waiting += leads_to(found[place])
            if len(found) > _MANY:
                raise TooManyStatesError
        return found

    def _screen(self, place: _Place) -> Screen[_Place]:
        state = place.state
        node = self._tree.node(state[0])
        match node:
            case OneOf(options=(only,)):
                body = self._bodies.amount(node)
                return Information(self._title(node), body, CONTINUE, self._after(state, {only.id}))
            case OneOf():
                onward = [(o.wording.text, self._after(state, {o.id})) for o in node.options]
                if node.unsure:
                    words = unsure_words(node, node.unsure).text
                    onward.append((words, self._after(state, {node.unsure.id})))
                return Asked(self._title(node), self._bodies.question(node), tuple(onward))
            case ManyOf():
                return self._part(node, place)
            case Step():
                body = self._bodies.step(node, dict(state[1]))
                return Information(self._title(node), body, CONTINUE, self._after(state, DONE))
            case Outcome():
                return Information(node.title.text, self._bodies.outcome(node, dict(state[1])), FINISH, None)
            case Route() | Visit() | Measure():
                raise AssertionError(f"{node.id} is not shown")
            case _:
                assert_never(node)

    def _title(self, node: OneOf | ManyOf | Step) -> str:
        return f"{node.title.text}{time_words(self._tree, node.id)}"

    def _part(self, node: ManyOf, place: _Place) -> Screen[_Place]:
        """One part of a question that takes several answers."""
        parts, title = self._parts[node.id], self._title(node)
        if place.at == _NONE_PICKED:
            return Asked(title, self._bodies.none_picked(node), tuple(self._first(place.state, parts)))
        if not parts.is_asked_for:
            onward = self._after(place.state, {choice.id for choice in node.choices})
            return Information(title, self._bodies.choices(node), CONTINUE, onward)
        if place.at < len(parts.one_by_one):
            choice = parts.one_by_one[place.at]
            yes = self._next(place, parts, place.picked | {choice.id})
            no = self._next(place, parts, place.picked)
            return Asked(title, self._bodies.choice(node, choice), ((YES, yes), (NO, no)))
        return Asked(title, self._bodies.any_of(node), tuple(self._together(place.state, parts)))

    def _first(self, state: SearchState, parts: Parts) -> Iterator[tuple[str, _Place]]:
        """The first choice that applies after all, and the next that is asked about.

        Asked anew from the beginning, she would walk in a circle, out of which the player finds no way back.
        """
        for at, choice in enumerate(parts.one_by_one):
            yield choice.wording.text, self._next(_Place(state, at), parts, frozenset({choice.id}))

    def _together(self, state: SearchState, parts: Parts) -> Iterator[tuple[str, _Place]]:
        """The choices that lead the same way, and the one that says that none applies."""
        picked = {choice.id for choice in parts.together}
        for choice in parts.together:
            yield choice.wording.text, self._after(state, picked)
        if parts.none:
            yield parts.none.wording.text, self._after(state, {parts.none.id})

    def _next(self, place: _Place, parts: Parts, picked: Answer) -> _Place:
        """Where an answer about one choice leads."""
        if place.at + 1 < len(parts.one_by_one):
            return _Place(place.state, place.at + 1, picked)
        if picked:
            return self._after(place.state, picked | {choice.id for choice in parts.together})
        if parts.none and not parts.together:
            return self._after(place.state, {parts.none.id})
        if parts.together and not parts.none and len(parts.together) == 1:
            return self._after(place.state, {parts.together[0].id})
        return _Place(place.state, place.at + 1 if parts.together else _NONE_PICKED)

    def _after(self, state: SearchState, answer: Set[str]) -> _Place:
        return self._shown(self._edges[state][frozenset(answer)])

    def _shown(self, state: SearchState) -> _Place:
        """The next place that is shown: nobody sees a route."""
        while isinstance(self._tree.node(state[0]), Route):
            state = self._edges[state][None]
        return _Place(state)
