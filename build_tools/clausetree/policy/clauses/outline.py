"""The units of a document in order become clauses: what stands under what, and what each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from clausetree.policy.clause import NOTHING, Clause, ClauseKind, Published, Standing
from clausetree.policy.clauses.anchors import anchor_of_item, anchor_of_label, is_numbered_anchor
from clausetree.policy.clauses.labelled_unit import LabelledUnit, labelled_units, place_of
from clausetree.policy.clauses.naming import item_label, item_letter, item_tail, note_name, place_name
from clausetree.policy.clauses.unanchored import Unanchored
from clausetree.policy.document import (
    Document,
    Shape,
    Unit,
)
from clausetree.policy.labels.divisions import is_division
from clausetree.policy.labels.label import Form, Label
from clausetree.policy.labels.malformed import malformed_number
from clausetree.policy.markdown.line_positions import beginning
from clausetree.policy.plain_words import collapse, text_of
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.words import BadNumber
from clausetree.report.span import Span


@dataclass(frozen=True, slots=True)
class _Section:
    level: int
    heading: Clause | None
    title: str
    standing: Standing


_NOWHERE = _Section(0, None, "", Standing.NORMATIVE)


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
        self.problems: list[PolicyProblem] = []
        self.unanchored: list[Unanchored] = []
        self._text = text
        self._sections = [_NOWHERE]
        self._parents: list[Clause | None] = []
        self._made: list[Clause | None] = []
        self._number = ""
        self._paragraphs = 0
        self._items = 0
        self._within: Counter[int] = Counter()
        for labelled in labelled_units(document, numbers, published):
            self._made.append(self._add(labelled))

    def _add(self, labelled: LabelledUnit) -> Clause | None:
        """Return what a unit is, or would be with an anchor."""
        if labelled.unit.attributes.anchor and not labelled.text:
            return None
        labelled = self._with_recovered_number(labelled)
        self._number = (
            labelled.label.number if labelled.label and labelled.label.form is not Form.ITEM else self._number
        )
        match labelled.unit.shape:
            case Shape.HEADING:
                return self._heading(labelled)
            case Shape.ITEM:
                return self._item(labelled)
            case Shape.PARAGRAPH | Shape.ROW:
                return self._paragraph(labelled)
            case Shape.ENTRY | Shape.NOTE:
                return self._note_or_entry(labelled)
            case _:
                assert_never(labelled.unit.shape)

    def _with_recovered_number(self, labelled: LabelledUnit) -> LabelledUnit:
        """Return a unit with the number that it nearly begins with, which is told."""
        anchor = labelled.unit.attributes.anchor
        has_number = labelled.label is not None and (
            labelled.label.printed or labelled.label.form is not Form.ITEM
        )
        if has_number or (anchor and not is_numbered_anchor(anchor)):
            return labelled
        malformed = malformed_number(labelled.text, labelled.unit.listed, self._number)
        if malformed is None:
            return labelled
        found = malformed.found
        self.problems.append(BadNumber(self._span_of(labelled.unit, found), found, malformed.corrected))
        printed = found if labelled.text.startswith(found) else ""
        return labelled.with_label(Label(printed, malformed.number, Form.DECIMAL))

    def _span_of(self, unit: Unit, written: str) -> Span:
        start = self._text.find(written, unit.span.start, unit.span.end)
        return Span(start, start + len(written)) if start >= 0 else beginning(unit.span)

    def _heading(self, labelled: LabelledUnit) -> Clause | None:
        while self._sections[-1].level >= labelled.unit.depth:
            self._sections.pop()
        title, _ = labelled.without(
            "" if is_division(labelled.label) or labelled.label is None else labelled.label.printed
        )
        clause = self._numbered(labelled, ClauseKind.HEADING, title or labelled.text)
        self._sections.append(
            _Section(labelled.unit.depth, clause, title, self._section_standing(labelled.unit))
        )
        self._parents, self._paragraphs, self._items = [], 0, 0
        return clause

    def _paragraph(self, labelled: LabelledUnit) -> Clause | None:
        parent = self._parent(labelled)
        if parent is not None and labelled.label is not None and _may_be_item_of(parent, labelled.unit):
            clause = self._sub_item(labelled, _Item(parent, item_letter(labelled.label.number)))
        else:
            clause = self._clause_or_unnumbered(labelled)
        # What stands below a table is none of its last row's, and a table in an item ends no list.
        depth = labelled.unit.depth
        row = labelled.unit.shape is Shape.ROW
        self._parents = self._parents[: depth + (depth > 0)] if row else [*self._parents[:depth], clause]
        return clause

    def _parent(self, labelled: LabelledUnit) -> Clause | None:
        """Return what a unit with a letter is an item of."""
        label = labelled.label
        return self._made[label.parent] if label is not None and label.parent is not None else None

    def _clause_or_unnumbered(self, labelled: LabelledUnit) -> Clause | None:
        if labelled.label is None or labelled.label.form is Form.ITEM:
            self._paragraphs += self._is_counted(labelled.unit)
            return self._clause(labelled, ClauseKind.UNNUMBERED, None, self._unnumbered_name(labelled))
        return self._numbered(labelled, ClauseKind.CLAUSE, "")

    def _note_or_entry(self, labelled: LabelledUnit) -> Clause | None:
        """Take a note, or a word and its meaning: neither belongs to what stands above it."""
        if labelled.unit.shape is Shape.NOTE:
            self._sections, self._parents = [_NOWHERE], []
            if labelled.unit.attributes.anchor is None and len(labelled.contents) == 1:
                return None  # Nothing but its figure, and what stands below that has anchors of its own.
        return self._clause(labelled, ClauseKind.UNNUMBERED, None, self._unnumbered_name(labelled))

    def _item(self, labelled: LabelledUnit) -> Clause | None:
        depth = labelled.unit.depth
        del self._parents[depth + 1 :]
        parent = self._parent(labelled) or (self._parents[depth] if depth < len(self._parents) else None)
        clause = parent
        if labelled.label is not None and labelled.label.form is not Form.ITEM:
            clause = self._numbered(labelled, ClauseKind.CLAUSE, "")
        elif labelled.text or labelled.unit.attributes.anchor:
            clause = self._sub_item(labelled, _Item(parent, self._tail(labelled, parent)))
        while len(self._parents) <= depth:
            self._parents.append(None)
        self._parents.append(clause)
        return clause

    def _tail(self, labelled: LabelledUnit, parent: Clause | None) -> str:
        """Return how the anchor of an item ends: by its letter, or by the number that its list prints."""
        above = parent or self._sections[-1].heading
        at = above.span.start if above else -1
        self._within[at] += 1
        if labelled.label is not None and labelled.label.printed:
            return item_letter(labelled.label.number)
        listed = labelled.label.number if labelled.label is not None else ""
        return item_tail(parent, int(listed) if listed.isdecimal() else self._within[at])

    def _numbered(self, labelled: LabelledUnit, kind: ClauseKind, title: str) -> Clause | None:
        """Return what has a number. A division, as "Appendix A: forms" begins one, is all its words."""
        label = labelled.label
        named = kind is ClauseKind.HEADING and is_division(label)
        return self._clause(labelled, kind, None if named or label is None else label.cited, title)

    def _sub_item(self, labelled: LabelledUnit, item: _Item) -> Clause | None:
        self._items += 1
        parent, unit = item.parent, labelled.unit
        numbered = parent is not None and parent.number is not None
        wanted = anchor_of_item(parent.anchor, item.tail) if parent and parent.anchor and numbered else ""
        label = item_label(parent, unit.attributes.anchor or wanted)
        if (
            labelled.label is not None
            and labelled.label.printed
            and parent is not None
            and parent.number is not None
        ):
            label = f"{parent.number}({labelled.label.number})"
        title = "" if label else place_name("item", self._items, self._sections[-1].title)
        return self._clause(labelled, ClauseKind.SUB_ITEM, label, title, item, wanted)

    def _clause(
        self,
        labelled: LabelledUnit,
        kind: ClauseKind,
        number: str | None,
        title: str,
        item: _Item = _NO_ITEM,
        wanted: str = "",
    ) -> Clause | None:
        unit, parent, label = labelled.unit, item.parent, labelled.label
        standing = self._standing(unit)
        anchor = unit.attributes.anchor
        if anchor is None and (standing is Standing.EDITORIAL or not labelled.text):
            return None
        if kind in (ClauseKind.CLAUSE, ClauseKind.HEADING) and label is not None:
            wanted = anchor_of_label(label, place_of(unit))
        numbered = number is not None or kind is ClauseKind.SUB_ITEM
        printed = label.printed if label is not None and numbered else ""
        text, html = labelled.without(printed)
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
        if Standing.EDITORIAL in unit.attributes.classes:
            return Standing.EDITORIAL
        return self._section_standing(unit)

    def _section_standing(self, unit: Unit) -> Standing:
        """A heading that we added says nothing of the words below it; an informative one does."""
        if Standing.INFORMATIVE in unit.attributes.classes:
            return Standing.INFORMATIVE
        return self._sections[-1].standing

    def _unnumbered_name(self, labelled: LabelledUnit) -> str:
        if labelled.unit.shape in (Shape.ROW, Shape.ENTRY):
            return next(filter(None, (collapse(text_of(cell)) for cell in labelled.contents)), "")
        if self._standing(labelled.unit) is Standing.EDITORIAL:
            return f"a note of the site in “{self._sections[-1].title}”"
        return note_name(labelled.text) or place_name("paragraph", self._paragraphs, self._sections[-1].title)

    def _is_counted(self, unit: Unit) -> bool:
        return unit.shape is Shape.PARAGRAPH and self._standing(unit) is not Standing.EDITORIAL


def _anchor_of(clause: Clause | None) -> str | None:
    return (clause.anchor or None) if clause else None


def _may_be_item_of(parent: Clause, unit: Unit) -> bool:
    """Words that were given an anchor which is not that of an item are none, whatever they begin with."""
    anchor = unit.attributes.anchor
    return anchor is None or bool(parent.anchor and anchor.startswith(f"{parent.anchor}-"))
