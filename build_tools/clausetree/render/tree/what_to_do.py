"""What a question asks its reader to do: pick, or enter a number, a date or a time within its bounds."""

from __future__ import annotations

from clausetree.tree.model import Measure, OneOf, Question
from clausetree.tree.scalar import scalar_phrase
from clausetree.tree.scale import DateScale, NumberScale, Scale


def what_to_do(node: Question) -> str:
    """Return what is asked of a reader who went on with no answer at all."""
    if isinstance(node, OneOf):
        return "Pick an answer to go on"
    if isinstance(node, Measure):
        or_unsure = f", or pick “{node.unsure.wording.text}”" if node.unsure else ""
        return f"Enter {kind_asked_for(node.scale)} {bounds_phrase(node)}{or_unsure}"
    singles = [f"“{one.wording.text}”" for one in (node.none, node.unsure) if one]
    return f"Pick at least one answer to go on{f', or {" or ".join(singles)} alone' if singles else ''}"


def kind_asked_for(scale: Scale) -> str:
    """Return what a question asks for: "a whole number", "an amount of money", "a date"."""
    if not isinstance(scale, NumberScale):
        return "a date" if scale is DateScale.DATE else "a date and a time"
    if scale.currency:
        return "an amount of money"
    return "a number" if scale.places else "a whole number"


def bounds_phrase(node: Measure) -> str:
    """Return the least and the most that a question takes: "from 1 to 10"."""
    least, most = (scalar_phrase(node.scale.of_limits, bound) for bound in (node.least, node.most))
    return f"from {'today' if node.begins_today else least} to {'today' if node.ends_today else most}"
