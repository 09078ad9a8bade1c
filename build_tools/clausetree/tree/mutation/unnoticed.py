"""Which mutants of a tree its checks and scenarios would not notice, though readers are told something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import assert_never

from clausetree.history.registry import Registry
from clausetree.report.source import Source
from clausetree.tree.again import copies_of
from clausetree.tree.answers import Answers, Detail, answers_with_targets, meant
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.checking.visit_ends import with_ends
from clausetree.tree.condition import facts
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Outcome, Route, Step, Told, Tree, Visit, told
from clausetree.tree.mutation.mutants import Mutant, mutants
from clausetree.tree.paths.search_states import states_by_node, telling, with_told
from clausetree.tree.problems.scenarios import UNSHOWN
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.totals import at_first, count_in
from clausetree.tree.walk import applies, conditions, facts_by_question, route_target


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant that some reader would be told something else by, and whether it was noticed."""

    mutant: Mutant
    noticed: bool

    @property
    def source(self) -> Source:
        """The file of which it is a mutant."""
        return self.mutant.tree.source


def try_mutants(
    syntax: TreeSyntax,
    registry: Registry,
    titles: Mapping[str, str],
    calendar: Calendar | None = None,
    sound: Mapping[str, TreeSyntax] = MappingProxyType({}),
) -> Iterator[Tried]:
    """Make every known mutant of a sound tree, one at a time, and check each as a tree is checked.

    `sound` are the trees that it may visit. Raises AssertionError for a tree that is not sound.
    """
    syntax = with_ends(syntax, sound)
    tree, told = check_tree(syntax, registry, titles, calendar)
    assert tree is not None, "mutants are made of a sound tree"
    for mutant in mutants(syntax):
        mutated, found = check_tree(mutant.tree, registry, titles, calendar)
        # That scenarios show less than they did tells nobody that the tree is wrong.
        noticed = any(problem not in told and not isinstance(problem, UNSHOWN) for problem in found)
        nodes = [copy for node in mutant.nodes for copy in copies_of(tree, node)]
        if noticed or (mutated and any(_told_otherwise(tree, mutated, node) for node in nodes)):
            yield Tried(mutant, noticed)


def _told_otherwise(tree: Tree, mutated: Tree, node_id: str) -> bool:
    """Return whether some reader who comes to a node is told something else there, or comes elsewhere next."""
    if not mutated.has(node_id):
        # Readers came to it so often, and do not any more.
        return bool(states_by_node(with_told(tree, ()))[node_id])
    old, new = tree.node(node_id), mutated.node(node_id)
    both = old
    if isinstance(old, Route) and isinstance(new, Route):
        both = replace(old, branches=(*old.branches, *new.branches))
    elif isinstance(old, OneOf | ManyOf | Measure) and isinstance(new, OneOf | ManyOf | Measure):
        both = replace(old, adds=(*old.adds, *new.adds))
    elif isinstance(old, Step | Outcome) and isinstance(new, Step | Outcome):
        anew = _told_anew(old, new)
        old, new = telling(old, anew), telling(new, anew)
        both = _telling_both(old, new)
    # The search states of a node with both conditions tell apart whatever either of them does.
    few = with_told(tree, ())
    nodes = tuple(both if node.id == node_id else node for node in few.nodes)
    here = states_by_node(replace(few, nodes=nodes))[node_id]
    return any(
        _told_at(tree, old, dict(remembered)) != _told_at(tree, new, dict(remembered))
        or _added_at(tree, old, both, dict(remembered)) != _added_at(tree, new, both, dict(remembered))
        for remembered in here
    )


def _told_anew(node: Step | Outcome, other: Step | Outcome) -> set[Told]:
    """Return what the two do not tell alike, under whatever conditions."""
    anew = {replace(one, when=None) for one in {*told(node)} ^ {*told(other)}}
    return {one for one in (*told(node), *told(other)) if replace(one, when=None) in anew}


def _telling_both(node: Step | Outcome, other: Step | Outcome) -> Step | Outcome:
    return replace(
        node,
        notes=(*node.notes, *other.notes),
        duties=(*node.duties, *other.duties),
        contacts=(*node.contacts, *other.contacts),
        links=(*node.links, *other.links),
    )


def _told_at(tree: Tree, node: Node, answers: Answers) -> object:
    """Return all that a reader with these answers is told at a node, and where she comes by each answer."""
    due = {replace(one, when=None) for one in told(node) if applies(one, answers)}
    match node:
        case OneOf():
            found = answers_with_targets(node, (), Detail.EVERY)
            name = tree.original(node.id)
            return [_comes_to(tree, to, {**answers, name: meant(node, answer)}) for answer, to in found]
        case Route():
            return _comes_to(tree, _sound_target(node, answers), answers)
        case Step():
            return due, _comes_to(tree, node.goes_to, answers)
        case ManyOf() | Measure() | Visit():
            # What is answered here decides the routes that follow.
            return node.goes_to
        case Outcome():
            return due
        case _:
            assert_never(node)


def _added_at(tree: Tree, node: Node, both: Node, answers: Answers) -> list[Answers]:
    """Return what totals come to by each answer to a question, told apart by the limits of `both`."""
    if not isinstance(node, OneOf | ManyOf | Measure):
        return []
    name = tree.original(node.id)
    limits = facts_by_question(tree, (fact for condition in conditions(both) for fact in facts(condition)))[
        name
    ]
    found: list[Answers] = []
    for answer, _ in answers_with_targets(node, limits, Detail.EVERY):
        known = {**at_first(tree), **answers}
        count_in(tree, node, answer, known)
        found.append({total.id: known[total.id] for total in tree.totals})
    return found


def _comes_to(tree: Tree, node_id: str, answers: Answers) -> str:
    """Return the next node that a reader sees: she does not see routes."""
    node = tree.node(node_id)
    while isinstance(node, Route):
        node = tree.node(_sound_target(node, answers))
    return node.id


def _sound_target(route: Route, answers: Answers) -> str:
    target = route_target(route, answers)
    assert target is not None, "a sound route has a way on"
    return target
