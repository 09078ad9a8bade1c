"""What a question asks its reader to do: pick, or enter a number or a date within its bounds."""

from __future__ import annotations

from clausetree.tree.model import Measure, OneOf, Question
from clausetree.tree.scalar import Scale, scalar_phrase


def what_to_do(node: Question) -> str:
    """Return what is asked of a reader who went on with no answer at all."""
    if isinstance(node, OneOf):
        return "Pick an answer to go on"
    if isinstance(node, Measure):
        what = "a whole number" if node.scale is Scale.NUMBER else "a date"
        return f"Enter {what} {bounds_phrase(node)}"
    none = f", or “{node.none.wording.text}” alone" if node.none else ""
    return f"Pick at least one answer to go on{none}"


def bounds_phrase(node: Measure) -> str:
    """Return the least and the most that a question takes: "from 1 to 10"."""
    return f"from {scalar_phrase(node.scale, node.least)} to {scalar_phrase(node.scale, node.most)}"
