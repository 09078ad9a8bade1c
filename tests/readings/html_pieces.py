"""The pieces of a page's HTML, whoever made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from .html_tree import Element, read_html
from .piece import ANOTHER_CELL, PARTED, Piece, collapsed, kept, raised

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    (
        *_HEADINGS,
        "p",
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "tr",
        "blockquote",
        "section",
        "div",
        "hr",
        "pre",
    )
)
"""What interrupts the words that stand in an item itself."""


@dataclass(frozen=True, slots=True)
class Added:
    """What a page adds around the words of a policy: by class, by tag."""

    classes: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    def has(self, element: Element) -> bool:
        return element.tag in self.tags or bool(self.classes & element.classes)


NOTHING_ADDED = Added()


def pieces_of_html(html: str, added: Added = NOTHING_ADDED) -> list[Piece]:
    """Return what stands in `html`, without what is `added` to it."""
    return kept(_Flattener(added).blocks(read_html(html).inside, ()))


@dataclass(frozen=True, slots=True)
class _Flattener:
    added: Added

    def blocks(self, inside: Sequence[Element | str], path: tuple[str, ...], own: str = "p") -> Iterator[Piece]:
        """Yield the pieces of what stands side by side. Words between blocks are one of kind `own`."""
        kept = [part for part in inside if isinstance(part, str) or not self.added.has(part)]
        for loose, parts in groupby(kept, key=_is_words):
            if loose:
                words = self.words(list(parts))
                yield from [Piece("/".join((*path, own)), words)] if words else []
            else:
                for part in parts:
                    assert isinstance(part, Element)
                    yield from self.block(part, path)

    def block(self, block: Element, path: tuple[str, ...]) -> Iterator[Piece]:
        match block.tag:
            case "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield Piece("/".join((*path, block.tag)), self.words(block.inside), "", _id(block))
            case "pre":
                yield Piece("/".join((*path, "code")), self.words(block.inside))
            case "ul" | "ol":
                yield from self.list(block, path)
            case "dl":
                yield from self.definitions(block, path)
            case "tr":
                yield from self.row(block, path)
            case "blockquote":
                yield from self.blocks(block.inside, (*path, "quote"))
            case "section" | "div" if "notes" in block.classes:
                for note in _elements(block):
                    yield from self.note(note, (*path, "note"))
            case _:
                yield from self.blocks(block.inside, path)

    def list(self, block: Element, path: tuple[str, ...]) -> Iterator[Piece]:
        notes = "footnotes-list" in block.classes
        number = int(block.attributes.get("start", "1"))
        for item in _elements(block):
            number = int(item.attributes.get("value", number))
            printed = str(number) if block.tag == "ol" else "•"
            inner = (*path, "note") if notes else (*path, block.tag, "li")
            yield from held(
                self.blocks(item.inside, inner), inner, raised(printed) if notes else printed, _id(item)
            )
            number += 1

    def note(self, block: Element, path: tuple[str, ...]) -> Iterator[Piece]:
        """Yield the words of a note that begins with its figure."""
        first, *rest = held(self.blocks(block.inside, path), path, "", _id(block))
        figure, _, words = first.words.partition(" ")
        yield replace(first, number=figure, words=words.removeprefix(PARTED.lstrip()))
        yield from rest

    def definitions(self, block: Element, path: tuple[str, ...]) -> Iterator[Piece]:
        """Yield words and what they mean. Both may stand in a `div`, whose id is that of the word."""
        for part in _elements(block):
            if part.tag == "div":
                first, *rest = self.definitions(part, path)
                yield replace(first, anchor=_id(part))
                yield from rest
            else:
                inner = (*path, part.tag)
                yield from held(self.blocks(part.inside, inner), inner, "", _id(part))

    def row(self, block: Element, path: tuple[str, ...]) -> Iterator[Piece]:
        cells = _elements(block)
        words = [self.words(cell.inside) for cell in cells]
        if any(words):
            anchor = _id(block) or "".join(_id(cell) for cell in cells)
            yield Piece("/".join((*path, "tr")), collapsed(ANOTHER_CELL.join(words)), "", anchor)

    def words(self, inside: Sequence[Element | str]) -> str:
        return collapsed("".join(map(self._text, inside)))

    def _text(self, part: Element | str) -> str:
        if isinstance(part, str):
            return part
        if self.added.has(part) or "footnote-backref" in part.classes:
            return ""
        if "footnote-ref" in part.classes:
            return _figure(part)
        match part.tag:
            case "br":
                return " "
            case "img":
                return collapsed(part.attributes.get("alt", ""))
            case "input":
                return "☑ " if "checked" in part.attributes else "☐ "
            case _:
                return "".join(map(self._text, part.inside))


def held(found: Iterator[Piece], path: tuple[str, ...], number: str, anchor: str) -> Iterator[Piece]:
    """Give the paragraphs of an item, an entry or a note one name, join neighbours, and number the first.

    What it holds besides them keeps its own names. An item that has no words of its own still has its number.
    """
    kind, own = "/".join(path), "/".join((*path, "p"))
    named = [replace(piece, kind=kind) if piece.kind == own else piece for piece in found]
    if not named or named[0].kind != kind:
        named.insert(0, Piece(kind, ""))
    named[0] = replace(named[0], number=number, anchor=" ".join(filter(None, (anchor, named[0].anchor))))
    yield from joined(named, kind)


def joined(pieces: Sequence[Piece], kind: str) -> Iterator[Piece]:
    """Yield the pieces, neighbours of this kind as one."""
    for same, found in groupby(pieces, key=lambda piece: piece.kind == kind):
        group = list(found)
        if same:
            words = PARTED.join(piece.words for piece in group if piece.words)
            yield replace(
                group[0], words=words, anchor=" ".join(filter(None, (piece.anchor for piece in group)))
            )
        else:
            yield from group


def _is_words(part: Element | str) -> bool:
    return isinstance(part, str) or part.tag not in _BLOCKS


def _elements(element: Element) -> list[Element]:
    return [part for part in element.inside if isinstance(part, Element)]


def _id(element: Element) -> str:
    return element.attributes.get("id", "")


def _figure(mark: Element) -> str:
    link = next(part for part in mark.inside if isinstance(part, Element))
    return raised(link.attributes["href"].removeprefix("#fn"))
