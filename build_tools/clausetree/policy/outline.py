"""The units of a document in order become clauses: what stands under what, and what each is called."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from clausetree.policy.anchor import anchor_of_number, is_numbered_anchor, nearly_number, split_number
from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.document import Content, Document, Holder, Shape, Unit, holders, own_words, unit_of
from clausetree.policy.labelled import unnumbered
from clausetree.policy.lettered import Letters, split_letter
from clausetree.policy.naming import item_label, item_tail, note_name, place_name
from clausetree.policy.problems import BadNumber, Problem
from clausetree.policy.reading import beginning
from clausetree.policy.unanchored import Unanchored
from clausetree.policy.words import collapse, html_of, text_of
from clausetree.report.span import Span


@dataclass(frozen=True, slots=True)
class _Section:
    level: int
    heading: Clause | None
    title: str
    standing: Standing


_NOWHERE = _Section(0, None, "", Standing.NORMATIVE)


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands in a unit: its paragraphs or cells, and their words as text."""

    unit: Unit
    contents: list[Content]
    text: str

    def without(self, printed: str) -> tuple[str, str]:
        """Return the words as text and as HTML, without the number that they begin with."""
        first, *rest = self.contents or [()]
        left = [unnumbered(first, printed), *rest]
        return collapse(" ".join(map(text_of, left))), collapse(" ".join(map(html_of, left)))


@dataclass(frozen=True, slots=True)
class _Item:
    """What an item is an item of, and how its anchor ends. Words that are no item are `_NO_ITEM`."""

    parent: Clause | None = None
    tail: str = ""


_NO_ITEM = _Item()


class Outline:
    """What a document has: its `clauses`, and what is wrong with how they are numbered as `problems`.

    `unanchored` are the words that have no anchor. `text` is the source of the document.
    """

    def __init__(self, text: str, document: Document) -> None:
        self.clauses: list[Clause] = []
        self.problems: list[Problem] = []
        self.unanchored: list[Unanchored] = []
        self._text = text
        self._sections = [_NOWHERE]
        self._parents: list[Clause | None] = []
        self._letters = Letters()
        self._parts = 0
        self._items = 0
        self._within: Counter[int] = Counter()
        for holder in holders(document.blocks):
            self._add(holder)

    def _add(self, holder: Holder) -> None:
        contents = own_words(holder)
        said = _Said(unit_of(holder), contents, collapse(" ".join(map(text_of, contents))))
        if said.unit.attributes.anchor and not said.text:
            return
        match said.unit.shape:
            case Shape.HEADING:
                self._heading(said)
            case Shape.ITEM:
                self._item(said)
            case Shape.PARAGRAPH | Shape.ROW:
                self._paragraph(said)
            case Shape.ENTRY | Shape.NOTE:
                self._apart(said)

    def _number(self, said: _Said) -> tuple[str | None, str]:
        """Return the number that words begin with, and how it is printed."""
        number, _ = split_number(said.text)
        if number is not None:
            return number, number
        nearly = nearly_number(said.text)
        anchor = said.unit.attributes.anchor
        if nearly is None or (anchor and not is_numbered_anchor(anchor)):
            return None, ""
        found, meant = nearly
        self.problems.append(BadNumber(self._place(said.unit, found), found, meant))
        return meant, found

    def _place(self, unit: Unit, written: str) -> Span:
        start = self._text.find(written, unit.span.start, unit.span.end)
        return Span(start, start + len(written)) if start >= 0 else beginning(unit.span)

    def _heading(self, said: _Said) -> None:
        while self._sections[-1].level >= said.unit.depth:
            self._sections.pop()
        number, printed = self._number(said)
        title, _ = said.without(printed)
        clause = self._clause(said, ClauseKind.HEADING, number, title, printed)
        self._sections.append(_Section(said.unit.depth, clause, title, self._section_standing(said.unit)))
        self._letters.begin(None)
        self._parents, self._parts, self._items = [], 0, 0

    def _paragraph(self, said: _Said) -> None:
        letter, label, _ = split_letter(said.text)
        parent = self._letters.parent(letter) if letter and said.unit.shape is Shape.PARAGRAPH else None
        if parent is not None and _may_be_item_of(parent, said.unit):
            clause = self._sub_item(said, _Item(parent, letter), label)
            self._letters.add(letter, clause)
        else:
            clause = self._unlettered(said)
            self._letters.begin(clause)
        # What stands below a table is none of its last row's, and a table in an item ends no list.
        above = self._parents[: said.unit.depth]
        self._parents = above if said.unit.shape is Shape.ROW else [*above, clause]

    def _unlettered(self, said: _Said) -> Clause | None:
        number, printed = self._number(said)
        if number is None:
            self._parts += self._counts(said.unit)
            return self._clause(said, ClauseKind.PART, None, self._part_name(said))
        return self._clause(said, ClauseKind.CLAUSE, number, "", printed)

    def _apart(self, said: _Said) -> None:
        """Take a note, or a word and its meaning: neither belongs to what stands above it."""
        if said.unit.shape is Shape.NOTE:
            self._sections, self._parents = [_NOWHERE], []
        self._clause(said, ClauseKind.PART, None, self._part_name(said))

    def _item(self, said: _Said) -> None:
        number, printed = self._number(said)
        depth = said.unit.depth
        del self._parents[depth + 1 :]
        parent = self._parents[depth] if depth < len(self._parents) else None
        clause = parent
        if number is not None:
            clause = self._clause(said, ClauseKind.CLAUSE, number, "", printed)
        elif said.text or said.unit.attributes.anchor:
            above = parent or self._sections[-1].heading
            at = above.span.start if above else -1
            self._within[at] += 1
            clause = self._sub_item(said, _Item(parent, item_tail(parent, self._within[at])))
        while len(self._parents) <= depth:
            self._parents.append(None)
        self._parents.append(clause)

    def _sub_item(self, said: _Said, item: _Item, printed: str = "") -> Clause | None:
        self._items += 1
        parent = item.parent
        numbered = parent is not None and parent.number is not None
        anchor = said.unit.attributes.anchor
        anchor = anchor or (f"{parent.anchor}-{item.tail}" if parent and numbered else "")
        label = item_label(parent, anchor)
        title = "" if label else place_name("item", self._items, self._sections[-1].title)
        return self._clause(said, ClauseKind.SUB_ITEM, label, title, printed, item)

    def _clause(
        self,
        said: _Said,
        kind: ClauseKind,
        number: str | None,
        title: str,
        printed: str = "",
        item: _Item = _NO_ITEM,
    ) -> Clause | None:
        unit, parent = said.unit, item.parent
        standing = self._standing(unit)
        anchor = unit.attributes.anchor
        if anchor is None and (standing is Standing.EDITORIAL or not said.text):
            return None
        wanted = anchor_of_number(number) if number else ""
        if kind is ClauseKind.SUB_ITEM:
            wanted = f"{parent.anchor}-{item.tail}" if parent and number else ""
        text, html = said.without(printed)
        owner = (parent.anchor or None) if parent else None
        section = _anchor_of(self._sections[-1].heading)
        clause = Clause(anchor or wanted, kind, number, title, text, html, owner, section, standing, unit.span)
        clause = replace(clause, printed=printed, key=unit.key)
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


def _anchor_of(clause: Clause | None) -> str | None:
    return (clause.anchor or None) if clause else None


def _may_be_item_of(parent: Clause, unit: Unit) -> bool:
    """Words that were given an anchor which is not that of an item are none, whatever they begin with."""
    anchor = unit.attributes.anchor
    return anchor is None or bool(parent.anchor and anchor.startswith(f"{parent.anchor}-"))
