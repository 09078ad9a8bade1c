"""What is wrong with an answer that cannot be taken, in words that say what to do about it."""

from __future__ import annotations

from clausetree.render.html.ids import live_id
from clausetree.render.tree.phrasing import offered
from clausetree.render.widget.fields import PARTS
from clausetree.tree.model import Measure, OneOf, Question, Tree
from clausetree.tree.scalar import Scale, scalar_of, scalar_phrase, typed_scalar


def what_to_do(node: Question) -> str:
    """Return what is asked of a reader who went on with no answer at all."""
    if isinstance(node, OneOf):
        return "Pick an answer to go on"
    if isinstance(node, Measure):
        what = "a whole number" if node.scale is Scale.NUMBER else "a date"
        return f"Enter {what} {_bounds(node)}"
    none = f", or “{node.none.wording.text}” alone" if node.none else ""
    return f"Pick at least one answer to go on{none}"


def mistake(node: Question, tried: tuple[str, ...]) -> str:
    """Return what a reader is told who picked or typed `tried`, which `node` cannot be answered with."""
    if not isinstance(node, Measure) or not any(map(str.strip, tried)):
        return what_to_do(node)
    if scalar_of(node.scale, typed_scalar(node.scale, tried)) is not None:
        subject = "number" if node.scale is Scale.NUMBER else "date"
        return f"The {subject} must be {_bounds(node)}"
    if node.scale is Scale.NUMBER:
        return f"Your answer must be a whole number {_bounds(node)}"
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
    parts = [name for name, _, _ in PARTS[Scale.DATE]]
    return [name for name, text in zip(parts, tried, strict=False) if not text.strip()]


def _bounds(node: Measure) -> str:
    return f"from {scalar_phrase(node.scale, node.least)} to {scalar_phrase(node.scale, node.most)}"


def control_to_mend(tree: Tree, node: Question, tried: tuple[str, ...]) -> str:
    """Return the id of the control to go to: the first, unless it is another part of a date that is missing."""
    if not isinstance(node, Measure):
        return live_id(tree, node.id, offered(node)[0].id)
    first = PARTS[node.scale][0][0]
    missing = _missing(tried) if node.scale is Scale.DATE else []
    return live_id(tree, node.id, next(iter(missing), first))
