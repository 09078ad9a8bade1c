"""The words of a paragraph, and what hangs on it: notes, boxes, pictures, comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clausetree.importing.blocks import WIDE, Words, plain
from clausetree.importing.open_document.names import inner, named, number, safe, said
from clausetree.importing.open_document.pictures import Pictures
from clausetree.importing.open_document.styles import Style, Styles
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.words import SPACE, joined, set_apart, trimmed
from clausetree.policy.document import Break, Foreign, Inline, Link, Mark, Marked, NoteMark, Text
from clausetree.policy.language import primary

_UNPRINTED = {
    *("office:annotation-end", "office:forms", "office:event-listeners", "text:script", "text:soft-page-break"),
    *("text:change", "text:change-start", "text:change-end", "text:bookmark-end", "text:reference-mark-end"),
    *("text:ruby-text", "text:tracked-changes", "svg:title", "svg:desc", "office:binary-data"),
    *("text:alphabetical-index-mark", "text:toc-mark", "text:user-index-mark"),
}
_PLACES = {"text:bookmark", "text:bookmark-start", "text:reference-mark", "text:reference-mark-start"}
_LINKED = {"text:bookmark-ref", "text:reference-ref"}
_NUMBERED = {"number", "number-no-superior", "number-all-superior"}
_AS_TAB = 3
"""So many spaces in a row tell what a tab tells."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A cross-reference to the number of the place with this key, and the words last printed for it."""

    key: str
    words: str


@dataclass(slots=True)
class Hung:
    """What hangs on a paragraph, or was met in it."""

    keys: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)


class Inlines:
    """Reads the words of paragraphs. `notes` are the bodies of the notes so far, in order."""

    def __init__(self, styles: Styles, pictures: Pictures) -> None:
        """Take the styles and the pictures of a document."""
        self._styles, self._pictures = styles, pictures
        self.notes: list[Element] = []

    def read(self, paragraph: Element) -> tuple[Words, Hung]:
        """Return the words of a paragraph, and what hangs on it."""
        hung = Hung()
        style = next(self._styles.chain("paragraph", said(paragraph, "text:style-name")), None)
        # What a writer did to a whole paragraph is kept in a style of its own; other styles set all words so.
        looks = _marks(style) if style is not None and style.automatic else []
        words = trimmed(joined(self._marked(paragraph, looks, frozenset(), hung)))
        language = self._language("paragraph", said(paragraph, "text:style-name"))
        words = (
            (Foreign(language, words),)
            if words and primary(language) != primary(self._styles.language)
            else words
        )
        if "".join(hung.hidden).strip():
            hung.remarks.append(Remark(Kind.HIDDEN, "".join(hung.hidden).strip(), plain(words)))
        return words, hung

    def _marked(
        self, element: Element, marks: list[Mark], around: frozenset[Mark], hung: Hung
    ) -> Iterator[Inline]:
        new = [mark for mark in marks if mark not in around]
        if not new:
            yield from self._inside(element, around, hung)
            return
        content = tuple(joined(self._marked(element, new[1:], around | {new[0]}, hung)))
        yield from set_apart(content, lambda words: Marked(new[0], words)) if content else ()

    def _inside(self, element: Element, around: frozenset[Mark], hung: Hung) -> Iterator[Inline]:
        yield from _text(element.text)
        for child in element:
            yield from self._inline(child, around, hung)
            yield from _text(child.tail)

    def _inline(self, element: Element, around: frozenset[Mark], hung: Hung) -> Iterator[Inline]:
        match named(element):
            case "text:span":
                yield from self._span(element, around, hung)
            case "text:s":
                yield Text(WIDE if number(element, "text:c", 1) >= _AS_TAB else " ")
            case "text:tab":
                yield Text(WIDE)
            case "text:line-break":
                yield Break(hard=True)
            case "text:a":
                content = tuple(joined(self._inside(element, around, hung)))
                href = said(element, "xlink:href").strip()
                target = f"#{safe(href[1:])}" if href.startswith("#") else href
                yield from set_apart(content, lambda words: Link(target, words)) if content else ()
            case name if name in _LINKED:
                yield from self._reference(element, around, hung)
            case name if name in _PLACES:
                hung.keys.append(safe(said(element, "text:name")))
            case "text:note":
                self.notes += inner(element, "text:note-body")
                yield NoteMark(str(len(self.notes)), 0, 0)
            case "office:annotation":
                hung.remarks.append(_comment(element))
            case "text:hidden-text":
                hung.hidden.append(said(element, "text:string-value") or "".join(element.itertext()))
            case name if name.startswith("draw:"):
                yield from self._pictures.drawn(element, hung.boxes, hung.remarks)
            case name if name not in _UNPRINTED:
                yield from self._inside(element, around, hung)

    def _span(self, element: Element, around: frozenset[Mark], hung: Hung) -> Iterator[Inline]:
        chain = list(self._styles.chain("text", said(element, "text:style-name")))
        if next((style.hidden for style in chain if style.hidden is not None), False):
            hung.hidden.append("".join(element.itertext()))
            return
        marks = [mark for style in chain for mark in _marks(style)]
        content = tuple(joined(self._marked(element, list(dict.fromkeys(marks)), around, hung)))
        language = next((style.language for style in chain if style.language), "")
        yield from [Foreign(language, content)] if language and content else content

    def _language(self, family: str, name: str) -> str:
        said_first = (style.language for style in self._styles.chain(family, name) if style.language)
        return next(said_first, self._styles.language)

    def _reference(self, element: Element, around: frozenset[Mark], hung: Hung) -> Iterator[Inline]:
        key = safe(said(element, "text:ref-name"))
        content = tuple(joined(self._inside(element, around, hung)))
        if said(element, "text:reference-format") in _NUMBERED:
            hung.cited.append(Cited(key, plain(content)))
        yield from set_apart(content, lambda words: Link(f"#{key}", words)) if content else ()


def _text(text: str | None) -> Iterator[Inline]:
    words = SPACE.sub(" ", (text or "").replace("\u00ad", ""))
    yield from [Text(words)] if words else []


def _marks(style: Style) -> list[Mark]:
    looks = [(Mark.STRONG, style.bold), (Mark.EMPHASIS, style.italic)]
    marks = [mark for mark, on in looks if on]
    return [*marks, style.raised] if style.raised else marks


def _comment(element: Element) -> Remark:
    lines = [
        "".join(paragraph.itertext())
        for child in element
        if named(child) in ("text:p", "text:list")
        for paragraph in ([child] if named(child) == "text:p" else child.iter())
        if named(paragraph) == "text:p"
    ]
    author = next(inner(element, "dc:creator"), None)
    return Remark(Kind.COMMENT, " ".join(lines).strip(), more="" if author is None else author.text or "")
