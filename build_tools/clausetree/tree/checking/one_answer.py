"""Whether a question leaves its reader a choice."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.tree.problems.recovery import OneAnswer, OnlyAnswer
from clausetree.tree.scalar import written_scalar
from clausetree.tree.scale import DateScale
from clausetree.tree.syntax import QuestionSyntax, TreeSyntax, offered_by


def check_answers(syntax: TreeSyntax) -> Iterator[OneAnswer]:
    """Yield every question to which only one answer can be given. One that mixes kinds has another fault.

    A visit leaves no choice of its own.
    """
    for node in syntax.nodes:
        if isinstance(node, QuestionSyntax) and not node.visits and (only := _only_answer(node)):
            yield OneAnswer(node.id.span, node.id.text, only)


def _only_answer(node: QuestionSyntax) -> OnlyAnswer | None:
    """Return the one answer to a question, or None when there is another."""
    measure, answers = node.measure, offered_by(node)
    mixed = bool(node.options) and len(answers) > len(node.options)
    if mixed or bool(answers) is (measure is not None):
        return None
    if measure and measure.scale is DateScale.DATE_AND_TIME:
        return None  # a day has many times
    if measure:
        least, most = (written_scalar(measure.scale, name.text) for name in (measure.least, measure.most))
        return OnlyAnswer.SCALAR if least is not None and least == most else None
    if len(answers) > 1 or node.none:
        return None
    return OnlyAnswer.OPTION if node.options else OnlyAnswer.CHOICE
