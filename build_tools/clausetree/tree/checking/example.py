"""Answers that show an author what is wrong: those of one reader."""

from __future__ import annotations

from collections import deque

from clausetree.tree.answers import Answer
from clausetree.tree.model import Tree
from clausetree.tree.paths.memory import Remembered, SearchState, first_state
from clausetree.tree.paths.search_states import edges_in
from clausetree.tree.scalar import scalar_text
from clausetree.tree.scale import DateScale
from clausetree.tree.today import TODAY
from clausetree.tree.totals import adding_to

_MANY = 100_000
"""So many states are looked through for a reader with these sums. Then the sums must do."""


def example(tree: Tree, remembered: Remembered, at: str | None = None) -> tuple[str, ...]:
    """Return what is remembered as lines such as "harm: yes", with the day as of which it is so.

    Of sums, which are no answers, those of a reader who comes with them to the node `at` stand before them.
    """
    day = (f"{TODAY}: {scalar_text(DateScale.DATE, tree.today)}",) if tree.today is not None else ()
    totals = {name for name, _ in remembered if tree.total(name)}
    added = _adding(tree, (at, remembered), totals) if at and totals else {}
    answers = added | {name: answer for name, answer in remembered if name not in totals}
    sums = {name: answer for name, answer in remembered if name in totals}
    return (*day, *_lines(tree, answers), *_lines(tree, sums))


def _lines(tree: Tree, answers: dict[str, Answer]) -> tuple[str, ...]:
    """Return a line for each name, with the answers that were given each time, one behind the other."""
    said: dict[str, list[str]] = {}
    # The node of a later time stands behind that of an earlier one.
    for name in dict.fromkeys((*(node.id for node in tree.nodes if node.id in answers), *answers)):
        said.setdefault(tree.original(name), []).append(", ".join(sorted(answers[name])))
    return tuple(f"{name}: {', then '.join(times)}" for name, times in sorted(said.items()))


def _adding(tree: Tree, goal: SearchState, totals: set[str]) -> dict[str, Answer]:
    """Return the answers that add up to the sums of a state, on one of the shortest ways to it."""
    start, edges = first_state(tree), edges_in(tree)
    before: dict[SearchState, tuple[SearchState, Answer | None] | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in before and len(before) < _MANY:
        state = waiting.popleft()
        for answer, target in edges(state):
            if target not in before:
                before[target] = state, answer
                waiting.append(target)
    found: dict[str, Answer] = {}
    step = before.get(goal)
    while step:
        (node, _), answer = step
        if answer is not None and adding_to(tree.node(node)) & totals:
            found[node] = answer
        step = before[step[0]]
    return found
