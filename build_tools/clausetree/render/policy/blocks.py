"""The blocks of a policy as HTML. What is bare and what is finished for a page differ in a few places."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from html import escape
from typing import assert_never

from clausetree.policy.document import (
    Block,
    ColumnAlignment,
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
    Row,
    Rule,
    Table,
    Unit,
)
from clausetree.render.policy.headings import Shown
from clausetree.render.policy.lists import is_task, items_with_values, list_closing, list_opening, parted
from clausetree.render.policy.words_written import Written, mark_id


class Blocks(ABC):
    """Makes blocks HTML. `ids` has the anchor of each unit that has one, by its key."""

    def __init__(self, words: Written, ids: Mapping[int, str], headings: Mapping[int, Shown]) -> None:
        self.words = words
        self.ids = ids
        self.headings = headings

    def html(self, blocks: Sequence[Block]) -> str:
        """Return blocks one below another."""
        return "\n".join([made for block in blocks if (made := self._block(block))])

    @abstractmethod
    def role(self, unit: Unit) -> str:
        """Return the class that says what a unit is."""

    @abstractmethod
    def own(self, unit: Unit, content: Content) -> str:
        """Return the first words of a unit."""

    @abstractmethod
    def tools(self, unit: Unit) -> str:
        """Return what stands behind a unit's first words, in one line with them."""

    @abstractmethod
    def behind(self, unit: Unit) -> str:
        """Return what stands below a unit's first words."""

    def heading(self, heading: Heading, shown: Shown) -> str:
        """Return a heading at the level that it has on the page."""
        opening = f"<h{shown.level}{self.attributes(heading.unit, anchor=shown.id)}>"
        return f"{opening}{self.own(heading.unit, heading.content)}</h{shown.level}>"

    def table(self, table: Table) -> str:
        """Return a table. Markdown has none without a head, which may be empty."""
        rows = [self.row(row, table.columns, "td") for row in table.rows]
        return "\n".join(["<table>", self.head(table), "<tbody>", *rows, "</tbody>", "</table>"])

    def head(self, table: Table) -> str:
        """Return the head of a table."""
        return f"<thead>\n{self.row(table.header, table.columns, 'th')}\n</thead>"

    def row(self, row: Row, columns: Sequence[ColumnAlignment], tag: str) -> str:
        """Return a row; the anchor stands in its first cell, as it is written."""
        openings = [f"<{tag}{align(column)}" for column in columns]
        openings[0] += self.attributes(row.unit)
        cells = zip(openings, self.cells(row), strict=True)
        return "".join(["<tr>\n", *[f"{opening}>{words}</{tag}>\n" for opening, words in cells], "</tr>"])

    def cells(self, row: Row) -> list[str]:
        """Return the words of each cell."""
        return [self.own(row.unit, row.cells[0]), *map(self.words.html, row.cells[1:])]

    def notes(self, notes: Notes) -> str:
        """Return the footnotes."""
        return "\n".join(['<div class="notes">', *map(self.note, notes.notes), "</div>"])

    def note(self, note: Note) -> str:
        """Return a footnote: its figure, which leads to its first mark, and its words."""
        first, rest = parted(note.blocks)
        words = f" {self.words.html(first.content)}" if first else ""
        line = f"{self.figure(note)}{words}{self.other_marks(note)}{self.tools(note.unit)}"
        opening, below = f"<div{self.attributes(note.unit)}>", self.html(rest)
        return "\n".join(filter(None, [opening, f"<p>{line}</p>{self.behind(note.unit)}", below, "</div>"]))

    def figure(self, note: Note) -> str:
        """Return the figure of a note."""
        back = mark_id(escape(self.ids[note.unit.key]), 0)
        return f'<a href="#{back}">{escape(note.figure, quote=False)}</a>'

    @abstractmethod
    def other_marks(self, note: Note) -> str:
        """Return links to the marks of a note that its figure does not lead to."""

    def attributes(self, unit: Unit, sign: str = "", anchor: str = "") -> str:
        """Return the class and the id of a unit, of which it may have neither."""
        classes = sorted(standing.value for standing in unit.attributes.classes)
        named = " ".join(filter(None, (self.role(unit), sign, *classes)))
        found = anchor or self.ids.get(unit.key, "")
        own = f' class="{escape(named)}"' if named else ""
        return f'{own} id="{escape(found)}"' if found else own

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                shown = self.headings.get(block.unit.key)
                return self.heading(block, shown) if shown else ""
            case List():
                items = [self._item(item, value, block) for item, value in items_with_values(block)]
                return "\n".join([list_opening(block), *items, list_closing(block)])
            case Table():
                return self.table(block)
            case Quotation(blocks=blocks):
                return f"<blockquote>\n{self.html(blocks)}\n</blockquote>"
            case Definitions(entries=entries):
                return "\n".join(["<dl>", *map(self._entry, entries), "</dl>"])
            case Notes():
                return self.notes(block)
            case Rule():
                return "<hr />"
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        unit = paragraph.unit
        if unit is None:
            return f"<p>{self.words.html(paragraph.content)}</p>"
        words = f"{self.own(unit, paragraph.content)}{self.tools(unit)}"
        return f"<p{self.attributes(unit)}>{words}</p>{self.behind(unit)}"

    def _item(self, item: Item, value: str, written: List) -> str:
        """Where the list has no space, an item's words are no paragraph, and a list stands right below them."""
        unit = item.unit
        first, rest = parted(item.blocks)
        words = f"{self.own(unit, first.content) if first else ''}{self.tools(unit)}"
        loose = written.loose and first is not None
        line = f"\n<p>{words}</p>{self.behind(unit)}" if loose else f"{words}{self.behind(unit)}"
        sign = "task" if written.numbering is None and is_task(item) else ""
        opening = f"<li{self.attributes(unit, sign)}{value}>"
        if not rest:
            return f"{opening}{line}{'\n' if loose else ''}</li>"
        gap = "" if first and not loose and isinstance(rest[0], List) else "\n"
        return f"{opening}{line}{gap}{self.html(rest)}\n</li>"

    def _entry(self, entry: Entry) -> str:
        """HTML lets a `div` hold a word and what it means, and the anchor is that of both."""
        unit = entry.unit
        term = f"<dt>{self.own(unit, entry.term)}{self.tools(unit)}</dt>"
        meanings = [f"<dd>{self._meaning(blocks)}</dd>" for blocks in entry.meanings]
        if meanings:
            meanings[-1] = f"{meanings[-1].removesuffix('</dd>')}{self.behind(unit)}</dd>"
        return "\n".join([f"<div{self.attributes(unit)}>", term, *meanings, "</div>"])

    def _meaning(self, blocks: Sequence[Block]) -> str:
        first, rest = parted(blocks)
        return self.words.html(first.content) if first and not rest else f"\n{self.html(blocks)}\n"


def align(column: ColumnAlignment) -> str:
    """Return the attribute of a cell in a column that is aligned."""
    return f' align="{column.value}"' if column.value else ""
