"""Lines that a tree says once: they stand wherever a step or an outcome uses them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clausetree.report.closest import closest
from clausetree.tree.problems.names import UnknownShared, UnusedShared
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.syntax import NodeSyntax, OutcomeSyntax, SharedSyntax, StepSyntax, TreeSyntax

type _Shared = Mapping[str, SharedSyntax]


def with_shared_lines(syntax: TreeSyntax) -> tuple[TreeSyntax, list[TreeProblem]]:
    """Return the tree with all shared lines in their places, and what is wrong with what is used."""
    shared = {lines.id.text: lines for lines in reversed(syntax.shared)}
    problems = [problem for node in syntax.nodes for problem in _problems(node, shared)]
    # Where a name is not known, it may be meant for a block that nothing seems to use.
    problems = problems or [*_unused(syntax)]
    return replace(syntax, nodes=tuple(_with_lines(node, shared) for node in syntax.nodes)), problems


def _unused(syntax: TreeSyntax) -> Iterator[TreeProblem]:
    using = (node for node in syntax.nodes if isinstance(node, StepSyntax | OutcomeSyntax))
    used = {use.name.text for node in using for use in node.uses}
    for lines in syntax.shared:
        if lines.id.text not in used:
            yield UnusedShared(lines.id.span, lines.id.text)


def _problems(node: NodeSyntax, shared: _Shared) -> Iterator[TreeProblem]:
    for use in node.uses if isinstance(node, StepSyntax | OutcomeSyntax) else ():
        if use.name.text not in shared:
            yield UnknownShared(use.name.span, use.name.text, closest(use.name.text, shared))


def _with_lines(node: NodeSyntax, shared: _Shared) -> NodeSyntax:
    if not isinstance(node, StepSyntax | OutcomeSyntax) or not node.uses:
        return node
    # What is used twice stands there once.
    found = [(use, lines) for use in dict.fromkeys(node.uses) if (lines := shared.get(use.name.text))]
    return replace(
        node,
        notes=_put(node.notes, [(use.notes, lines.notes) for use, lines in found]),
        duties=_put(node.duties, [(use.duties, lines.duties) for use, lines in found]),
        contacts=_put(node.contacts, [(use.contacts, lines.contacts) for use, lines in found]),
        links=_put(node.links, [(use.links, lines.links) for use, lines in found]),
    )


def _put[Line](own: tuple[Line, ...], shared: Sequence[tuple[int, tuple[Line, ...]]]) -> tuple[Line, ...]:
    """Return a block's own lines with shared ones put behind as many of its own."""
    lines = list(own)
    for behind, more in reversed(shared):
        lines[behind:behind] = more
    return tuple(lines)
