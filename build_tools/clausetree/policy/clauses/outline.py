"""The units of a document in order become clauses: what stands under what, and what each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from clausetree.policy.clause import NOTHING, Clause, ClauseKind, LastWords, Published, Standing, digest
from clausetree.policy.clauses.labelled import unnumbered
from clausetree.policy.clauses.naming import item_label, item_letter, item_tail, note_name, place_name
from clausetree.policy.clauses.unanchored import Unanchored
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
from clausetree.policy.labels.divisions import is_part
from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.labels.labels import labels_of
from clausetree.policy.labels.malformed import odd_number
from clausetree.policy.markdown.rows import beginning
from clausetree.policy.numbers.anchors import anchor_of_item, anchor_of_label, is_numbered_anchor
from clausetree.policy.plain_words import collapse, html_of, text_of
from clausetree.policy.problems import BadNumber, Problem
from clausetree.report.span import Span


@dataclass(frozen=True, slots=True)
class _Section:
    level: int
    heading: Clause | None
    title: str
    standing: Standing


_PLACES = {Shape.HEADING: Place.HEADING, Shape.PARAGRAPH: Place.PARAGRAPH, Shape.ITEM: Place.ITEM}
_NOWHERE = _Section(0, None, "", Standing.NORMATIVE)


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands in a unit: its paragraphs or cells, their words as text, and the label that begins them."""

    unit: Unit
    contents: list[Content]
    text: str
    label: Label | None = None

    def with_label(self, label: Label | None) -> _Said:
        """Return the same with another label."""
        return _Said(self.unit, self.contents, self.text, label)

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


@dataclass(frozen=True, slots=True)
class _Item:
    """What an item is an item of, and how its anchor ends. Words that are no item are `_NO_ITEM`."""

    parent: Clause | None = None
    tail: str = ""


_NO_ITEM = _Item()


class Outline:
    """What a document has: its `clauses`, and what is wrong with how they are numbered as `problems`.

    `unanchored` are the words that have no anchor. `text` is the source of the document, and `numbers` are
    examples of labels that its front matter gives. `published` has the last words of each published anchor:
    what was published with a label among its words keeps it there until they are changed.
    """

    def __init__(
        self, text: str, document: Document, numbers: Sequence[str] = (), published: Published = NOTHING
    ) -> None:
        self.clauses: list[Clause] = []
        self.problems: list[Problem] = []
        self.unanchored: list[Unanchored] = []
        self._text = text
        self._sections = [_NOWHERE]
        self._parents: list[Clause | None] = []
        self._made: list[Clause | None] = []
        self._number = ""
        self._parts = 0
        self._items = 0
        self._within: Counter[int] = Counter()
        units = [_said(holder) for holder in holders(document.blocks)]
        for said, label in zip(units, _labels(units, numbers), strict=True):
            last = published.get(said.unit.attributes.anchor or "")
            counts = label is not None and not (last and _had_none(said, label, last))
            self._made.append(self._add(said.with_label(label) if counts else said))

    def _add(self, said: _Said) -> Clause | None:
        """Return what a unit is, or would be with an anchor."""
        if said.unit.attributes.anchor and not said.text:
            return None
        said = self._as_meant(said)
        self._number = said.label.number if said.label and said.label.form is not Form.ITEM else self._number
        match said.unit.shape:
            case Shape.HEADING:
                return self._heading(said)
            case Shape.ITEM:
                return self._item(said)
            case Shape.PARAGRAPH | Shape.ROW:
                return self._paragraph(said)
            case Shape.ENTRY | Shape.NOTE:
                return self._apart(said)

    def _as_meant(self, said: _Said) -> _Said:
        """Return a unit with the number that it nearly begins with, which is told."""
        anchor = said.unit.attributes.anchor
        told = said.label is not None and (said.label.printed or said.label.form is not Form.ITEM)
        if told or (anchor and not is_numbered_anchor(anchor)):
            return said
        odd = odd_number(said.text, said.unit.listed, self._number)
        if odd is None:
            return said
        found, meant = odd
        self.problems.append(BadNumber(self._place(said.unit, found), found, meant))
        number = meant.partition(" ")[0]
        printed = found if said.text.startswith(found) else ""
        return said.with_label(Label(printed, number, Form.DECIMAL))

    def _place(self, unit: Unit, written: str) -> Span:
        start = self._text.find(written, unit.span.start, unit.span.end)
        return Span(start, start + len(written)) if start >= 0 else beginning(unit.span)

    def _heading(self, said: _Said) -> Clause | None:
        while self._sections[-1].level >= said.unit.depth:
            self._sections.pop()
        title, _ = said.without("" if is_part(said.label) or said.label is None else said.label.printed)
        clause = self._numbered(said, ClauseKind.HEADING, title or said.text)
        self._sections.append(_Section(said.unit.depth, clause, title, self._section_standing(said.unit)))
        self._parents, self._parts, self._items = [], 0, 0
        return clause

    def _paragraph(self, said: _Said) -> Clause | None:
        parent = self._parent(said)
        if parent is not None and said.label is not None and _may_be_item_of(parent, said.unit):
            clause = self._sub_item(said, _Item(parent, item_letter(said.label.number)))
        else:
            clause = self._unlettered(said)
        # What stands below a table is none of its last row's, and a table in an item ends no list.
        depth = said.unit.depth
        row = said.unit.shape is Shape.ROW
        self._parents = self._parents[: depth + (depth > 0)] if row else [*self._parents[:depth], clause]
        return clause

    def _parent(self, said: _Said) -> Clause | None:
        """Return what a unit with a letter is an item of."""
        label = said.label
        return self._made[label.parent] if label is not None and label.parent is not None else None

    def _unlettered(self, said: _Said) -> Clause | None:
        if said.label is None or said.label.form is Form.ITEM:
            self._parts += self._counts(said.unit)
            return self._clause(said, ClauseKind.PART, None, self._part_name(said))
        return self._numbered(said, ClauseKind.CLAUSE, "")

    def _apart(self, said: _Said) -> Clause | None:
        """Take a note, or a word and its meaning: neither belongs to what stands above it."""
        if said.unit.shape is Shape.NOTE:
            self._sections, self._parents = [_NOWHERE], []
            if said.unit.attributes.anchor is None and len(said.contents) == 1:
                return None  # Nothing but its figure, and what stands below that has anchors of its own.
        return self._clause(said, ClauseKind.PART, None, self._part_name(said))

    def _item(self, said: _Said) -> Clause | None:
        depth = said.unit.depth
        del self._parents[depth + 1 :]
        parent = self._parent(said) or (self._parents[depth] if depth < len(self._parents) else None)
        clause = parent
        if said.label is not None and said.label.form is not Form.ITEM:
            clause = self._numbered(said, ClauseKind.CLAUSE, "")
        elif said.text or said.unit.attributes.anchor:
            clause = self._sub_item(said, _Item(parent, self._tail(said, parent)))
        while len(self._parents) <= depth:
            self._parents.append(None)
        self._parents.append(clause)
        return clause

    def _tail(self, said: _Said, parent: Clause | None) -> str:
        """Return how the anchor of an item ends: by its letter, or by the number that its list prints."""
        above = parent or self._sections[-1].heading
        at = above.span.start if above else -1
        self._within[at] += 1
        if said.label is not None and said.label.printed:
            return item_letter(said.label.number)
        listed = said.label.number if said.label is not None else ""
        return item_tail(parent, int(listed) if listed.isdecimal() else self._within[at])

    def _numbered(self, said: _Said, kind: ClauseKind, title: str) -> Clause | None:
        """Return what has a number. A part, as "Appendix A: forms" begins one, is called by all its words."""
        label = said.label
        named = kind is ClauseKind.HEADING and is_part(label)
        return self._clause(said, kind, None if named or label is None else label.cited, title)

    def _sub_item(self, said: _Said, item: _Item) -> Clause | None:
        self._items += 1
        parent, unit = item.parent, said.unit
        numbered = parent is not None and parent.number is not None
        wanted = anchor_of_item(parent.anchor, item.tail) if parent and parent.anchor and numbered else ""
        label = item_label(parent, unit.attributes.anchor or wanted)
        if said.label is not None and said.label.printed and parent is not None and parent.number is not None:
            label = f"{parent.number}({said.label.number})"
        title = "" if label else place_name("item", self._items, self._sections[-1].title)
        return self._clause(said, ClauseKind.SUB_ITEM, label, title, item, wanted)

    def _clause(
        self,
        said: _Said,
        kind: ClauseKind,
        number: str | None,
        title: str,
        item: _Item = _NO_ITEM,
        wanted: str = "",
    ) -> Clause | None:
        unit, parent, label = said.unit, item.parent, said.label
        standing = self._standing(unit)
        anchor = unit.attributes.anchor
        if anchor is None and (standing is Standing.EDITORIAL or not said.text):
            return None
        if kind in (ClauseKind.CLAUSE, ClauseKind.HEADING) and label is not None:
            wanted = anchor_of_label(label, _PLACES.get(unit.shape, Place.ROW))
        numbered = number is not None or kind is ClauseKind.SUB_ITEM
        printed = label.printed if label is not None and numbered else ""
        text, html = said.without(printed)
        owner = (parent.anchor or None) if parent else None
        section = _anchor_of(self._sections[-1].heading)
        depth = parent.depth + 1 if parent is not None and parent.kind is ClauseKind.SUB_ITEM else 1
        clause = Clause(
            *(anchor or wanted, kind, number, title, text, html, owner, section),
            *(standing, unit.span, printed, unit.key, depth),
        )
        if anchor is None:
            under = parent or self._sections[-1].heading
            lost = Unanchored(clause, unit.shape, beginning(unit.span), unit.end, under, item.tail)
            self.unanchored.append(lost)
        else:
            self.clauses.append(clause)
        return clause

    def _standing(self, unit: Unit) -> Standing:
        if "editorial" in unit.attributes.classes:
            return Standing.EDITORIAL
        return self._section_standing(unit)

    def _section_standing(self, unit: Unit) -> Standing:
        """A heading that we added says nothing of the words below it; an informative one does."""
        if "informative" in unit.attributes.classes:
            return Standing.INFORMATIVE
        return self._sections[-1].standing

    def _part_name(self, said: _Said) -> str:
        if said.unit.shape in (Shape.ROW, Shape.ENTRY):
            return next(filter(None, (collapse(text_of(cell)) for cell in said.contents)), "")
        if self._standing(said.unit) is Standing.EDITORIAL:
            return f"a note of the site in “{self._sections[-1].title}”"
        return note_name(said.text) or place_name("paragraph", self._parts, self._sections[-1].title)

    def _counts(self, unit: Unit) -> bool:
        return unit.shape is Shape.PARAGRAPH and self._standing(unit) is not Standing.EDITORIAL


def _is_entry_of_contents(said: _Said) -> bool:
    """Tell whether an item is nothing but a link to a place of the same page: its number is of that place."""
    match said.contents:
        case [(Link(href=href),)]:
            return href.startswith("#")
        case _:
            return False


def _said(holder: Holder) -> _Said:
    contents = own_words(holder)
    return _Said(unit_of(holder), contents, collapse(" ".join(map(text_of, contents))))


def _had_none(said: _Said, label: Label, last: LastWords) -> bool:
    """Tell whether words were published when their label was read as words, or was their list's alone."""
    if label.printed:
        return last.number != label.cited and last.digest == digest(said.text)
    return label.form is not Form.ITEM and last.number is None


def _labels(units: Sequence[_Said], numbers: Sequence[str]) -> list[Label | None]:
    """Return the label of each unit: which forms a policy uses shows in all of them together."""
    beginnings = [
        Beginning(
            "" if said.unit.shape is Shape.ITEM and _is_entry_of_contents(said) else said.text,
            _PLACES.get(said.unit.shape, Place.ROW),
            said.unit.depth,
            said.unit.listed,
        )
        for said in units
    ]
    return labels_of(beginnings, numbers)


def _anchor_of(clause: Clause | None) -> str | None:
    return (clause.anchor or None) if clause else None


def _may_be_item_of(parent: Clause, unit: Unit) -> bool:
    """Words that were given an anchor which is not that of an item are none, whatever they begin with."""
    anchor = unit.attributes.anchor
    return anchor is None or bool(parent.anchor and anchor.startswith(f"{parent.anchor}-"))
