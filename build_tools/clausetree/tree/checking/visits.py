"""Trees that visit or lead on to one another: what can be wrong between them, and how a visit is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from clausetree.tree.again import folded, unrolled
from clausetree.tree.checking.visit_ends import added_at, of_steps
from clausetree.tree.condition import Condition, with_facts
from clausetree.tree.conditional import with_conditions
from clausetree.tree.graph import loops
from clausetree.tree.model import (
    Again,
    Duty,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Ordered,
    OtherTree,
    Outcome,
    Points,
    Role,
    Route,
    Step,
    Tree,
    Visit,
    targets,
)
from clausetree.tree.passages import JOINT
from clausetree.tree.problems.names import UnsoundTree, VisitLeadsOn
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.shape import TreesInCircle
from clausetree.tree.syntax import OutcomeSyntax, TreeSyntax, VisitSyntax
from clausetree.tree.today import as_of_any_day
from clausetree.tree.with_targets import with_targets


def leads_to(syntax: TreeSyntax) -> list[str]:
    """Return the ids of the trees that a tree visits or leads on to, in order."""
    found = [node.id.text for node in syntax.nodes if isinstance(node, VisitSyntax)]
    outcomes = (node for node in syntax.nodes if isinstance(node, OutcomeSyntax))
    return [*found, *(name.text for outcome in outcomes for name in outcome.next_trees)]


def check_circles(syntaxes: Mapping[str, TreeSyntax]) -> Iterator[tuple[str, TreeProblem]]:
    """Yield every circle of trees, with the id of the tree at which to show it: the first by name."""
    graph = {
        tree: [other for other in leads_to(syntax) if other in syntaxes]
        for tree, syntax in sorted(syntaxes.items())
    }
    for loop in loops(graph):
        first = loop.index(min(loop))
        turned = tuple(loop[first:] + loop[:first])
        yield turned[0], TreesInCircle(syntaxes[turned[0]].id.span, turned)


def check_visits(syntax: TreeSyntax, trees: Mapping[str, Tree]) -> Iterator[TreeProblem]:
    """Yield what keeps a tree from visiting those that it visits. `trees` are the sound ones."""
    for node in syntax.nodes:
        if not isinstance(node, VisitSyntax):
            continue
        other = trees.get(node.id.text)
        if other is None:
            yield UnsoundTree(node.id.span, node.id.text)
        else:
            for outcome in other.nodes:
                if isinstance(outcome, Outcome) and outcome.next_trees:
                    yield VisitLeadsOn(node.id.span, other.id, outcome.id)


def expand(tree: Tree, trees: Mapping[str, Tree]) -> Tree:
    """Return `tree` with the nodes of every visited tree in place of the visit.

    The outcomes of a visited tree become steps that lead back, and what is asked of its end is asked of
    those. `trees` are whole already: they visit none, so what visits the deepest must be expanded last.
    Raises KeyError for a visit to any other.
    """
    tree = folded(tree)
    visited = [folded(trees[node.id]) for node in tree.nodes if _is_visit(node)]
    others = {other.id: other for other in visited}
    starts = {other.id: _inner(other.id, other.start) for other in visited}
    spoken_of = {node.id: node for node in tree.nodes if isinstance(node, OneOf) and node.visits}
    nodes: list[Node] = []
    for node in tree.nodes:
        if _is_visit(node):
            (back,) = targets(node)
            found = (_visited(inner, others[node.id], back, starts) for inner in others[node.id].nodes)
            nodes += map(_ending(spoken_of[node.id]), found) if node.id in spoken_of else found
        else:
            nodes.append(with_targets(node, lambda target: starts.get(target, target)) if starts else node)
    if spoken_of:
        nodes = [with_conditions(node, lambda one: of_steps(one, spoken_of, _inner)) for node in nodes]
    roles = dict.fromkeys([*tree.roles, *(_role(other.id, r) for other in visited for r in other.roles)])
    totals = [replace(t, id=_inner(other.id, t.id)) for other in visited for t in other.totals]
    whole = replace(
        tree,
        nodes=tuple(nodes),
        roles=tuple(roles),
        totals=(*tree.totals, *dict.fromkeys(totals)),
        start=starts.get(tree.start, tree.start),
        again=tuple(_again(tree, others, starts)),
    )
    return as_of_any_day(unrolled(whole))


def _again(tree: Tree, others: Mapping[str, Tree], starts: Mapping[str, str]) -> Iterator[Again]:
    for one in tree.again:
        ends = (
            (node.id for node in others[one.source].nodes if isinstance(node, Outcome))
            if one.source in others
            else ()
        )
        sources = [_inner(one.source, end) for end in ends] or [one.source]
        target, then = (starts.get(name, name) for name in (one.target, one.then))
        yield from (Again(source, target, one.times, then) for source in sources)
    for other in others.values():
        for one in other.again:
            source, target, then = (_inner(other.id, name) for name in (one.source, one.target, one.then))
            yield Again(source, target, one.times, then)


def _is_visit(node: Node) -> bool:
    return isinstance(node, Visit) or (isinstance(node, OneOf) and node.visits is not None)


def _ending(visit: OneOf) -> Callable[[Node], Node]:
    """Return what makes of a step at which this visit ends one that says so, with the points that it adds."""
    ends = {_inner(visit.id, option.id): option.id for option in visit.options}

    def ending(node: Node) -> Node:
        if not (isinstance(node, Step) and node.id in ends):
            return node
        return replace(node, ends=visit.visits, adds=tuple(added_at(visit, ends[node.id])))

    return ending


def _inner(tree_id: str, node_id: str) -> str:
    return f"{tree_id}{JOINT}{node_id}"


def _role(tree_id: str, role: Role) -> Role:
    return replace(role, id=_inner(tree_id, role.id))


def _visited(node: Node, other: Tree, back: str, starts: Mapping[str, str]) -> Node:
    """Return a node of a visited tree as a node of the visiting one."""
    named = with_conditions(_named(node, other), lambda condition: _condition(condition, other))
    if isinstance(named, Outcome):
        back_to = starts.get(back, back)
        return Step(
            named.id,
            named.title,
            named.cites,
            named.notes,
            named.duties,
            named.contacts,
            named.links,
            back_to,
        )
    return with_targets(named, lambda target: _inner(other.id, target))


def _named(node: Node, other: Tree) -> Node:
    """Return the node with its own id and those that its duties and points speak of changed."""
    own = _inner(other.id, node.id)
    match node:
        case Step():
            duties = tuple(_duty(duty, other) for duty in node.duties)
            ends = node.ends and OtherTree(_inner(other.id, node.ends.id), node.ends.title)
            return replace(node, id=own, duties=duties, ends=ends, adds=_adds(node.adds, other))
        case Outcome():
            return replace(node, id=own, duties=tuple(_duty(duty, other) for duty in node.duties))
        case OneOf():
            options = (replace(option, adds=_adds(option.adds, other)) for option in node.options)
            return replace(node, id=own, options=tuple(options), adds=_adds(node.adds, other))
        case ManyOf():
            choices = (replace(choice, adds=_adds(choice.adds, other)) for choice in node.choices)
            none = node.none and replace(node.none, adds=_adds(node.none.adds, other))
            return replace(node, id=own, choices=tuple(choices), none=none, adds=_adds(node.adds, other))
        case Measure():
            return replace(node, id=own, adds=_adds(node.adds, other))
        case Route():
            return replace(node, id=own, columns=tuple(_column(name, other) for name in node.columns))
        case Visit():
            return replace(node, id=own)
        case _:
            assert_never(node)


def _column(name: str, other: Tree) -> str:
    """Return what a column goes by: facts keep their names."""
    ends = {node.ends.id for node in other.nodes if isinstance(node, Step) and node.ends}
    return _inner(other.id, name) if other.has(name) or other.total(name) or name in ends else name


def _adds(every: tuple[Points, ...], other: Tree) -> tuple[Points, ...]:
    return tuple(replace(points, total=_inner(other.id, points.total)) for points in every)


def _duty(duty: Duty, other: Tree) -> Duty:
    who = _inner(other.id, duty.who) if duty.who in {role.id for role in other.roles} else duty.who
    within = duty.within
    if within and within.question:
        within = replace(within, question=_inner(other.id, within.question))
    return replace(duty, who=who, within=within)


def _condition(condition: Condition[Fact], other: Tree) -> Condition[Fact]:
    def inner(fact: Fact) -> Fact:
        question = _inner(other.id, fact.question)
        if isinstance(fact, Ordered):
            return replace(fact, question=question, other=_inner(other.id, fact.other))
        return replace(fact, question=question)

    changed: Condition[Fact] | None = with_facts(condition, inner)
    assert changed is not None, "every fact is changed"
    return changed
