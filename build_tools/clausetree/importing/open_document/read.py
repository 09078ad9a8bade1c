"""The text of an OpenDocument as blocks, with the numbers that LibreOffice prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from clausetree.importing.blocks import (
    Block,
    Bullet,
    Heading,
    Note,
    Paragraph,
    Words,
    plain,
    spoken,
)
from clausetree.importing.open_document.inlines import Cited, Hung, Inlines
from clausetree.importing.open_document.labels import Labels, Listed
from clausetree.importing.open_document.leading import headings_asked_for, stale
from clausetree.importing.open_document.names import inner, named, number, printed_line, safe, said
from clausetree.importing.open_document.pictures import Pictures
from clausetree.importing.open_document.styles import Styles
from clausetree.importing.open_document.tables import table_of
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.word.labels import Label

_INDEXES = {
    *("text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index"),
    *("text:user-index", "text:alphabetical-index"),
}
_CONTENTS = re.compile(r"(?:(?:user |illustration |table |object |figure )?index|contents) (?:heading|\d+)")
_UNPRINTED = {"text:sequence-decls", "text:variable-decls", "text:user-field-decls", "office:forms"}


class Reader:
    """Reads block after block. What there is to be told is in `remarks`."""

    def __init__(self, styles: Styles, pictures: Pictures) -> None:
        """Take what the whole document has in common."""
        self._styles, self._pictures = styles, pictures
        self._inlines = Inlines(styles, pictures)
        self._labels = Labels(styles)
        self._keys: list[str] = []
        self._asked: dict[str, str] = {}
        self._cited: list[Cited] = []
        self._numbers: dict[str, str] = {}
        self.remarks: list[Remark] = []

    def read(self, text: Element) -> list[Block]:
        """Return the blocks of a document's text, its notes behind all others."""
        self._asked = headings_asked_for(text)
        found = list(self._blocks(text, 0))
        notes = self._inlines.notes
        at = 0
        while at < len(notes):
            # A note may have notes.
            at += 1
            found.append(Note(str(at), tuple(self._blocks(notes[at - 1], 0))))
        self.remarks += stale(self._cited, self._numbers)
        return found

    def _blocks(self, parent: Element, depth: int) -> Iterator[Block]:
        for element in parent:
            yield from self._block(element, depth)

    def _block(self, element: Element, depth: int) -> Iterator[Block]:
        match named(element):
            case "text:p":
                yield from self._paragraph(element, None, depth)
            case "text:h":
                yield from self._paragraph(element, self._labels.outlined(element), depth)
            case "text:list":
                yield from self._list(element, None)
            case "text:numbered-paragraph":
                yield from self._numbered(element)
            case "table:table":
                yield table_of(element, lambda cell: self._blocks(cell, 0))
            case name if name in _INDEXES:
                words = (printed_line(line) for line in element.iter() if named(line) in ("text:p", "text:h"))
                self.remarks += [Remark(Kind.CONTENTS, line) for line in words if line.strip()]
            case "text:section" if said(element, "text:display") == "none":
                self.remarks.append(Remark(Kind.HIDDEN, " ".join("".join(element.itertext()).split())))
            case name if name.startswith("draw:"):
                hung = Hung()
                found = tuple(self._pictures.drawn(element, hung.boxes, hung.remarks))
                yield from [Paragraph("", found, depth)] if found else []
                yield from self._behind(hung, "", depth)
            case "text:bookmark" | "text:bookmark-start" | "text:reference-mark-start":
                self._keys.append(safe(said(element, "text:name")))
            case name if name not in _UNPRINTED:
                yield from self._blocks(element, depth)

    def _paragraph(self, element: Element, label: Label | None, depth: int) -> Iterator[Block]:
        style = said(element, "text:style-name")
        chain = list(self._styles.chain("paragraph", style))
        words, hung = self._inlines.read(element)
        if next((one.hidden for one in chain if one.hidden is not None), False):
            self.remarks.append(Remark(Kind.HIDDEN, plain(words)))
            return
        name = next((one.name for one in chain if not one.automatic), style.lower())
        if _CONTENTS.fullmatch(name):
            self.remarks += [Remark(Kind.CONTENTS, plain(words))] if words else []
            return
        styled = next((one.outline for one in chain if one.outline), None)
        outline = number(element, "text:outline-level", 1) if named(element) == "text:h" else styled
        if label is None and named(element) == "text:p" and outline:
            label = self._labels.outlined(element, outline)
        yield from self._made(words, label, 0 if name == "title" else outline, hung, depth)
        yield from self._behind(hung, plain(words), depth)

    def _made(
        self, words: Words, label: Label | None, heading: int | None, hung: Hung, depth: int
    ) -> Iterator[Block]:
        printed = "" if label is None or label.bullet else label.text.strip()
        self._keys += hung.keys
        if not words and not printed:
            return
        if heading is not None and (asked := self._asked.get(plain(words))):
            self._keys.append(asked)
        key, self._keys = " ".join(dict.fromkeys(self._keys)), []
        self._numbers |= dict.fromkeys(key.split(), printed)
        if label is not None and label.unknown:
            self.remarks.append(Remark(Kind.FORM, printed, plain(words), label.unknown))
        if heading is not None:
            yield Heading(heading, printed, words, key)
        elif label is not None and label.bullet:
            yield Bullet(words, label.level, key)
        else:
            yield Paragraph(printed, words, depth if label is None else label.level, key)

    def _behind(self, hung: Hung, near: str, depth: int) -> Iterator[Block]:
        self.remarks += hung.remarks
        self._cited += hung.cited
        for box in hung.boxes:
            found = list(self._blocks(box, depth))
            words = " ".join(map(spoken, found))
            if words.strip():
                self.remarks.append(Remark(Kind.BOX, words, near))
            yield from found

    def _list(self, element: Element, outer: Listed | None) -> Iterator[Block]:
        style = said(element, "text:style-name") or (outer.style if outer else "")
        listed = replace(outer, style=style, at=outer.at + 1) if outer else self._labels.begun(element, style)
        for item in element:
            is_header = named(item) == "text:list-header"
            waits = not is_header
            for child in item:
                match named(child):
                    case "text:list":
                        yield from self._list(child, listed)
                    case "text:p" | "text:h" if waits:
                        waits = False
                        label = self._labels.label(listed, said(item, "text:style-override"), item)
                        yield from self._paragraph(child, label, listed.at)
                    case "text:p" | "text:h":
                        header = Label("", listed.at, bullet=False, tail="")
                        yield from self._paragraph(child, header, listed.at + (not is_header))
                    case _:
                        yield from self._block(child, listed.at + 1)

    def _numbered(self, element: Element) -> Iterator[Block]:
        listed = Listed(
            said(element, "text:list-id"),
            said(element, "text:style-name"),
            number(element, "text:level", 1) - 1,
        )
        for child in inner(element, "text:p", "text:h"):
            yield from self._paragraph(child, self._labels.label(listed, "", element), listed.at)
