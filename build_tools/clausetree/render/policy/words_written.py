"""The words of a policy as HTML, as they are written: every sign is escaped, and every link a plain one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from html import escape
from typing import assert_never

from clausetree.policy.document import (
    Break,
    Code,
    Content,
    Foreign,
    Inline,
    Link,
    Marked,
    NoteMark,
    Number,
    Picture,
    Reference,
    Text,
)

_RUNS = re.compile(r"(?:javascript|vbscript|data|file|blob):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20]")
"""A browser leaves these out before it looks at an address."""
_IN_ITSELF = "data:image/"

type Address = Callable[[str], str]
"""From an address as it is written to the one to show; "" where there is none, and the words stay alone."""


class Written:
    """Makes content HTML. Numbers, and references that nobody wrote as links, are words.

    `notes` has the id of each footnote by the key of its unit.
    """

    def __init__(self, links: Address, pictures: Address, notes: Mapping[int, str]) -> None:
        self._links = links
        self._pictures = pictures
        self._notes = notes

    def html(self, content: Content, anchor: str = "") -> str:
        """Return content as HTML; `anchor` is that of the unit whose words they are."""
        return "".join([self._one(inline, anchor) for inline in content])

    @cached_property
    def within(self) -> Written:
        """What makes the words of a link HTML: HTML has no link within a link."""
        return _WithinLink(self._links, self._pictures, self._notes)

    def _one(self, inline: Inline, anchor: str) -> str:
        match inline:
            case Text(text=text):
                return escape(text, quote=False)
            case Code(text=text):
                return f"<code>{escape(text, quote=False)}</code>"
            case Marked(mark=mark, content=content):
                return f"<{mark.value}>{self.html(content, anchor)}</{mark.value}>"
            case Foreign(language=language, content=content):
                return f'<span lang="{escape(language)}">{self.html(content, anchor)}</span>'
            case Break(hard=hard):
                return "<br />\n" if hard else "\n"
            case Picture():
                return self._picture(inline)
            case Link():
                return self.link(inline)
            case NoteMark():
                return self.note_mark(inline)
            case Number(text=text):
                return self.number(text, anchor)
            case Reference():
                return self.reference(inline)
            case _:
                assert_never(inline)

    def link(self, link: Link) -> str:
        """Return a link; its words alone where it leads nowhere, and nothing where it has none."""
        words = self.within.html(link.content)
        href = self._links(link.href) if link.href else ""
        return f'<a href="{escape(href)}">{words}</a>' if words and _may_lead(href) else words

    def note_mark(self, mark: NoteMark) -> str:
        """Return a link to a note, with the id that the note leads back to."""
        note = escape(self._notes[mark.note])
        return f'<a href="#{note}" id="{mark_id(note, mark.nth)}">{escape(mark.figure, quote=False)}</a>'

    def number(self, text: str, _anchor: str) -> str:
        """Return the number that words begin with, for the unit under this anchor."""
        return escape(text, quote=False)

    def reference(self, reference: Reference) -> str:
        """Return words that name another clause."""
        return escape(reference.text, quote=False)

    def _picture(self, picture: Picture) -> str:
        source = self._pictures(picture.source)
        shown = source.startswith(_IN_ITSELF) or _may_lead(source)
        words = escape(picture.alternative)
        return f'<img alt="{words}" src="{escape(source)}" />' if shown else words


class _WithinLink(Written):
    def link(self, link: Link) -> str:
        return self.html(link.content)

    def note_mark(self, mark: NoteMark) -> str:
        note = escape(self._notes[mark.note])
        return f'<span id="{mark_id(note, mark.nth)}">{escape(mark.figure, quote=False)}</span>'


def mark_id(note: str, nth: int) -> str:
    """Return the id of a mark of a note; the first has the number 0. No anchor has two hyphens together."""
    return f"{note}--mark-{nth + 1}"


def _may_lead(address: str) -> bool:
    return bool(address) and _RUNS.match(_UNSEEN.sub("", address)) is None
