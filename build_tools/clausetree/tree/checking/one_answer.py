"""Whether a question leaves its reader a choice."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.tree.language.syntax import QuestionSyntax, TreeSyntax
from clausetree.tree.problems.recovery import OneAnswer
from clausetree.tree.scalar import scalar_of


def check_answers(syntax: TreeSyntax) -> Iterator[OneAnswer]:
    """Yield every question to which only one answer can be given. One that mixes kinds has another fault."""
    for node in syntax.nodes:
        if isinstance(node, QuestionSyntax) and (kind := _only(node)):
            yield OneAnswer(node.id.span, node.id.text, kind)


def _only(node: QuestionSyntax) -> str | None:
    """Return the keyword of the one answer, or None when there is another."""
    measure = node.measure
    if sum((bool(node.options), bool(node.choices or node.none), measure is not None)) != 1:
        return None
    if measure:
        least, most = (scalar_of(measure.scale, name.text) for name in (measure.least, measure.most))
        return measure.scale.value if least is not None and least == most else None
    if len(node.options) == 1:
        return "option"
    return "many" if len(node.choices) == 1 and not node.none else None
