"""The boxes into which a number or a date is typed."""

from __future__ import annotations

from datetime import date

from clausetree.render.html.ids import live_id
from clausetree.render.html.markup import Html, element
from clausetree.render.widget.conversation import Arrival, ConversationState
from clausetree.tree.model import Measure, Tree
from clausetree.tree.scalar import Scale

BOXES = {
    Scale.NUMBER: (("number", "", 10),),
    Scale.DATE: (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4)),
}
"""What is typed: the name of each part, its label, and how wide a box it needs."""


def fields(tree: Tree, state: ConversationState, node: Measure) -> list[Html]:
    """Return a box for each part to type: no picker, which would be slow and small for a far-off date."""
    boxes = BOXES[node.scale]
    values = _typed_before(state, node)
    unit_id = live_id(tree, node.id, "unit") if node.unit else None
    unit = element("span", Html(node.unit.html), id=unit_id, class_="ct-unit") if node.unit else None
    named_by = " ".join(filter(None, (live_id(tree, "heading"), unit_id)))
    return [
        element(
            "div",
            _field_label(live_id(tree, node.id, name), label),
            element(
                "input",
                type="text",
                inputmode="numeric",
                id=live_id(tree, node.id, name),
                name=name,
                value=value,
                class_=f"ct-input ct-input--{width}",
                aria_labelledby=None if label else named_by,
                autocomplete="off",
            ),
            unit,
            class_="ct-field",
        )
        for (name, label, width), value in zip(boxes, values, strict=True)
    ]


def example(node: Measure) -> str:
    """Return how a date is typed, by one that `node` could be answered with."""
    day = date.fromordinal((node.least + node.most) // 2)
    return f"For example, {day.day} {day.month} {day.year}"


def _field_label(own: str, label: str) -> Html | None:
    return element("label", label, for_=own) if label else None


def _typed_before(state: ConversationState, node: Measure) -> tuple[str, ...]:
    if state.arrival is Arrival.WENT_ON_EMPTY:
        return (*state.tried, "", "", "")[: len(BOXES[node.scale])]
    kept = next(iter(state.answers.get(node.id, frozenset())), "")
    if node.scale is Scale.NUMBER:
        return (kept,)
    year, month, day = kept.split("-") if kept else ("", "", "")
    return day.lstrip("0"), month.lstrip("0"), year
