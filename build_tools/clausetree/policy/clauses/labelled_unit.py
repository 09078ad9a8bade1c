"""The units of a document with their words and the labels that begin them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from clausetree.policy.clause import LastWords, Published, digest
from clausetree.policy.clauses.labelled import unnumbered
from clausetree.policy.document import (
    Content,
    Document,
    Holder,
    Link,
    Shape,
    Text,
    Unit,
    holders,
    own_words,
    unit_of,
)
from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.labels.labels import labels_of
from clausetree.policy.plain_words import collapse, html_of, text_of

_PLACES = {Shape.HEADING: Place.HEADING, Shape.PARAGRAPH: Place.PARAGRAPH, Shape.ITEM: Place.ITEM}


@dataclass(frozen=True, slots=True)
class LabelledUnit:
    """What stands in a unit: its paragraphs or cells, their words as text, and the label that begins them."""

    unit: Unit
    contents: list[Content]
    text: str
    label: Label | None = None

    def with_label(self, label: Label | None) -> LabelledUnit:
        """Return the same with another label."""
        return LabelledUnit(self.unit, self.contents, self.text, label)

    def without(self, printed: str) -> tuple[str, str]:
        """Return the words as text and as HTML, without the number that they begin with."""
        first, *rest = self.contents or [()]
        left = unnumbered(first, printed)
        text = self.text if left is first else self.text[len(printed) :].lstrip()
        match (left, *rest):
            case ((Text(),),):  # as most are
                return text, escape(text, quote=False)
            case pieces:
                return text, collapse(" ".join(map(html_of, pieces)))


def labelled_units(document: Document, numbers: Sequence[str], published: Published) -> Iterator[LabelledUnit]:
    """Yield the units of a document in reading order.

    `numbers` are further examples of labels. `published` has the last words of each published anchor: what was
    published with a label among its words keeps it there until they are changed.
    """
    units = [_labelled_unit(holder) for holder in holders(document.blocks)]
    for labelled, label in zip(units, _labels_of_units(units, numbers), strict=True):
        last = published.get(labelled.unit.attributes.anchor or "")
        counts = label is not None and not (last and _had_no_label(labelled, label, last))
        yield labelled.with_label(label) if counts else labelled


def place_of(unit: Unit) -> Place:
    """Return how a unit is written, as its label is read by it."""
    return _PLACES.get(unit.shape, Place.ROW)


def _is_entry_of_contents(labelled: LabelledUnit) -> bool:
    """Tell whether an item is nothing but a link to a place of the same page: its number is of that place."""
    match labelled.contents:
        case [(Link(href=href),)]:
            return href.startswith("#")
        case _:
            return False


def _labelled_unit(holder: Holder) -> LabelledUnit:
    contents = own_words(holder)
    return LabelledUnit(unit_of(holder), contents, collapse(" ".join(map(text_of, contents))))


def _had_no_label(labelled: LabelledUnit, label: Label, last: LastWords) -> bool:
    """Tell whether words were published when their label was read as words, or was their list's alone."""
    if label.printed:
        return last.number != label.cited and last.digest == digest(labelled.text)
    return label.form is not Form.ITEM and last.number is None


def _labels_of_units(units: Sequence[LabelledUnit], numbers: Sequence[str]) -> list[Label | None]:
    """Return the label of each unit: which forms a policy uses shows in all of them together."""
    beginnings = [
        Beginning(
            "" if labelled.unit.shape is Shape.ITEM and _is_entry_of_contents(labelled) else labelled.text,
            place_of(labelled.unit),
            labelled.unit.depth,
            labelled.unit.listed,
        )
        for labelled in units
    ]
    return labels_of(beginnings, numbers)
