"""Checks of a tree's shape, on what is known of it even when some of its names are wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausetree.tree.condition import facts
from clausetree.tree.graph import in_order, leads, loops, reachable
from clausetree.tree.model import Again
from clausetree.tree.passages import passages
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.shape import AskedLater, BackInTwoWays, Loop, NotBack, PassagesCross, Unreachable
from clausetree.tree.syntax import (
    AgainSyntax,
    Name,
    NodeSyntax,
    OutcomeSyntax,
    QuestionSyntax,
    RouteSyntax,
    StepSyntax,
    TreeSyntax,
    onward,
    whens_of,
)
from clausetree.tree.written_lines import target_names

type Graph = dict[str, list[str]]


def edges_of(syntax: TreeSyntax) -> Graph:
    """Return where each node leads, leaving out names that no node has. What leads back leads on in the end."""
    names = {node.id.text for node in syntax.nodes}
    return {
        node.id.text: [onward(name).text for name in target_names(node) if name and onward(name).text in names]
        for node in syntax.nodes
    }


def edges_and_back(syntax: TreeSyntax) -> Graph:
    """Return where each node leads, that which it leads back to included."""
    graph = edges_of(syntax)
    for source, arrow in arrows_back(syntax):
        graph[source] += [arrow.text] if arrow.text in graph else []
    return graph


def check_loops(syntax: TreeSyntax, graph: Graph) -> Iterator[TreeProblem]:
    """Yield every loop without a route. Whether a route leads out in time, only the search states can tell."""
    place = {node.id.text: node.id.span.start for node in syntax.nodes if not isinstance(node, RouteSyntax)}
    for loop in loops({node: [target for target in graph[node] if target in place] for node in place}):
        first = min(range(len(loop)), key=lambda at: place[loop[at]])
        yield loop_in(syntax, (*loop[first:], *loop[:first]), ())


def loop_in(syntax: TreeSyntax, nodes: tuple[str, ...], example: tuple[str, ...]) -> Loop:
    """Return the problem of a loop, at the node of it that stands first in the file."""
    first = next(node.id for node in syntax.nodes if node.id.text in nodes)
    return Loop(first.span, nodes, example)


def check_again(syntax: TreeSyntax, graph: Graph) -> Iterator[TreeProblem]:
    """Yield what keeps readers from going back. Every name in `syntax` must exist."""
    arrows = [*arrows_back(syntax)]
    groups: dict[str, list[Again]] = {}
    for source, arrow in arrows:
        groups.setdefault(arrow.text, []).append(Again(source, arrow.text, arrow.times, arrow.then.text))
    found = passages(graph, groups, syntax.start.text) if syntax.start else {}
    met: set[tuple[str, str]] = set()
    judged: list[str] = []
    for source, arrow in arrows:
        target = arrow.text
        if (source, target) in met:
            yield BackInTwoWays(arrow.span, source, target)
        elif source != target and not leads(graph, target, source):
            yield NotBack(arrow.span, source, target)
        elif target not in judged:
            own = found[target]
            crossed = (first for first in judged if own & found[first] not in (set(), own, found[first]))
            yield from (PassagesCross(arrow.span, first, target) for first in crossed)
            judged.append(target)
        met.add((source, target))
    for node in syntax.nodes:
        plain = (name for name in target_names(node) if name and not isinstance(name, AgainSyntax))
        twice = (name for name in plain if (node.id.text, name.text) in met)
        yield from (BackInTwoWays(name.span, node.id.text, name.text) for name in twice)


def check_reach(syntax: TreeSyntax, graph: Graph, start: str) -> Iterator[TreeProblem]:
    """Yield every node that no path leads to."""
    met = reachable(graph, start)
    for node in syntax.nodes:
        if node.id.text not in met:
            yield Unreachable(node.id.span, node.id.text)


def check_order(syntax: TreeSyntax, graph: Graph, start: str) -> Iterator[TreeProblem]:
    """Yield every condition and deadline that speaks of a question which no path has asked by then.

    Nodes that nothing leads to are left to `check_reach`. Every name in `syntax` must exist.
    """
    met = reachable(graph, start)
    visits = {node.id.text for node in syntax.nodes if isinstance(node, QuestionSyntax) and node.visits}
    measures = {node.id.text for node in syntax.nodes if isinstance(node, QuestionSyntax) and node.measure}
    for node in syntax.nodes:
        if node.id.text not in met:
            continue
        for name in _questions_spoken_of(node, measures):
            # Of its own answer a question may say what that adds.
            own = isinstance(node, QuestionSyntax) and name.text == node.id.text
            if name.text in met and not own and not leads(graph, name.text, node.id.text):
                yield AskedLater(name.span, name.text, node.id.text, name.text in visits)


def _questions_spoken_of(node: NodeSyntax, measures: Collection[str]) -> Iterator[Name]:
    for when in whens_of(node):
        for fact in facts(when.condition):
            yield fact.question
            if fact.question.text in measures and fact.value.text in measures:
                yield fact.value
    for duty in node.duties if isinstance(node, StepSyntax | OutcomeSyntax) else ():
        if duty.within and duty.within.question:
            yield duty.within.question


def arrows_back(syntax: TreeSyntax) -> Iterator[tuple[str, AgainSyntax]]:
    """Yield the targets that lead back so often, each once, with the id of the node at which it stands."""
    for node in syntax.nodes:
        arrows = (name for name in target_names(node) if isinstance(name, AgainSyntax))
        yield from ((node.id.text, arrow) for arrow in dict.fromkeys(arrows))


def has_loop(graph: Graph) -> bool:
    """Return whether any nodes lead round to themselves."""
    return len(in_order(graph)) < len(graph)
