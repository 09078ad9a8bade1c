"""The words of a policy as its page has them: numbers are links, and a raised figure says where it leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from clausetree.policy.clause import Clause
from clausetree.policy.document import Link, NoteMark, Reference, Text
from clausetree.render.policy.clause_tools import name_of_mark
from clausetree.render.policy.words_written import Address, Written, mark_id

_NOTE_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


class Linked(Written):
    """`clauses` are those of the policy by their anchors."""

    def __init__(self, address: Address, notes: Mapping[int, str], clauses: Mapping[str, Clause]) -> None:
        super().__init__(address, address, notes)
        self._clauses = clauses

    def link(self, link: Link) -> str:
        """Return a link; one whose only words are a raised figure has a name."""
        made = super().link(link)
        match link.content:
            case (Text(text=text),) if _NOTE_MARK.fullmatch(text):
                target = self._clauses.get(link.href.removeprefix("#"))
                return made.replace("<a", f"<a{_named(target)}", 1) if target else made
            case _:
                return made

    def note_mark(self, mark: NoteMark) -> str:
        """Return a link to a note."""
        found = self._notes[mark.note]
        note, target = escape(found), self._clauses.get(found)
        named = _named(target) if target else ' class="note-mark"'
        return f'<a{named} href="#{note}" id="{mark_id(note, mark.nth)}">{escape(mark.figure, quote=False)}</a>'

    def number(self, text: str, anchor: str) -> str:
        """Return a number as a link to its clause, where the unit is one that is known by it."""
        words = escape(text, quote=False)
        return f'<a class="clause-number" href="#{escape(anchor)}">{words}</a>' if anchor else words

    def reference(self, reference: Reference) -> str:
        """Return the way to another clause that words name."""
        words, anchor = escape(reference.text, quote=False), escape(reference.anchor)
        return f'<a class="clause-reference" href="#{anchor}">{words}</a>'


def _named(target: Clause) -> str:
    return f' aria-label="{escape(name_of_mark(target))}" class="note-mark"'
