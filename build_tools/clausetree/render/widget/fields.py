"""The boxes into which a number, a date or a time is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from clausetree.render.html.ids import live_id
from clausetree.render.html.markup import Html, element
from clausetree.render.tree.what_to_do import answer_phrase
from clausetree.render.widget.conversation import Arrival, ConversationState
from clausetree.report.sentence import begun
from clausetree.tree.answers import is_unsure
from clausetree.tree.model import Measure, Tree
from clausetree.tree.scalar import scalar_phrase
from clausetree.tree.scale import DateScale, NumberScale
from clausetree.tree.typed import typed_fields

EXAMPLE_TIMES = "9:30am or 14:30"


@dataclass(frozen=True, slots=True)
class Box:
    """A part to type: its name, its label and an example, how wide a box it needs, and with which keys."""

    name: str
    label: str
    width: int
    keys: str = "numeric"
    hint: str = ""


_DATE = (Box("day", "Day", 2), Box("month", "Month", 2), Box("year", "Year", 4))
_TIME = Box("time", "Time", 10, "text", f"For example, {EXAMPLE_TIMES}")


def boxes_of(node: Measure) -> tuple[Box, ...]:
    """Return the boxes for an answer, in the order in which what is typed is handed on."""
    match node.scale:
        case DateScale.DATE:
            return _DATE
        case DateScale.DATE_AND_TIME:
            return (*_DATE, _TIME)
        case NumberScale(places):
            # Keys for figures alone have no minus, on some phones.
            keys = "text" if node.least < 0 else "decimal" if places else "numeric"
            return (Box("number", "", 10, keys),)
        case _:
            assert_never(node.scale)


def fields(tree: Tree, state: ConversationState, node: Measure) -> list[Html]:
    """Return a box for each part to type: no picker, which would be slow and small for a far-off date."""
    values = _typed_before(state, node)
    return [_field(tree, node, box, value) for box, value in zip(boxes_of(node), values, strict=True)]


def hint(node: Measure) -> str | None:
    """Return how a date or money is typed, by what `node` could be answered with on any day.

    Of a number with decimal places it is what may be typed; of a whole number, nothing.
    """
    if isinstance(node.scale, NumberScale):
        if node.scale.currency:
            return f"For example, {scalar_phrase(node.scale, (node.least + node.most) // 2)}"
        return begun(answer_phrase(node)) if node.scale.places else None
    on_any_day = node.least if node.ends_today else node.most if node.begins_today else None
    day = date.fromordinal(on_any_day or (node.least + node.most) // 2)
    return f"For example, {day.day} {day.month} {day.year}"


def _field(tree: Tree, node: Measure, box: Box, value: str) -> Html:
    own = live_id(tree, node.id, box.name)
    unit_id = live_id(tree, node.id, "unit") if node.unit else None
    hint_id = f"{own}--hint" if box.hint else None
    currency = node.scale.currency if isinstance(node.scale, NumberScale) else ""
    before_id = live_id(tree, node.id, "before") if node.word_before else None
    named_by = " ".join(filter(None, (live_id(tree, "heading"), before_id, unit_id)))
    return element(
        "div",
        element("label", box.label, for_=own) if box.label else None,
        element("p", box.hint, id=hint_id, class_="ct-hint") if box.hint else None,
        element("span", currency, class_="ct-prefix", aria_hidden="true") if currency else None,
        element("span", Html(node.word_before.html), id=before_id, class_="ct-prefix")
        if node.word_before
        else None,
        element(
            "input",
            type="text",
            inputmode=box.keys,
            id=own,
            name=box.name,
            value=value,
            class_=f"ct-input ct-input--{box.width}",
            aria_labelledby=None if box.label else named_by,
            aria_describedby=hint_id,
            autocomplete="off",
        ),
        element("span", Html(node.unit.html), id=unit_id, class_="ct-unit") if node.unit else None,
        class_="ct-field ct-field--alone" if box.hint else "ct-field",
    )


def _typed_before(state: ConversationState, node: Measure) -> tuple[str, ...]:
    if state.arrival is Arrival.WENT_ON_EMPTY:
        boxes = boxes_of(node)
        return (*state.tried, *[""] * len(boxes))[: len(boxes)]
    answer = state.answers.get(node.id, frozenset())
    return typed_fields(node.scale, "" if is_unsure(node, answer) else "".join(answer))
