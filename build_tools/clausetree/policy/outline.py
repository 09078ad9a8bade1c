"""Blocks in order become clauses: what stands under what, and what each is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clausetree.policy.anchor import anchor_of_number, is_numbered_anchor, nearly_number, split_number
from clausetree.policy.attributes import stands_alone
from clausetree.policy.blocks import Block, Shape
from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.naming import item_anchor, item_label, note_name, place_name
from clausetree.policy.problems import (
    BadNumber,
    IndentedWords,
    MisshapenAnchor,
    Problem,
    RawHtml,
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
    anchor: str | None
    title: str
    standing: Standing


_NOWHERE = _Section(0, None, "", Standing.NORMATIVE)


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
        self._parts = 0
        self._items = 0

    def add(self, block: Block) -> None:
        """Take the next block of the text."""
        if block.shape is Shape.UNREADABLE:
            self.problems.append(UnreadableBlock(_beginning(block)))
            return
        if block.shape is Shape.INDENTED:
            self.problems.append(IndentedWords(_beginning(block)))
            if not block.attributes.anchor:
                return
        if stands_alone(block.words) or (block.attributes.anchor and not block.words.strip()):
            self.problems.append(StrayAnchor(block.span))
            return
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
        clause = self._clause(block, words, ClauseKind.HEADING, number, title, wanted=_asked_for(number))
        anchor = (clause.anchor or None) if clause else None
        self._sections.append(_Section(block.depth, anchor, title, self._section_standing(block)))
        self._parents, self._parts, self._items = [], 0, 0

    def _paragraph(self, block: Block, words: Words) -> None:
        number, _ = split_number(words.text)
        if number is None:
            self._parts += self._counts(block)
            clause = self._clause(block, words, ClauseKind.PART, None, self._part_name(block, words))
        else:
            clause = self._clause(block, words, ClauseKind.CLAUSE, number, "", wanted=_asked_for(number))
        self._parents = [clause]

    def _item(self, block: Block, words: Words) -> None:
        number, _ = split_number(words.text)
        del self._parents[block.depth + 1 :]
        parent = self._parents[block.depth] if block.depth < len(self._parents) else None
        self._items += 1
        if number is not None:
            clause = self._clause(block, words, ClauseKind.CLAUSE, number, "", wanted=_asked_for(number))
        else:
            anchor = block.attributes.anchor or self._item_anchor(parent)
            label = item_label(parent, anchor)
            title = "" if label else place_name("item", self._items, self._sections[-1].title)
            clause = self._clause(block, words, ClauseKind.SUB_ITEM, label, title, parent, anchor)
        while len(self._parents) <= block.depth:
            self._parents.append(None)
        self._parents.append(clause)

    def _clause(
        self,
        block: Block,
        words: Words,
        kind: ClauseKind,
        number: str | None,
        title: str,
        parent: Clause | None = None,
        wanted: str = "",
    ) -> Clause | None:
        standing = self._standing(block)
        anchor = block.attributes.anchor
        if anchor is None and standing is Standing.EDITORIAL:
            return None
        text, html = words.text, words.html
        if number is not None and kind is not ClauseKind.SUB_ITEM:
            text, html = split_number(text)[1], html.removeprefix(number).lstrip()
        owner = (parent.anchor or None) if parent else None
        section = self._sections[-1].anchor
        clause = Clause(anchor or wanted, kind, number, title, text, html, owner, section, standing, block.span)
        if anchor is None:
            self.unanchored.append(Unanchored(clause, block.shape, _beginning(block)))
        else:
            self.clauses.append(clause)
        return clause

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

    def _item_anchor(self, parent: Clause | None) -> str:
        """Return the anchor of a new item; "" where only its author can know a name for it."""
        if parent is None or parent.number is None:
            return ""
        clauses = (*self.clauses, *(lost.clause for lost in self.unanchored))
        return item_anchor(parent.anchor, sum(clause.parent == parent.anchor for clause in clauses) + 1)


def _asked_for(number: str | None) -> str:
    return anchor_of_number(number) if number is not None else ""


def _beginning(block: Block) -> Span:
    """Enough of the block to recognise it by: a whole clause is too long to underline."""
    return Span(block.span.start, min(block.span.end, block.span.start + _SNIPPET))
