"""The words of a policy as runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from clausetree.policy.document import (
    Break,
    Code,
    Content,
    Foreign,
    Inline,
    Link,
    Mark,
    Marked,
    NoteMark,
    Number,
    Picture,
    Reference,
    Text,
)
from clausetree.render.word.bookmarks import bookmark_of
from clausetree.render.word.leading import NOWHERE, led
from clausetree.render.word.lines import Look, Run, Runs

_LOOKS = {
    Mark.STRONG: Look.STRONG,
    Mark.EMPHASIS: Look.EMPHASIS,
    Mark.SUBSCRIPT: Look.SUBSCRIPT,
    Mark.SUPERSCRIPT: Look.SUPERSCRIPT,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Makes runs. `address` gives a link's whole address, or ""; `anchors` are those that can be linked to.

    `notes` has the anchor of each footnote by its key, and `pictures` are the sources of those that there are.
    Those notes are `met` whose mark was written.
    """

    address: Callable[[str], str]
    anchors: frozenset[str]
    notes: Mapping[int, str]
    pictures: frozenset[str]
    within_note: bool = False
    met: set[str] = field(default_factory=set)

    def runs(self, content: Content) -> Runs:
        """Return words as runs."""
        return tuple(self._runs(content, Run("")))

    def _runs(self, content: Content, like: Run) -> Iterator[Run]:
        for inline in content:
            yield from self._inline(inline, like)

    def _inline(self, inline: Inline, like: Run) -> Iterator[Run]:
        match inline:
            case Text(text=text) | Number(text=text):
                yield replace(like, text=text)
            case Code(text=text):
                yield replace(like, text=text, looks=like.looks | {Look.CODE})
            case Marked(mark=mark, content=content):
                yield from self._runs(content, replace(like, looks=like.looks | {_LOOKS[mark]}))
            case Foreign(language=language, content=content):
                yield from self._runs(content, replace(like, language=language))
            case Link(href=href, content=content, label=label):
                yield from self._runs(content, replace(like, link=like.link or self._target(href, label)))
            case Reference(anchor=anchor, text=text):
                looks = like.looks if like.link else like.looks | {Look.CITED}
                yield replace(like, text=text, looks=looks, link=like.link or self._target(f"#{anchor}"))
            case Picture(source=source, alternative=alternative):
                yield replace(like, text=alternative, picture=source if source in self.pictures else "")
            case NoteMark(figure=figure, note=note):
                yield self._mark(figure, self.notes.get(note, ""), like)
            case Break(hard=hard):
                yield replace(like, text="\n" if hard else " ")
            case _:
                assert_never(inline)

    def _mark(self, figure: str, note: str, like: Run) -> Run:
        """Word knows one mark for each note, and none within a note: others are figures that lead there."""
        if self.within_note or not note or note in self.met:
            return replace(like, text=figure, looks=like.looks | {Look.SUPERSCRIPT}, link=note and f"#{note}")
        self.met.add(note)
        return replace(like, text="", note=note)

    def _target(self, href: str, label: str = "") -> str:
        to = led(href, label, self.address)
        if to.startswith("#") and to[1:] not in self.anchors:
            return f"{NOWHERE}{bookmark_of(to[1:])}"
        return to
