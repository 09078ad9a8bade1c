"""A policy in pieces, its numbers told apart from its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import assert_never

from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.clauses.labelled import numbered, unnumbered
from clausetree.policy.document import (
    Block,
    Content,
    Definitions,
    Entry,
    Heading,
    Item,
    List,
    Note,
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
from clausetree.render.word.around import (
    EDITORIAL,
    MEANING,
    MEANING_GOES_ON,
    NOTE,
    NOTE_GOES_ON,
    QUOTE,
    RULE,
    TERM,
    WITHIN,
    Around,
    goes_on,
)
from clausetree.render.word.labels import depth_of
from clausetree.render.word.lines import Line, Lines, Piece, Row, Run, text_of
from clausetree.render.word.runs import Wording

_BOXES = ("☐", "☑")
FOOTNOTE = "footnote text"


def flattened(policy: Policy, address: Callable[[str], str], pictures: Iterable[str]) -> Lines:
    """Return a policy in pieces. `pictures` are the sources of the pictures that there are."""
    ids = ids_of(policy)
    wording = Wording(address, frozenset(ids.values()), notes_of(policy, ids), frozenset(pictures))
    blocks = policy.document.blocks
    pieces = list(_Writer(policy, ids, wording).pieces(blocks, Around()))
    in_notes = _Writer(policy, ids, replace(wording, within_note=True))
    notes: dict[str, tuple[Piece, ...]] = {}
    for note in (note for block in blocks if isinstance(block, Notes) for note in block.notes):
        anchor = ids[note.unit.key]
        if anchor in wording.met:
            notes[anchor] = in_notes.note(note, anchor, Around(FOOTNOTE))
        else:  # No mark leads to it from the words: it stands behind them.
            around = Around().within(NOTE)
            first, *rest = in_notes.note(note, anchor, around)
            assert isinstance(first, Line), "a note begins with words"
            pieces.append(replace(first, runs=(Run(f"{note.figure} "), *first.runs)))
            pieces += [replace(one, style=goes_on(one.style, around, NOTE_GOES_ON)) for one in rest]
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

    def pieces(self, blocks: Iterable[Block], around: Around) -> Iterator[Piece]:
        for block in blocks:
            yield from self._block(block, around)

    def note(self, note: Note, anchor: str, around: Around) -> tuple[Piece, ...]:
        """Return a footnote. Its anchor stands at its first words, which may be none."""
        pieces = list(self.pieces(note.blocks, around))
        first = pieces[0] if pieces else None
        if isinstance(first, Line) and not first.anchor and not first.label and not first.bullet:
            return (replace(first, anchor=anchor), *pieces[1:])
        return (Line(around.style(), (), anchor), *pieces)

    def _block(self, block: Block, around: Around) -> Iterator[Piece]:
        match block:
            case Heading(unit=unit, content=content):
                yield self._heading(unit, content, around)
            case Paragraph(unit=unit, content=content):
                yield self._paragraph(unit, content, around)
            case List(items=items):
                yield from chain.from_iterable(self._item(item, around) for item in items)
            case Table():
                yield from self._table(block, around)
            case Quotation(blocks=inner):
                yield from self.pieces(inner, around.within(QUOTE))
            case Definitions(entries=entries):
                yield from chain.from_iterable(self._entry(entry, around) for entry in entries)
            case Rule():
                yield Line(around.style(RULE), ())
            case Notes():
                pass
            case _:
                assert_never(block)

    def _entry(self, entry: Entry, around: Around) -> Iterator[Piece]:
        yield Line(around.style(TERM), self._wording.runs(entry.term), self._ids.get(entry.unit.key, ""))
        within = around.within(MEANING)
        for meaning in entry.meanings:
            for at, piece in enumerate(self.pieces(meaning, within)):
                yield replace(piece, style=goes_on(piece.style, within, MEANING_GOES_ON)) if at else piece

    def _heading(self, unit: Unit, content: Content, around: Around) -> Line:
        label, words = self._parted(unit, content)
        is_title = unit.depth == 1 and not self._title and not label and not around.inside
        self._title = self._title or ("Title" if is_title else "none")
        kind = f"heading {max(unit.depth - 1, 1)}"
        style = "Title" if is_title else around.style(self._kind(kind, unit))
        level = depth_of(label) if label else 0
        return Line(style, self._wording.runs(words), self._ids.get(unit.key, ""), label, level)

    def _paragraph(self, unit: Unit | None, content: Content, around: Around) -> Line:
        if unit is None:
            return Line(around.style(), self._wording.runs(content))
        label, words = self._parted(unit, content)
        clause, anchor = self._clauses.get(unit.key), self._ids.get(unit.key, "")
        level = depth_of(label) if label else 0
        if label and clause and clause.kind is ClauseKind.SUB_ITEM:
            level = min(self._lists_from + clause.depth - 1, 8)
        kind = self._kind("List Paragraph" if label else "", unit)
        return Line(around.style(kind), self._wording.runs(words), anchor, label, level)

    def _kind(self, kind: str, unit: Unit) -> str:
        """Words of whoever publishes the policy say so themselves, where they have no anchor to be known by."""
        if unit.key in self._ids or Standing.EDITORIAL not in unit.attributes.classes:
            return kind
        return WITHIN.join(filter(None, (kind, EDITORIAL)))

    def _parted(self, unit: Unit, content: Content) -> tuple[str, Content]:
        """Part a label from the words, where a blank stands between them."""
        clause = self._clauses.get(unit.key)
        printed = clause.printed if clause else ""
        if not printed or numbered(content, printed) == content:
            return "", content
        text = text_of(replace(self._wording, within_note=True).runs(content))  # No note is met by looking.
        behind = text.lstrip()[len(printed) :]
        return ("", content) if behind[:1].strip() else (printed, unnumbered(content, printed))

    def _item(self, item: Item, around: Around) -> Iterator[Piece]:
        clause = self._clauses.get(item.unit.key)
        sign = sign_of(item, clause)
        label = "" if sign in _BOXES else sign
        own, rest = parted(words_of(item, clause) if label else item.blocks)
        level = self._level(label, clause, around.deep)
        anchor = self._ids.get(item.unit.key, "")
        kind = self._kind(around.item(), item.unit)
        yield Line(kind, self._wording.runs(own), anchor, label, level, bullet=not label)
        yield from self.pieces(rest, around.in_item())

    def _level(self, label: str, clause: Clause | None, depth: int) -> int:
        if not label:
            return min(depth, 8)
        if clause and clause.kind is ClauseKind.CLAUSE and "." in label[:-1]:
            return depth_of(label)
        return min(self._lists_from + depth, 8)

    def _table(self, table: Table, around: Around) -> Iterator[Row]:
        first, style = True, around.style("Table Text")
        for row in (table.header, *table.rows):
            if not row.empty:
                cells = tuple(map(self._wording.runs, row.cells))
                anchor = self._ids.get(row.unit.key, "")
                yield Row(cells, table.columns, anchor, row is table.header, first, style)
                first = False
