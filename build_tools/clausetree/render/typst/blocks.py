"""The blocks of a policy in Typst's language.

Each numbered clause is a heading of its own, with its words beside it: so it gets a bookmark, and a screen
reader can go from one to the next. Everything that has an anchor can be linked to under its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from clausetree.policy.clause import Clause, ClauseKind
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
from clausetree.render.typst.inline import Wording, has_letters, has_picture, mark_place
from clausetree.render.typst.items import BULLET, parted, sign_of, words_of
from clausetree.render.typst.levels import Levels
from clausetree.render.typst.strings import string
from clausetree.render.typst.table import PAGE, write_table

_STEP = 28.6
"""What a block that stands in another is narrower, in points."""


class Blocks:
    """Writes blocks. `clauses` are by the keys of their units, and so are the `anchors` of the units.

    A list stands in by as many columns as the words above it, and one more where those have a number.
    """

    def __init__(self, clauses: Mapping[int, Clause], anchors: Mapping[int, str], wording: Wording) -> None:
        self._clauses = clauses
        self._anchors = anchors
        self._wording = wording
        self._levels = Levels()
        self._beside = 0
        self._within = 0

    def heading(self, depth: int, words: str, anchor: str | None = None) -> str:
        """Return a heading; `words` are content, and `anchor` is the name under which it can be linked to."""
        made = f"#heading(level: {self._levels.enter(depth)})[{words}]"
        return f"{made}#label({string(anchor)})" if anchor else made

    def write(self, blocks: Sequence[Block]) -> str:
        """Return the blocks in order."""
        return "\n\n".join(filter(None, map(self._block, blocks)))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(unit=unit, content=content):
                return self._paragraph(unit, content) if unit else f"#par[{self._wording.write(content)}]"
            case List():
                return self._list(block)
            case Table():
                room = PAGE - _STEP * self._within
                return write_table(
                    block, lambda row: self._at(row.unit), self._cell, room, alone=not self._within
                )
            case Quotation(blocks=inner):
                return f"#quote(block: true)[{self._inner(inner)}]"
            case Definitions(entries=entries):
                return f"#terms(tight: false, {', '.join(map(self._entry, entries))})"
            case Notes(notes=notes):
                return "\n\n".join(["#rule", *map(self._note, notes)])
            case Rule():
                return "#rule"
            case _:
                assert_never(block)

    def _inner(self, blocks: Sequence[Block], begun: str = "") -> str:
        """Return blocks within another; `begun` stands before their first words."""
        self._within += 1
        beside, self._beside = self._beside, 0
        first, rest = (blocks[:1], blocks[1:]) if begun else ((), blocks)
        match first:
            case (Paragraph(unit=None, content=content),):
                begun = f"#par[{begun}{self._wording.write(content)}]"
            case _:
                rest = blocks
        made = "\n\n".join(filter(None, (begun, self.write(rest))))
        self._within -= 1
        self._beside = beside
        return made

    def _heading(self, heading: Heading) -> str:
        self._beside = 0
        words = self._wording.write(heading.content)
        if not has_letters(heading.content):  # Nothing could be called by it: a picture, or no words at all.
            return f"#par[{self._at(heading.unit)}{words}]"
        return self.heading(heading.unit.depth, words, self._anchors.get(heading.unit.key))

    def _paragraph(self, unit: Unit, content: Content) -> str:
        clause = self._clauses.get(unit.key)
        printed = clause.printed if clause and numbered(content, clause.printed) != content else ""
        if clause and printed and clause.kind is ClauseKind.CLAUSE:
            self._beside = 1
            return self._clause(unit, printed, unnumbered(content, printed))
        if clause and printed and clause.kind is ClauseKind.SUB_ITEM:
            self._beside = clause.depth + 1
            words = self._at(unit) + self._wording.write(content)
            return f"#aside(column * {clause.depth}, par[{words}])"
        self._beside = 0
        words, at = self._wording.write(content), self._at(unit)
        # A picture stands on its line, and the place of a line is that of what it stands on.
        return f"{at}\n#par[{words}]" if has_picture(content) else f"#par[{at}{words}]"

    def _clause(self, unit: Unit, printed: str, content: Content) -> str:
        anchor = self._anchors.get(unit.key)
        name = string(anchor) if anchor else "none"
        return f"#clause({string(printed)}, {self._levels.below}, {name})[{self._wording.write(content)}]"

    def _list(self, block: List) -> str:
        if not self._within and any(map(self._is_clause, block.items)):
            return "\n\n".join(map(self._item_as_clause, block.items))
        signs = [sign_of(item, self._clauses.get(item.unit.key)) for item in block.items]
        shown = ", ".join(string(sign or BULLET) for sign in signs)
        kind = f"enum(..signs({shown}), " if any(signs) else "list("
        items = ", ".join(f"[{self._item(item)}]" for item in block.items)
        made = f"{kind}tight: {'false' if block.loose else 'true'}, {items})"
        return f"#aside(column * {self._beside}, {made})" if self._beside else f"#{made}"

    def _item(self, item: Item) -> str:
        return self._inner(words_of(item, self._clauses.get(item.unit.key)), self._at(item.unit))

    def _is_clause(self, item: Item) -> bool:
        clause = self._clauses.get(item.unit.key)
        return bool(clause and clause.kind is ClauseKind.CLAUSE and sign_of(item, clause))

    def _item_as_clause(self, item: Item) -> str:
        """An item that is a clause of its own stands as one, not in a list."""
        self._beside = 1
        clause = self._clauses.get(item.unit.key)
        own, rest = parted(words_of(item, clause))
        made = self._clause(item.unit, sign_of(item, clause) or BULLET, own)
        return f"{made}\n\n#aside(column)[{self._inner(rest)}]" if rest else made

    def _entry(self, entry: Entry) -> str:
        term = self._at(entry.unit) + self._wording.write(entry.term)
        meanings = "\n\n".join(map(self._inner, entry.meanings))
        return f"terms.item([{term}], [{meanings}])"

    def _note(self, note: Note) -> str:
        mark = string(mark_place(note.unit.key))
        return f"#note({string(note.figure)}, {mark})[{self._inner(note.blocks, self._at(note.unit))}]"

    def _cell(self, content: Content, longest: int) -> str:
        return replace(self._wording, longest=longest or self._wording.longest).write(content)

    def _at(self, unit: Unit) -> str:
        anchor = self._anchors.get(unit.key)
        return f"#at({string(anchor)});" if anchor else ""
