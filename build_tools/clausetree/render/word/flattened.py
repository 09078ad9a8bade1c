"""A policy in pieces, its numbers told apart from its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import assert_never

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.clauses.labelled import numbered, unnumbered
from clausetree.policy.document import (
    Block,
    Content,
    Definitions,
    Heading,
    Item,
    List,
    Notes,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Unit,
)
from clausetree.policy.policy import Policy
from clausetree.render.policy.ids import ids_of, notes_of
from clausetree.render.typst.items import parted, sign_of, words_of
from clausetree.render.word.labels import depth_of
from clausetree.render.word.lines import Line, Lines, Look, Piece, Row, Run, text_of
from clausetree.render.word.runs import Wording

_BOXES = ("☐", "☑")


def flattened(policy: Policy, address: Callable[[str], str], pictures: Iterable[str]) -> Lines:
    """Return a policy in pieces. `pictures` are the sources of the pictures that there are."""
    ids = ids_of(policy)
    wording = Wording(address, frozenset(ids.values()), notes_of(policy, ids), frozenset(pictures))
    blocks = policy.document.blocks
    pieces = list(_Writer(policy, ids, wording).pieces(blocks))
    in_notes = _Writer(policy, ids, replace(wording, within_note=True))
    notes: dict[str, tuple[Line, ...]] = {}
    for note in (note for block in blocks if isinstance(block, Notes) for note in block.notes):
        anchor = ids[note.unit.key]
        lines = [line for line in in_notes.within(note.blocks, "FootnoteText", 0) if isinstance(line, Line)]
        first, *rest = lines or [Line("FootnoteText", ())]
        if anchor in wording.met:
            notes[anchor] = (replace(first, anchor=anchor), *rest)
        else:  # No mark leads to it from the words: it stands behind them.
            pieces += [replace(first, runs=(Run(f"{note.figure} "), *first.runs), anchor=anchor), *rest]
    return Lines(tuple(pieces), notes)


class _Writer:
    """`_lists_from` is the level that lists begin at: below every clause, however deep its number is."""

    def __init__(self, policy: Policy, ids: dict[int, str], wording: Wording) -> None:
        self._clauses, self._ids, self._wording = policy.by_key(), ids, wording
        self._title = ""
        kinds = (ClauseKind.CLAUSE, ClauseKind.HEADING)
        depths = (
            depth_of(clause.printed) for clause in policy.clauses if clause.kind in kinds and clause.printed
        )
        self._lists_from = min(1 + max(depths, default=-1), 7)

    def pieces(self, blocks: Iterable[Block]) -> Iterator[Piece]:
        for block in blocks:
            yield from self._block(block, "BodyText", 0)

    def within(self, blocks: Sequence[Block], style: str, depth: int) -> Iterator[Piece]:
        """Yield blocks that stand in an item or a note, `depth` lists deep."""
        for block in blocks:
            yield from self._block(block, style, depth)

    def _block(self, block: Block, style: str, depth: int) -> Iterator[Piece]:
        match block:
            case Heading(unit=unit, content=content):
                yield self._heading(unit, content)
            case Paragraph(unit=unit, content=content):
                yield self._paragraph(unit, content, style)
            case List(items=items):
                yield from chain.from_iterable(self._item(item, depth) for item in items)
            case Table():
                yield from self._table(block)
            case Quotation(blocks=inner):
                yield from self.within(inner, "Quote", depth)
            case Definitions(entries=entries):
                for entry in entries:
                    term = self._wording.runs(entry.term)
                    strong = (Run(r.text, r.looks | {Look.STRONG}, r.link, r.note, r.picture) for r in term)
                    yield Line("BodyText", tuple(strong), self._ids.get(entry.unit.key, ""))
                    for meaning in entry.meanings:
                        yield from self.within(meaning, _continued(1), 1)
            case Notes() | Rule():
                pass
            case _:
                assert_never(block)

    def _heading(self, unit: Unit, content: Content) -> Line:
        label, words = self._parted(unit, content)
        is_title = unit.depth == 1 and not self._title and not label
        self._title = self._title or ("Title" if is_title else "none")
        style = "Title" if is_title else f"Heading{max(unit.depth - 1, 1)}"
        level = depth_of(label) if label else 0
        return Line(style, self._wording.runs(words), self._ids.get(unit.key, ""), label, level)

    def _paragraph(self, unit: Unit | None, content: Content, style: str) -> Line:
        if unit is None:
            return Line(style, self._wording.runs(content))
        label, words = self._parted(unit, content)
        clause = self._clauses.get(unit.key)
        level = depth_of(label) if label else 0
        if label and clause and clause.kind is ClauseKind.SUB_ITEM:
            level = min(self._lists_from + clause.depth - 1, 8)
        kind = "ListParagraph" if label and style == "BodyText" else style
        return Line(kind, self._wording.runs(words), self._ids.get(unit.key, ""), label, level)

    def _parted(self, unit: Unit, content: Content) -> tuple[str, Content]:
        """Part a label from the words, where a blank stands between them."""
        clause = self._clauses.get(unit.key)
        printed = clause.printed if clause else ""
        if not printed or numbered(content, printed) == content:
            return "", content
        text = text_of(replace(self._wording, within_note=True).runs(content))  # No note is met by looking.
        behind = text.lstrip()[len(printed) :]
        return ("", content) if behind[:1].strip() else (printed, unnumbered(content, printed))

    def _item(self, item: Item, depth: int) -> Iterator[Piece]:
        clause = self._clauses.get(item.unit.key)
        sign = sign_of(item, clause)
        label = "" if sign in _BOXES else sign
        own, rest = parted(words_of(item, clause) if label else item.blocks)
        level = self._level(label, clause, depth)
        anchor = self._ids.get(item.unit.key, "")
        yield Line("ListParagraph", self._wording.runs(own), anchor, label, level, bullet=not label)
        yield from self.within(rest, _continued(depth + 1), depth + 1)

    def _level(self, label: str, clause: Clause | None, depth: int) -> int:
        if not label:
            return min(depth, 8)
        if clause and clause.kind is ClauseKind.CLAUSE and "." in label[:-1]:
            return depth_of(label)
        return min(self._lists_from + depth, 8)

    def _table(self, table: Table) -> Iterator[Row]:
        first = True
        for row in (table.header, *table.rows):
            if not row.empty:
                cells = tuple(map(self._wording.runs, row.cells))
                yield Row(cells, table.columns, self._ids.get(row.unit.key, ""), row is table.header, first)
                first = False


def _continued(depth: int) -> str:
    return "ListContinue" if depth == 1 else f"ListContinue{min(depth, 5)}"
