"""What the scripts of a course have to know to read what is typed, and to say it again."""

from __future__ import annotations

from typing import Any

from clausetree.render.courses.alike import Alike
from clausetree.render.courses.tokens import token
from clausetree.render.tree.what_to_do import what_to_do
from clausetree.render.widget.fields import boxes_of
from clausetree.render.widget.mistakes import (
    DATE_GUESSED,
    DATE_LACKS,
    DATE_UNCLEAR,
    NO_REAL_DATE,
    NOT_IN_FIGURES,
    NOT_READ,
    OTHER_WEEKDAY,
    TIME_FAULTS,
    YEAR_TOO_SHORT,
    words_beyond,
    words_of_both,
    words_of_fault,
)
from clausetree.tree.model import Measure, Prose, Tree
from clausetree.tree.scalar import scalar_text
from clausetree.tree.scale import DateScale, NumberScale, Scale
from clausetree.tree.typed_number import NumberFault


def is_typed(tree: Tree) -> bool:
    """Return whether anything is typed in the course of a tree."""
    return any(isinstance(node, Measure) for node in tree.nodes)


def typed_question(tree: Tree, alike: Alike, node: Measure) -> dict[str, Any]:
    """Return what is to be known of `node`, as JSON can hold it (`CourseTyped` in types.d.ts)."""
    by_days = any(limit.days is not None for limit in alike.limits(node))
    today = tree.today or 0
    return {
        "mark": token(node.id),
        "boxes": [box.name for box in boxes_of(node)],
        "least": None if node.begins_today else node.least,
        "most": None if node.ends_today else node.most,
        "starts": [first - today if by_days else first for first in alike.stretches(node)],
        "kinds": ["".join(answer) for answer in alike.answers(node)],
        "ago": by_days,
        "unsure": node.unsure.id if node.unsure else "",
        "counts": "".join(node.unsure.counts_as) if node.unsure else "",
        "number": _number(node, node.scale) if isinstance(node.scale, NumberScale) else None,
        "told": _told(node),
    }


def longest_typed(node: Measure) -> int:
    """Return how many characters the longest answer to `node` has, as it is kept."""
    match node.scale:
        case DateScale.DATE:
            return len("2024-03-27")
        case DateScale.DATE_AND_TIME:
            return len("2024-03-27T14:30")
        case NumberScale() as scale:
            whole = max(len(scalar_text(scale, bound).partition(".")[0]) for bound in (node.least, node.most))
            return whole + (1 + scale.places if scale.places else 0) + (node.least < 0)


def _number(node: Measure, scale: NumberScale) -> dict[str, Any]:
    return {
        "places": scale.places,
        "currency": scale.currency,
        "units": node.units,
        "one": _html(node.unit_of_one or node.unit),
        "many": _html(node.unit),
        "before": _html(node.word_before),
    }


def _html(words: Prose | None) -> str:
    return words.html if words else ""


def _told(node: Measure) -> dict[str, str]:
    """Return what a reader is told whose answer cannot be taken, by what is wrong with it."""
    every = {"nothing": what_to_do(node), "both": words_of_both(node), "beyond": words_beyond(node)}
    return every | _told_of(node, node.scale)


def _told_of(node: Measure, scale: Scale) -> dict[str, str]:
    if isinstance(scale, NumberScale):
        return {fault.name: words_of_fault(node, scale, fault) for fault in NumberFault}
    dates = {
        "lacks": DATE_LACKS,
        "figures": NOT_IN_FIGURES,
        "year": YEAR_TOO_SHORT,
        "unreal": NO_REAL_DATE,
        "unclear": DATE_UNCLEAR,
        "guessed": DATE_GUESSED,
        "unread": NOT_READ,
        "weekday": OTHER_WEEKDAY,
    }
    times = {fault.name: words for fault, words in TIME_FAULTS.items()}
    return dates | times if scale is DateScale.DATE_AND_TIME else dates
