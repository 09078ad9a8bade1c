"""The labels of all units of one policy: which of them begin with a number or letter, and with which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetree.policy.numbers.items import Items
from clausetree.policy.numbers.label import Beginning, Form, Label, Place

_DECIMAL = re.compile(r"(\d+(?:\.\d+)+[A-Z]?)\s+(?=\S)", re.ASCII)
_LETTER = re.compile(r"(?:\((?P<inside>[a-z]{1,4})\)|(?P<before>[a-z])[.)])\s+(?=\S)", re.ASCII)


def labels_of(beginnings: Sequence[Beginning], also: Sequence[str] = ()) -> list[Label | None]:
    """Return the label of each unit, in reading order, or None where it has none.

    `also` are further examples of labels that the policy uses, as its head has them: "Minute 12/1".
    """
    items = Items()
    found: list[Label | None] = []
    for at, unit in enumerate(beginnings):
        number = _DECIMAL.match(unit.words)
        label = Label(number[1], number[1], Form.DECIMAL) if number else None
        letter = _LETTER.match(unit.words) if unit.place is Place.PARAGRAPH else None
        if unit.place is Place.HEADING:
            items.begin(None, label is not None)
        elif letter and items.parent(own := letter["inside"] or letter["before"]) is not None:
            label = Label(letter[0].rstrip(), own, Form.ITEM, parent=items.parent(own))
            items.add(own, at)
        elif unit.place is not Place.ITEM:
            items.begin(at, label is not None)
        found.append(label)
    return found
