"""A policy as it was read, unit by unit, in the form in which `tests/cases/corpus` says what is expected."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.document import (
    Block,
    Content,
    Definitions,
    Entry,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    List,
    Marked,
    Note,
    NoteMark,
    Notes,
    Number,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Rule,
    Table,
    Text,
)
from clausetree.policy.policy import Policy

from .corpus import WITHOUT_WIDTH, Unit

_BOXES = {"☐": "[ ]", "☑": "[x]"}


def units_of(policy: Policy) -> list[Unit]:
    """Return the units of a policy in order."""
    assert policy.document is not None
    return list(_Units(policy.clauses).blocks(policy.document.blocks, 0))


class _Units:
    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = {clause.key: clause for clause in clauses}
        self._anchors = {clause.anchor: clause for clause in clauses}

    def blocks(self, blocks: Sequence[Block], depth: int, quoted: str = "") -> Iterator[Unit]:
        """Yield the units of blocks that stand `depth` lists deep; `quoted` is the kind of what is quoted."""
        for block in blocks:
            match block:
                case Heading(unit=unit, content=content):
                    yield self._labelled(f"heading {unit.depth}", unit.key, content)
                case Paragraph(unit=None, content=content):
                    kind = "picture" if _is_picture(content) else f"more {max(depth, 1)}"
                    yield Unit(quoted or kind, "", _words(content))
                case Paragraph(unit=unit, content=content):
                    assert unit is not None
                    yield self._labelled(quoted or self._kind(unit.key, content, depth), unit.key, content)
                case List(items=items):
                    for item in items:
                        yield from self._item(item, depth + 1, quoted)
                case Table(header=header, rows=rows):
                    yield from _row("row head", header)
                    for row in rows:
                        yield from _row("row", row)
                case Quotation(blocks=inner):
                    yield from self.blocks(inner, depth, "quotation")
                case Definitions(entries=entries):
                    for entry in entries:
                        yield from self._entry(entry, depth)
                case Notes(notes=notes):
                    for note in notes:
                        yield from self._note(note)
                case Rule():
                    pass

    def _kind(self, key: int, content: Content, depth: int) -> str:
        clause = self._clauses.get(key)
        match clause.kind if clause else None:
            case ClauseKind.CLAUSE:
                return "clause"
            case ClauseKind.SUB_ITEM:
                return f"item {max(depth + 1, self._items_around(clause))}"
            case _:
                return "picture" if _is_picture(content) else "paragraph"

    def _items_around(self, clause: Clause | None) -> int:
        """Return how many items deep an item stands, itself among them."""
        if clause is None or clause.kind is not ClauseKind.SUB_ITEM:
            return 0
        return 1 + self._items_around(self._anchors.get(clause.parent or ""))

    def _item(self, item: Item, depth: int, quoted: str) -> Iterator[Unit]:
        first = item.blocks[0] if item.blocks else None
        content = first.content if isinstance(first, Paragraph) and first.unit is None else ()
        label, words = self._parted(item.unit.key, content)
        marker = item.unit.listed or "-"
        depth = max(depth, self._items_around(self._clauses.get(item.unit.key)))
        kind = quoted or f"item {depth}"
        if words[:1] in _BOXES:
            marker = f"{item.unit.listed} {_BOXES[words[0]]}".strip()
            kind, words = f"task {depth}", words[1:].strip()
        yield Unit(kind, f"{marker} {label}".strip(), words)
        yield from self.blocks(item.blocks[1:] if content else item.blocks, depth, quoted)

    def _entry(self, entry: Entry, depth: int) -> Iterator[Unit]:
        label = _words(entry.term)
        for first, *more in entry.meanings:
            assert isinstance(first, Paragraph)
            yield Unit("definition", label, _words(first.content))
            yield from self.blocks(more, depth)
            label = ""

    def _note(self, note: Note) -> Iterator[Unit]:
        label = unicodedata.normalize("NFKC", note.figure)
        for block in note.blocks:
            if isinstance(block, Paragraph):
                yield Unit("note", label, _words(block.content))
                label = ""
            else:
                yield from self.blocks([block], 0)

    def _labelled(self, kind: str, key: int, content: Content) -> Unit:
        return Unit(kind, *self._parted(key, content))

    def _parted(self, key: int, content: Content) -> tuple[str, str]:
        """Return the label that words begin with, and the words without it."""
        words = _words(content)
        clause = self._clauses.get(key)
        label = " ".join(clause.printed.split()) if clause else ""
        return (label, words.removeprefix(label).strip()) if words.startswith(label) else ("", words)


def _row(kind: str, row: Row) -> Iterator[Unit]:
    if not row.empty:
        yield Unit(kind, "", " ".join(" ; ".join(map(_words, row.cells)).split()))


def _is_picture(content: Content) -> bool:
    return bool(content) and all(
        isinstance(inline, Picture)
        or (isinstance(inline, Link) and _is_picture(inline.content))
        or not _written(inline).strip()
        for inline in content
    )


def _words(content: Content) -> str:
    """Return what a reader reads, as the README of the corpus writes it."""
    text = "".join(map(_written, content)).translate(WITHOUT_WIDTH)
    return " ".join(text.split())


def _written(inline: Inline) -> str:
    match inline:
        case NoteMark(figure=figure):
            return f"[{unicodedata.normalize('NFKC', figure)}]"
        case Marked(content=content) | Foreign(content=content) | Link(content=content):
            return "".join(map(_written, content))
        case Picture(alternative=words):
            return words
        case Text(text=text) | Number(text=text):
            return text
        case _:
            return getattr(inline, "text", " ")
