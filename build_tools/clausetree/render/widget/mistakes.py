"""What is wrong with an answer that cannot be taken, in words that say what to do about it."""

from __future__ import annotations

from clausetree.render.html.ids import live_id
from clausetree.render.tree.what_to_do import bounds_phrase, what_to_do
from clausetree.render.widget.fields import BOXES
from clausetree.tree.answers import offered
from clausetree.tree.model import Measure, Question, Tree
from clausetree.tree.scalar import Scale, scalar_of, typed_scalar


def mistake(node: Question, tried: tuple[str, ...]) -> str:
    """Return what a reader is told who picked or typed `tried`, which `node` cannot be answered with."""
    if not isinstance(node, Measure) or not any(map(str.strip, tried)):
        return what_to_do(node)
    if scalar_of(node.scale, typed_scalar(node.scale, tried)) is not None:
        subject = "number" if node.scale is Scale.NUMBER else "date"
        return f"The {subject} must be {bounds_phrase(node)}"
    if node.scale is Scale.NUMBER:
        return f"Your answer must be a whole number {bounds_phrase(node)}"
    return _not_a_date(tried)


def _not_a_date(tried: tuple[str, ...]) -> str:
    missing = _missing(tried)
    if missing:
        return f"The date must include a {' and a '.join(missing)}"
    if not all(part.strip().isdigit() for part in tried):
        return "The date must be in figures"
    year = tried[-1].strip()
    if len(year) != 4:
        return "The year must have four digits"
    return "The date must be a real date"


def _missing(tried: tuple[str, ...]) -> list[str]:
    names = [name for name, _, _ in BOXES[Scale.DATE]]
    return [name for name, text in zip(names, tried, strict=False) if not text.strip()]


def control_to_mend(tree: Tree, node: Question, tried: tuple[str, ...]) -> str:
    """Return the id of the control to go to: the first, unless it is another part of a date that is missing."""
    if not isinstance(node, Measure):
        return live_id(tree, node.id, offered(node)[0].id)
    first = BOXES[node.scale][0][0]
    missing = _missing(tried) if node.scale is Scale.DATE else []
    return live_id(tree, node.id, next(iter(missing), first))
