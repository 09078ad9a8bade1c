"""Other clauses that the words of a policy name: "see section 4.2" becomes a way there, where it is certain."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import assert_never

from clausetree.policy.citing.citations import by_name
from clausetree.policy.citing.mentions import mentions_in
from clausetree.policy.citing.resolve import resolve
from clausetree.policy.clause import Clause
from clausetree.policy.document import (
    Block,
    Break,
    Code,
    Content,
    Definitions,
    Document,
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
    Reference,
    Row,
    Rule,
    Table,
    Text,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The words "section 4.2" in the clause `at`; `clause` is what they mean, None where that is not certain.

    `outside` is what shows that they may mean a clause of another document.
    """

    at: Clause
    words: str
    clause: Clause | None
    outside: str


def with_references(document: Document, clauses: Collection[Clause], language: str) -> Document:
    """Return a document in which the words that certainly name another clause are a `Reference` to it."""
    linker = _Linker(clauses, language)
    return replace(document, blocks=linker.blocks(document.blocks, None))


def named_in(text: str, at: Clause, clauses: Mapping[str, Clause], language: str) -> Iterator[Named]:
    """Yield what the words of a clause name; `clauses` are as `by_name` has them."""
    for found in mentions_in(text, language):
        yield Named(at, text[found.start : found.end], resolve(found, at, clauses), found.outside)


class _Linker:
    def __init__(self, clauses: Collection[Clause], language: str) -> None:
        self._by_name = by_name(clauses)
        self._by_key = {clause.key: clause for clause in clauses}
        self._language = language

    def blocks(self, blocks: Sequence[Block], at: Clause | None) -> tuple[Block, ...]:
        return tuple(self._block(block, at) for block in blocks)

    def _block(self, block: Block, at: Clause | None) -> Block:
        match block:
            case Heading():
                return block
            case Paragraph(unit=unit, content=content):
                own = self._by_key.get(unit.key) if unit else at
                made = self._content(content, own)
                return block if made is content else replace(block, content=made)
            case List(items=items):
                return replace(block, items=tuple(self._item(item) for item in items))
            case Table(header=header, rows=rows):
                return replace(block, header=self._row(header), rows=tuple(self._row(row) for row in rows))
            case Quotation(blocks=inner):
                return replace(block, blocks=self.blocks(inner, at))
            case Definitions(entries=entries):
                return replace(block, entries=tuple(self._entry(entry) for entry in entries))
            case Notes(notes=notes):
                return replace(block, notes=tuple(self._note(note) for note in notes))
            case Rule():
                return block
            case _:
                assert_never(block)

    def _item(self, item: Item) -> Item:
        return replace(item, blocks=self.blocks(item.blocks, self._by_key.get(item.unit.key)))

    def _note(self, note: Note) -> Note:
        return replace(note, blocks=self.blocks(note.blocks, self._by_key.get(note.unit.key)))

    def _row(self, row: Row) -> Row:
        at = self._by_key.get(row.unit.key)
        return replace(row, cells=tuple(self._content(cell, at) for cell in row.cells))

    def _entry(self, entry: Entry) -> Entry:
        at = self._by_key.get(entry.unit.key)
        return replace(entry, meanings=tuple(self.blocks(meaning, at) for meaning in entry.meanings))

    def _content(self, content: Content, at: Clause | None) -> Content:
        if at is None:
            return content
        made = tuple(chain.from_iterable(self._inline(inline, at) for inline in content))
        return content if made == content else made

    def _inline(self, inline: Inline, at: Clause) -> tuple[Inline, ...]:
        match inline:
            case Text(text=text):
                return tuple(self._linked_text(text, at)) or (inline,)
            case Marked(content=content) | Foreign(content=content):
                return (replace(inline, content=self._content(content, at)),)
            case Link() | Reference():  # these words lead somewhere already
                return (inline,)
            case Code() | Picture() | Break() | NoteMark() | Number():
                return (inline,)
            case _:
                assert_never(inline)

    def _linked_text(self, text: str, at: Clause) -> Iterator[Inline]:
        """Yield the pieces of a text that names another clause, and nothing for one that does not."""
        own = _end_of_number(text, at)
        done = 0
        for found in mentions_in(text[own:], self._language):
            clause = resolve(found, at, self._by_name)
            if clause is not None:
                start, end = own + found.start, own + found.end
                yield from [Text(text[done:start])] if start > done else []
                yield Reference(clause.anchor, text[start:end])
                done = end
        yield from [Text(text[done:])] if 0 < done < len(text) else []


def _end_of_number(text: str, at: Clause) -> int:
    """Return where the number ends that words begin with: "Article 4 bis" names no Article 4."""
    begun = text.lstrip()
    return len(text) - len(begun) + len(at.printed) if at.printed and begun.startswith(at.printed) else 0
