"""What a question asks its reader to do: pick, or enter a number, a date or a time within its bounds."""

from __future__ import annotations

from clausetree.render.tree.phrasing import counted
from clausetree.tree.model import Measure, OneOf, Prose, Question
from clausetree.tree.scalar import scalar_phrase
from clausetree.tree.scale import DateScale, NumberScale, Scale


def what_to_do(node: Question) -> str:
    """Return what is asked of a reader who went on with no answer at all."""
    if isinstance(node, OneOf):
        return "Pick an answer to go on"
    if isinstance(node, Measure):
        or_unsure = f", or pick “{node.unsure.wording.text}”" if node.unsure else ""
        return f"Enter {answer_phrase(node)}{or_unsure}"
    singles = [f"“{one.wording.text}”" for one in (node.none, node.unsure) if one]
    return f"Pick at least one answer to go on{f', or {" or ".join(singles)} alone' if singles else ''}"


def answer_phrase(node: Measure) -> str:
    """Return what can be answered: "a number from 0 to 10 kg, with at most 2 decimal places"."""
    return f"{kind_asked_for(node.scale)} {bounds_phrase(node)}{_places(node.scale)}"


def kind_asked_for(scale: Scale) -> str:
    """Return what a question asks for: "a whole number", "an amount of money", "a date"."""
    if not isinstance(scale, NumberScale):
        return "a date" if scale is DateScale.DATE else "a date and a time"
    if scale.currency:
        return "an amount of money"
    return "a number" if scale.places else "a whole number"


def bounds_phrase(node: Measure) -> str:
    """Return the least and the most that a question takes, with what they count: "from 1 to 10 days"."""
    least, most = (scalar_phrase(node.scale.of_limits, bound) for bound in (node.least, node.most))
    words = f"from {'today' if node.begins_today else least} to {'today' if node.ends_today else most}"
    return counted(Prose(words, words), node.unit).text


def places_phrase(scale: NumberScale) -> str:
    """Return how many decimal places a number has: "at most 2 decimal places"."""
    return f"at most {scale.places} decimal place{'s' * (scale.places > 1)}"


def _places(scale: Scale) -> str:
    """Return that of a number; of money everybody knows it."""
    is_told = isinstance(scale, NumberScale) and scale.places and not scale.currency
    return f", with {places_phrase(scale)}" if isinstance(scale, NumberScale) and is_told else ""
