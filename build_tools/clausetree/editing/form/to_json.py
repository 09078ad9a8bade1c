"""The form, a change and what comes of it as a page of scripts reads and writes them.

A form:

    {"cards": [CARD, …], "lists": {NAME: [{"value": "…", "label": "…"}, …]}, "adds": {KIND: [ADD, …]}}

A card, its items and their fields; spans are offsets in characters of the text, [start, end]:

    CARD  = {"path", "kind", "asks", "id", "title", "span", "fields": [FIELD, …], "items": [ITEM, …]}
    ITEM  = {"path", "kind", "title", "span", "fields": [FIELD, …]}
    FIELD = {"path", "label", "hint", "control", "value", "optional": true or false, "span", "offers"}

`control` is a value of `Control`; `offers` is a NAME of the lists, or "". `adds` says for each kind of card
what can be added to it:

    ADD = {"kind", "title", "fields": [{"key", "label", "hint", "control", "optional", "offers"}, …]}

A change:

    {"do": "set", "path", "value"}
    {"do": "add-card", "kind", "words", "after"?, "asks"?, "answers"?: ["…", …]}
    {"do": "add-item", "card", "kind", "values"?: {KEY: "…"}, "after"?}
    {"do": "remove" | "move-up" | "move-down", "path"}
    {"do": "move-before", "path", "before"}

What comes of it:

    {"done": true, "replacements": [{"start", "end", "text"}, …], "selected", "told": [{"path", "words"}, …]}
    {"done": false, "what", "path", "remedy"}
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, assert_never

from clausetree.editing.form.change import (
    AddCard,
    AddItem,
    Change,
    Done,
    MoveBefore,
    MoveDown,
    MoveUp,
    Outcome,
    Refused,
    Remove,
    SetValue,
)
from clausetree.editing.form.form import Card, Field, Form, Item
from clausetree.editing.form.shape import Reads
from clausetree.editing.form.shapes import addable, name_to_add
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind


def form_to_json(form: Form) -> dict[str, Any]:
    """Return a form as the head of this module describes it."""
    lists = {
        name: [{"value": each.value, "label": each.label} for each in offered]
        for name, offered in form.lists.items()
    }
    return {"cards": [_card(card) for card in form.cards], "lists": lists, "adds": _adds()}


def _card(card: Card) -> dict[str, Any]:
    return {
        "path": card.path,
        "kind": str(card.kind),
        "asks": card.asks,
        "id": card.id,
        "title": card.title,
        "span": _span(card.span),
        "fields": [_field(field) for field in card.fields],
        "items": [_item(item) for item in card.items],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "path": item.path,
        "kind": str(item.kind),
        "title": item.title,
        "span": _span(item.span),
        "fields": [_field(field) for field in item.fields],
    }


def _field(field: Field) -> dict[str, Any]:
    return {
        "path": field.path,
        "label": field.label,
        "hint": field.hint,
        "control": field.control.value,
        "value": field.value,
        "optional": field.optional,
        "span": _span(field.span),
        "offers": field.offers,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


@cache
def _adds() -> dict[str, Any]:
    return {
        kind.value: [
            {
                "kind": name_to_add(shape),
                "title": shape.title,
                "fields": [
                    {
                        "key": piece.key,
                        "label": piece.label,
                        "hint": piece.hint,
                        "control": piece.control.value,
                        "optional": piece.optional,
                        "offers": piece.offers,
                    }
                    for piece in shape.all_pieces
                    if piece.reads is not Reads.ID
                ],
            }
            for shape in addable(kind)
        ]
        for kind in BlockKind
    }


def change_from_json(asked: Mapping[str, Any]) -> Change:
    """Return the change that a page asks for. Raises `KeyError` or `ValueError` for what is none."""
    match asked["do"]:
        case "set":
            return SetValue(asked["path"], asked["value"])
        case "add-card":
            more = {key: asked[key] for key in ("after", "asks") if key in asked}
            return AddCard(asked["kind"], asked["words"], **more, answers=tuple(asked.get("answers", ())))
        case "add-item":
            return AddItem(asked["card"], asked["kind"], asked.get("values", {}), asked.get("after", ""))
        case "remove":
            return Remove(asked["path"])
        case "move-up":
            return MoveUp(asked["path"])
        case "move-down":
            return MoveDown(asked["path"])
        case "move-before":
            return MoveBefore(asked["path"], asked["before"])
        case other:
            raise ValueError(f"No change of a form is called {other!r}.")


def outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as the head of this module describes it."""
    match outcome:
        case Done():
            made = (
                {"start": each.span.start, "end": each.span.end, "text": each.text}
                for each in outcome.replacements
            )
            told = [{"path": each.path, "words": each.words} for each in outcome.told]
            return {"done": True, "replacements": list(made), "selected": outcome.selected, "told": told}
        case Refused():
            return {"done": False, "what": outcome.what, "path": outcome.path, "remedy": outcome.remedy}
        case _:
            assert_never(outcome)
