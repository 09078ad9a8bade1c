"""The blocks of a policy as its page has them: each clause with its tools, and wide tables in a frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import assert_never, override

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.clauses.labelled import numbered
from clausetree.policy.document import ColumnAlignment, Content, Heading, Note, Notes, Row, Shape, Table, Unit
from clausetree.policy.policy import Policy
from clausetree.render.html.markup import Html
from clausetree.render.policy.back_references import marks_of_notes, to_first, to_others
from clausetree.render.policy.blocks import Blocks, align
from clausetree.render.policy.clause_tools import to_tools
from clausetree.render.policy.headings import Shown
from clausetree.render.policy.table_width import fits_a_telephone
from clausetree.render.policy.words_linked import Linked


class Finished(Blocks):
    """`below` has what stands below a clause, by its anchor.

    `language` are the attributes of what the site says itself, where the policy is in another language.
    """

    def __init__(
        self,
        policy: Policy,
        words: Linked,
        ids: Mapping[int, str],
        headings: Mapping[int, Shown],
        below: Mapping[str, Html],
        language: str,
    ) -> None:
        super().__init__(words, ids, headings)
        self._policy = policy
        self._clauses = policy.by_key()
        self._below = below
        self._language = language
        self._marks = marks_of_notes(policy)
        self._section = ""

    @override
    def role(self, unit: Unit) -> str:
        clause = self._clauses.get(unit.key)
        if clause is None:
            return ""
        match unit.shape:
            case Shape.HEADING | Shape.ROW:
                return ""
            case Shape.ITEM:
                return _role_of_item(clause)
            case Shape.PARAGRAPH | Shape.ENTRY | Shape.NOTE:
                return _role_of_paragraph(clause)
            case _:
                assert_never(unit.shape)

    @override
    def own(self, unit: Unit, content: Content) -> str:
        """Return the first words of a unit, its number told apart. An item's letter is one of its words."""
        clause = self._clauses.get(unit.key)
        if clause is None or not clause.printed or clause.kind is ClauseKind.SUB_ITEM:
            return self.words.html(content)
        return self.words.html(numbered(content, clause.printed), clause.anchor)

    @override
    def tools(self, unit: Unit) -> str:
        clause = self._clauses.get(unit.key)
        return f" {to_tools(self._policy, clause, self._language)}" if clause else ""

    @override
    def behind(self, unit: Unit) -> str:
        clause = self._clauses.get(unit.key)
        note = self._below.get(clause.anchor) if clause else None
        return f"<div{self._language}>{note}</div>" if note and self._language else note or ""

    @override
    def heading(self, heading: Heading, shown: Shown) -> str:
        """The button stands beside the heading, not in it: its words are not the heading's."""
        self._section = shown.id
        made, unit = super().heading(heading, shown), heading.unit
        if unit.key not in self._clauses:
            return made
        return f'<div class="clause-heading">{made}{self.tools(unit).lstrip()}</div>{self.behind(unit)}'

    @override
    def table(self, table: Table) -> str:
        """A wide table scrolls in a frame, which the keyboard must reach."""
        made = super().table(table)
        if fits_a_telephone(table):
            return made
        name = f'aria-labelledby="{escape(self._section)}"' if self._section else 'aria-label="Table"'
        return f'<div class="table-scroll" role="group" tabindex="0" {name}>\n{made}\n</div>'

    @override
    def head(self, table: Table) -> str:
        """An empty head would be read out as empty."""
        return "" if table.header.empty else super().head(table)

    @override
    def row(self, row: Row, columns: Sequence[ColumnAlignment], tag: str) -> str:
        """The anchor names the whole row, and the first cell is what the row is about."""
        if row.unit.key not in self._clauses:
            return super().row(row, columns, tag)
        *cells, last = self.cells(row)
        words = [*cells, f"{last}{self.tools(row.unit)}{self.behind(row.unit)}"]
        tags = ['th scope="row"' if tag == "td" else tag, *[tag] * len(cells)]
        made = [_cell(*cell) for cell in zip(tags, map(align, columns), words, strict=True)]
        return "".join([f"<tr{self.attributes(row.unit)}>\n", *made, "</tr>"])

    @override
    def notes(self, notes: Notes) -> str:
        made = "\n".join(map(self.note, notes.notes))
        return f'<section class="notes" aria-label="Notes">\n{made}\n</section>'

    @override
    def figure(self, note: Note) -> str:
        return to_first(note, self.ids[note.unit.key], self._marks)

    @override
    def other_marks(self, note: Note) -> str:
        others = to_others(note, self.ids[note.unit.key], self._marks)
        return f' <span class="note-ways"{self._language}>Also at {others}</span>' if others else ""


def _cell(tag: str, aligned: str, words: str) -> str:
    return f"<{tag}{aligned}>{words}</{tag[:2]}>\n"


def _role_of_paragraph(clause: Clause) -> str:
    if clause.kind is not ClauseKind.SUB_ITEM:
        return "clause clause-part" if clause.number is None else "clause"
    deep = (" clause-within" if clause.depth > 1 else "") + (" clause-deep" if clause.depth > 2 else "")
    return f"clause-item clause-lettered{deep}"


def _role_of_item(clause: Clause) -> str:
    if clause.kind is ClauseKind.CLAUSE:
        return "clause"
    return "clause-item clause-labelled" if clause.printed else "clause-item"
