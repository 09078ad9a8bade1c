"""Blocks in order become clauses: what stands under what, and what each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from clausetree.policy.anchor import anchor_of_number, is_numbered_anchor, nearly_number, split_number
from clausetree.policy.attributes import stands_alone
from clausetree.policy.blocks import Block, Shape
from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.lettered import Letters, split_letter
from clausetree.policy.naming import item_label, item_tail, note_name, place_name
from clausetree.policy.problems import (
    BadNumber,
    IndentedWords,
    MisshapenAnchor,
    Problem,
    RawHtml,
    RefusedAddress,
    RunTogether,
    StrayAnchor,
    UnknownLink,
    UnreadableBlock,
)
from clausetree.policy.unanchored import Unanchored
from clausetree.policy.words import Env, Words, read_words
from clausetree.report.closest import closest
from clausetree.report.span import Span

_SNIPPET = 40


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
    """Takes the blocks of `text` one by one; `clauses` and `problems` are what it has made of them.

    `unanchored` are the words that have no anchor, in the order of their problems.
    """

    def __init__(self, text: str, env: Env, labels: Iterable[str]) -> None:
        self.clauses: list[Clause] = []
        self.problems: list[Problem] = []
        self.unanchored: list[Unanchored] = []
        self._text = text
        self._env = env
        self._labels = list(labels)
        self._sections = [_NOWHERE]
        self._parents: list[Clause | None] = []
        self._letters = Letters()
        self._shape = Shape.PARAGRAPH
        self._parts = 0
        self._items = 0
        self._within: Counter[int] = Counter()

    def add(self, block: Block) -> None:
        """Take the next block of the text."""
        if block.shape is Shape.JOINED:
            self.problems.append(RunTogether(_beginning(block)))
            return
        if block.shape is Shape.UNREADABLE:
            self.problems.append(UnreadableBlock(_beginning(block)))
            return
        if block.shape is Shape.INDENTED:
            self.problems.append(IndentedWords(_beginning(block)))
            if not block.attributes.anchor:
                return
        if stands_alone(block.words) or (block.attributes.anchor and not block.words.strip()):
            self.problems.append(StrayAnchor(block.span, self._shape is Shape.HEADING))
            return
        self._shape = block.shape
        self._check_list(block)
        words = self._with_number(block, read_words(block.words, self._env))
        self._check_words(block, words)
        match block.shape:
            case Shape.HEADING:
                self._heading(block, words)
            case Shape.ITEM:
                self._item(block, words)
            case _:
                self._paragraph(block, words)

    def _check_list(self, block: Block) -> None:
        written = block.attributes.misshapen
        if written:
            span = self._place(block, written)
            shape = block.shape.name.lower()
            self.problems.append(MisshapenAnchor(span, written, block.attributes.anchor or "", shape))

    def _with_number(self, block: Block, words: Words) -> Words:
        """Return the words with a plain number before them, where they begin with what is nearly one."""
        nearly = nearly_number(words.text)
        anchor = block.attributes.anchor
        if nearly is None or (anchor and not is_numbered_anchor(anchor)):
            return words
        found, number = nearly
        self.problems.append(BadNumber(self._place(block, found), found, number))
        text, html = (number + written.removeprefix(found) for written in (words.text, words.html))
        return replace(words, text=text, html=html)

    def _check_words(self, block: Block, words: Words) -> None:
        if words.raw_html is not None:
            self.problems.append(RawHtml(self._place(block, words.raw_html), words.raw_html))
        for address in words.refused:
            self.problems.append(RefusedAddress(self._place(block, address), address))
        for label in words.unresolved:
            span = self._place(block, label)
            self.problems.append(UnknownLink(span, label, closest(label, self._labels)))

    def _place(self, block: Block, written: str) -> Span:
        start = self._text.find(written, block.span.start, block.span.end)
        return Span(start, start + len(written)) if start >= 0 else _beginning(block)

    def _heading(self, block: Block, words: Words) -> None:
        while self._sections[-1].level >= block.depth:
            self._sections.pop()
        number, title = split_number(words.text)
        clause = self._clause(block, words, ClauseKind.HEADING, number, title)
        self._sections.append(_Section(block.depth, clause, title, self._section_standing(block)))
        self._letters.begin(None)
        self._parents, self._parts, self._items = [], 0, 0

    def _paragraph(self, block: Block, words: Words) -> None:
        letter, label, text = split_letter(words.text)
        parent = self._letters.parent(letter) if letter and block.shape is Shape.PARAGRAPH else None
        if parent is not None and _may_be_item_of(parent, block):
            lettered = replace(words, text=text, html=words.html.removeprefix(label).lstrip())
            clause = self._sub_item(block, lettered, _Item(parent, letter))
            self._letters.add(letter, clause)
        else:
            clause = self._unlettered(block, words)
            self._letters.begin(clause)
        # What stands below a table is none of its last row's.
        self._parents = [] if block.shape is Shape.ROW else [clause]

    def _unlettered(self, block: Block, words: Words) -> Clause | None:
        number, _ = split_number(words.text)
        if number is None:
            self._parts += self._counts(block)
            return self._clause(block, words, ClauseKind.PART, None, self._part_name(block, words))
        return self._clause(block, words, ClauseKind.CLAUSE, number, "")

    def _item(self, block: Block, words: Words) -> None:
        number, _ = split_number(words.text)
        del self._parents[block.depth + 1 :]
        parent = self._parents[block.depth] if block.depth < len(self._parents) else None
        clause = parent
        if number is not None:
            clause = self._clause(block, words, ClauseKind.CLAUSE, number, "")
        elif words.text or block.attributes.anchor:
            above = parent or self._sections[-1].heading
            at = above.span.start if above else -1
            self._within[at] += 1
            clause = self._sub_item(block, words, _Item(parent, item_tail(parent, self._within[at])))
        while len(self._parents) <= block.depth:
            self._parents.append(None)
        self._parents.append(clause)

    def _sub_item(self, block: Block, words: Words, item: _Item) -> Clause | None:
        self._items += 1
        parent = item.parent
        numbered = parent is not None and parent.number is not None
        anchor = block.attributes.anchor or (f"{parent.anchor}-{item.tail}" if parent and numbered else "")
        label = item_label(parent, anchor)
        title = "" if label else place_name("item", self._items, self._sections[-1].title)
        return self._clause(block, words, ClauseKind.SUB_ITEM, label, title, item)

    def _clause(
        self,
        block: Block,
        words: Words,
        kind: ClauseKind,
        number: str | None,
        title: str,
        item: _Item = _NO_ITEM,
    ) -> Clause | None:
        standing = self._standing(block)
        anchor = block.attributes.anchor
        if anchor is None and (standing is Standing.EDITORIAL or not block.words.strip()):
            return None
        text, html, parent = words.text, words.html, item.parent
        wanted = anchor_of_number(number) if number else ""
        if kind is ClauseKind.SUB_ITEM:
            wanted = f"{parent.anchor}-{item.tail}" if parent and number else ""
        elif number is not None:
            text, html = split_number(text)[1], html.removeprefix(number).lstrip()
        owner = (parent.anchor or None) if parent else None
        section = _anchor_of(self._sections[-1].heading)
        clause = Clause(anchor or wanted, kind, number, title, text, html, owner, section, standing, block.span)
        if anchor is None:
            self._lose(clause, block, item)
        else:
            self.clauses.append(clause)
        return clause

    def _lose(self, clause: Clause, block: Block, item: _Item) -> None:
        under = item.parent or self._sections[-1].heading
        lost = Unanchored(clause, block.shape, _beginning(block), block.end, under, item.tail)
        self.unanchored.append(lost)

    def _standing(self, block: Block) -> Standing:
        if "editorial" in block.attributes.classes:
            return Standing.EDITORIAL
        return self._section_standing(block)

    def _section_standing(self, block: Block) -> Standing:
        """A heading that we added says nothing of the words below it; an informative one does."""
        if "informative" in block.attributes.classes:
            return Standing.INFORMATIVE
        return self._sections[-1].standing

    def _part_name(self, block: Block, words: Words) -> str:
        if block.shape is Shape.ROW:
            cells = (read_words(cell, self._env).text for cell in block.words.split("\n"))
            return next(filter(None, cells), "")
        if self._standing(block) is Standing.EDITORIAL:
            return f"a note of the site in “{self._sections[-1].title}”"
        return note_name(words.text) or place_name("paragraph", self._parts, self._sections[-1].title)

    def _counts(self, block: Block) -> bool:
        return block.shape is Shape.PARAGRAPH and self._standing(block) is not Standing.EDITORIAL


def _anchor_of(clause: Clause | None) -> str | None:
    return (clause.anchor or None) if clause else None


def _may_be_item_of(parent: Clause, block: Block) -> bool:
    """Words that were given an anchor which is not that of an item are none, whatever they begin with."""
    anchor = block.attributes.anchor
    return anchor is None or bool(parent.anchor and anchor.startswith(f"{parent.anchor}-"))


def _beginning(block: Block) -> Span:
    """Enough of the block to recognise it by: a whole clause is too long to underline."""
    return Span(block.span.start, min(block.span.end, block.span.start + _SNIPPET))
