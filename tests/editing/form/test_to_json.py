"""The form and its changes as a page reads and writes them."""

from __future__ import annotations

import json

import pytest

from clausetree.editing.form.change import (
    AddCard,
    AddItem,
    MoveBefore,
    MoveDown,
    MoveUp,
    Refused,
    Remove,
    SetValue,
)
from clausetree.editing.form.changing import change
from clausetree.editing.form.reading import form_of
from clausetree.editing.form.to_json import change_from_json, form_to_json, outcome_to_json
from clausetree.report.source import Source

SOURCE = Source("some.tree", 'step s "S"\n    then -> e\n')


def test_a_form() -> None:
    form = form_to_json(form_of(SOURCE))
    (card,) = form["cards"]
    assert {key: card[key] for key in ("path", "kind", "asks", "id", "title", "span", "items")} == {
        "path": "step s",
        "kind": "step",
        "asks": "",
        "id": "s",
        "title": "Step: S",
        "span": [0, 24],
        "items": [],
    }
    assert card["fields"][0] == {
        "path": "step s/title",
        "label": "Title",
        "hint": "What readers are to do here, in a few words",
        "control": "words",
        "value": "S",
        "optional": False,
        "span": [7, 10],
        "offers": "",
    }
    assert form["lists"]["nodes"] == [{"value": "s", "label": "S"}]
    assert [each["kind"] for each in form["adds"]["route"]] == ["when", "otherwise"]
    assert json.loads(json.dumps(form)) == form


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"do": "set", "path": "a", "value": "b"}, SetValue("a", "b")),
        ({"do": "add-card", "kind": "step", "words": "W"}, AddCard("step", "W")),
        (
            {
                "do": "add-card",
                "kind": "question",
                "words": "W",
                "after": "a",
                "asks": "several",
                "answers": ["A"],
            },
            AddCard("question", "W", "a", "several", ("A",)),
        ),
        ({"do": "add-item", "card": "c", "kind": "note"}, AddItem("c", "note")),
        (
            {"do": "add-item", "card": "c", "kind": "note", "values": {"words": "W"}, "after": "a"},
            AddItem("c", "note", {"words": "W"}, "a"),
        ),
        ({"do": "remove", "path": "a"}, Remove("a")),
        ({"do": "move-up", "path": "a"}, MoveUp("a")),
        ({"do": "move-down", "path": "a"}, MoveDown("a")),
        ({"do": "move-before", "path": "a", "before": ""}, MoveBefore("a", "")),
    ],
)
def test_a_change(asked: dict[str, object], expected: object) -> None:
    assert change_from_json(asked) == expected


def test_what_is_no_change() -> None:
    with pytest.raises(ValueError, match="'sing'"):
        change_from_json({"do": "sing"})


def test_what_comes_of_it() -> None:
    assert outcome_to_json(change(SOURCE, SetValue("step s/title", "T"))) == {
        "done": True,
        "replacements": [{"start": 8, "end": 9, "text": "T"}],
        "selected": "step s/title",
        "told": [],
    }
    assert outcome_to_json(Refused("What.", "a", "Do.")) == {
        "done": False,
        "what": "What.",
        "path": "a",
        "remedy": "Do.",
    }
