"""The words of a policy's page read in runs, those of the site's own elements apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import assert_never

from clausetree.render.html.body import body_of
from clausetree.render.html.reader import VOID, Closed, Opened, Piece, Words
from clausetree.render.versions.gathered import Gathered, OpenElement, Otherwise
from clausetree.render.versions.page_words import ITEM, PICTURE, PageWords, SiteWords, TextRun
from clausetree.render.versions.shown_otherwise import shown_otherwise

_OF_THE_SITE = (
    *("clause-tools", "clause-uses", "clause-now", "note-ways", "clause-preview"),
    *("page-caption", "version-notice", "tombstones", "versions", "topics", "page-actions"),
)
"""The classes of elements that only the site makes. What stands in them may be anything all the same."""
_BLOCKS = frozenset({"p", "li", "h2", "div"})
_ENDS_RUN = _BLOCKS | {"h1", "h3", "h4", "h5", "h6", "section", "blockquote", "pre"}
"""Where words stand under no anchor, each of these has a run of its own: a page may have another before it."""
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset({"script", "style", "template"})
_AROUND = frozenset({"header", "nav", "footer", "aside"})
_OF_THE_FRAME = frozenset({"skip-link", "visually-hidden"})


def page_words(pieces: Sequence[Piece], anchors: Set[str]) -> PageWords:
    """Return the words of a page that are shown. Words under an id that is none of `anchors` stand under none.

    Where it has a `<main>`, its menus, header and footer around that are not read.
    """
    body = list(body_of(pieces))
    has_main = any(isinstance(piece, Opened) and piece.tag == "main" for piece in body)
    reading = _Reading(anchors, outside=has_main)
    for piece in body:
        reading.take(piece)
    runs = (TextRun(run.anchor, _in_a_line(run.texts)) for run in reading.runs)
    of_site = (SiteWords(one.kind, _in_a_line(one.texts), one.anchor) for one in reading.of_site)
    return PageWords(
        tuple(run for run in runs if run.words),
        tuple(one for one in of_site if one.words),
        tuple(one.shows for one in reading.otherwise if one.inside or reading.has_clauses_outside),
    )


def _in_a_line(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())


@dataclass(slots=True)
class _Reading:
    """Gathers words, in runs and in blocks of the site's. `outside` is what stands around a `<main>`."""

    anchors: Set[str]
    outside: bool
    open: list[OpenElement] = field(default_factory=lambda: [OpenElement()])
    tags: Counter[str] = field(default_factory=Counter)
    runs: list[Gathered] = field(default_factory=list)
    of_site: list[Gathered] = field(default_factory=list)
    otherwise: list[Otherwise] = field(default_factory=list)
    has_clauses_outside: bool = False
    item: str = ""
    is_over: bool = False

    def take(self, piece: Piece) -> None:
        """Take the next piece of the page."""
        match piece:
            case Opened(tag=tag):
                self._look_at(piece)
                if tag not in VOID:
                    self._begin(piece)
                elif piece.attributes.get("alt", "").strip():
                    self._read(f"{PICTURE}{piece.attributes['alt']}{PICTURE}")
            case Closed(tag=tag):
                self._end(tag)
            case Words(text):
                self._read(text)
            case _:
                assert_never(piece)

    def _look_at(self, element: Opened) -> None:
        here = self.open[-1]
        if here.unread:
            return
        anchor = self._anchor_of(element)
        inside = not self.outside or anchor is not None
        for shown in shown_otherwise(element, of_the_site=self._kind(element, here.of_site) != ""):
            self.otherwise.append(Otherwise((anchor, shown), inside))

    def _anchor_of(self, element: Opened) -> str | None:
        own = element.attributes.get("id")
        return own if own in self.anchors else self.open[-1].anchor

    def _begin(self, element: Opened) -> None:
        above, anchor = self.open[-1], self._anchor_of(element)
        if element.tag in _CELLS and anchor and above.tag:
            # The anchor in a cell is that of the row; on a page it stands on the row itself.
            above.anchor = anchor
        if element.tag == "main":
            self.outside = False
        within = self._of_site(element, above.of_site)
        self.open.append(OpenElement(element.tag, anchor, above.unread or self._is_unread(element), within))
        self.tags[element.tag] += 1
        self.is_over = self.is_over or element.tag in _ENDS_RUN
        if element.tag == "li" and within is None:
            self.item += ITEM

    def _end(self, tag: str) -> None:
        if not self.tags[tag]:
            return
        self.is_over = self.is_over or tag in _ENDS_RUN
        while True:
            closed = self.open.pop().tag
            self.tags[closed] -= 1
            self.outside = self.outside or closed == "main"
            if closed == tag:
                return

    def _is_unread(self, element: Opened) -> bool:
        if element.tag in _UNREAD or "hidden" in element.attributes:
            return True
        return self.outside and (element.tag in _AROUND or bool(element.classes & _OF_THE_FRAME))

    def _of_site(self, element: Opened, within: Gathered | None) -> Gathered | None:
        kind = self._kind(element, within)
        if not kind or (within and element.tag not in _BLOCKS):
            return within
        self.of_site.append(Gathered(self.runs[-1].anchor if self.runs else None, kind))
        return self.of_site[-1]

    def _kind(self, element: Opened, within: Gathered | None) -> str:
        return within.kind if within else next((one for one in _OF_THE_SITE if one in element.classes), "")

    def _read(self, text: str) -> None:
        here = self.open[-1]
        if here.unread:
            return
        if here.of_site is not None:
            here.of_site.texts.append(text)
            return
        if self._begins_run(here.anchor):
            # White space between two blocks begins no run of its own.
            if not text.strip():
                return
            self.runs.append(Gathered(here.anchor))
            self.has_clauses_outside |= self.outside and here.anchor is not None
        self.is_over = False
        self.runs[-1].texts.append(self.item + text)
        self.item = ""

    def _begins_run(self, anchor: str | None) -> bool:
        if not self.runs or self.runs[-1].anchor != anchor:
            return True
        return anchor is None and self.is_over
