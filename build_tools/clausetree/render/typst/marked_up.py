"""HTML of our own as the blocks of a document, so that it is printed as the words of a policy are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from clausetree.policy.document import (
    Block,
    Break,
    Code,
    ColumnAlignment,
    Content,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    List,
    Mark,
    Marked,
    Numbering,
    Paragraph,
    Quotation,
    Row,
    Shape,
    Table,
    Text,
    Unit,
)
from clausetree.render.html.elements import Child, Element
from clausetree.render.html.markup import joint_of
from clausetree.render.typst.going_to import Place, gone_to, linked
from clausetree.render.typst.quoted import quoted_in
from clausetree.report.span import Span

_MARKS = {mark.value: mark for mark in Mark}
_WITHIN_LINES = frozenset({"a", "br", "code", "span", *_MARKS})
_TURN_TO = "Contacts and links"
_ALONE = ("http:", "https:")
"""What the address of a link begins with that paper has to name."""


class NotPrintedError(Exception):
    """An element that nothing is known of: its words would be lost, or be set as what they are not."""


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """Reads elements.

    `places` are those of the document that links lead to, by their ids. `quoted` has the name of the place in
    the document where a clause is quoted, by where it stands on the site.
    """

    places: Mapping[str, Place]
    quoted: Mapping[str, str]

    def blocks(self, children: Iterable[Child]) -> tuple[Block, ...]:
        """Return what stands one below another. Raises `NotPrintedError`."""
        return tuple(self._blocks(children))

    def content(self, children: Iterable[Child]) -> Content:
        """Return words in a line. Raises `NotPrintedError`."""
        return tuple(inline for child in children for inline in self._inline(child))

    def _blocks(self, children: Iterable[Child]) -> Iterator[Block]:
        for in_line, run in groupby(children, _is_in_line):
            if in_line:
                content = self.content(_stripped(list(run)))
                yield from [Paragraph(None, content)] if content else []
            else:
                for child in run:
                    assert isinstance(child, Element)
                    yield from self._block(child)

    def _block(self, element: Element) -> Iterator[Block]:
        match element.tag:
            case "details":
                yield Paragraph(None, tuple(self._led_to_clauses(element)))
            case "div" if any("ct-if" in child.classes for child in element.elements):
                # What holds only for some stands apart, up to where that ends.
                yield List(None, True, (Item(_unit(), self.blocks(element.children)),))
            case "section" | "div" | "aside":
                yield from self._blocks(element.children)
            case "p":
                yield Paragraph(None, self.content(_stripped(element.children)))
            case "h4" | "caption":
                yield Heading(_unit(4), self.content(_stripped(element.children)))
            case "ul" | "ol":
                # A page sets them apart from what is to be done by a box.
                yield from [Heading(_unit(4), (Text(_TURN_TO),))] if "ct-turn-to" in element.classes else []
                yield self._list(element)
            case "table":
                yield from self._table(element)
            case "blockquote":
                yield Quotation(self.blocks(element.children))
            case _:
                raise NotPrintedError(f"`{element.tag}` stands among paragraphs")

    def _led_to_clauses(self, details: Element) -> Iterator[Inline]:
        """Yield the clauses that a line opens on a page: each is quoted once, where all of them are."""
        summary, *quotations = _only(details, "summary", "blockquote")
        clauses = list(quoted_in(quotations))
        joint = joint_of(clause.label for clause in clauses)
        yield Text(f"{summary.words}: ")
        for at, clause in enumerate(clauses):
            yield from (Text(joint if at else ""), linked(f"#{self.quoted[clause.href]}", clause.label))

    def _list(self, element: Element) -> List:
        counted = element.tag == "ol"
        items = [self.blocks(item.children) for item in _only(element, "li")]
        signs = (f"{number}." if counted else "" for number in range(1, len(items) + 1))
        return List(
            Numbering(1, ".") if counted else None,
            any(len(blocks) > 1 for blocks in items),
            tuple(Item(_unit(listed=sign), blocks) for sign, blocks in zip(signs, items, strict=True)),
        )

    def _table(self, element: Element) -> Iterator[Block]:
        caption, *parts = _only(element, "caption", "thead", "tbody")
        yield from self._block(caption)
        header, *rows = (self._row(row) for part in parts for row in _only(part, "tr"))
        yield Table(header, tuple(rows), (ColumnAlignment.UNSET,) * len(header.cells))

    def _row(self, element: Element) -> Row:
        cells = _only(element, "th", "td")
        return Row(_unit(), tuple(self.content(_stripped(cell.children)) for cell in cells))

    def _inline(self, child: Child) -> Iterator[Inline]:
        match child:
            case str():
                yield Text(child)
            case Element("a"):
                yield from self._link(child)
            case Element("span") if "ct-cites" in child.classes:
                yield from (Text("("), *self.content(child.children), Text(")"))
            case Element("span") if language := child.attributes.get("lang", ""):
                yield Foreign(language, self.content(child.children))
            case Element("span"):
                yield from self.content(child.children)
            case Element("br"):
                yield Break(hard=True)
            case Element("code"):
                yield Code(child.words)
            case Element(tag) if tag in _MARKS:
                yield Marked(_MARKS[tag], self.content(child.children))
            case _:
                raise NotPrintedError(f"`{child.tag}` stands in a line")

    def _link(self, link: Element) -> Iterator[Inline]:
        content, href = self.content(link.children), link.href
        place = self.places.get(href.removeprefix("#"))
        if place:
            yield from gone_to(content, href, place)
            return
        yield Link(href, content)
        if href.startswith(_ALONE) and href not in link.words:
            yield Text(f" ({href})")


def _is_in_line(child: Child) -> bool:
    return isinstance(child, str) or child.tag in _WITHIN_LINES


def _stripped(children: Sequence[Child]) -> tuple[Child, ...]:
    """Return what stands in a line without the white space before and behind it."""
    rest = list(children)
    if rest and isinstance(rest[0], str):
        rest[0] = rest[0].lstrip()
    if rest and isinstance(rest[-1], str):
        rest[-1] = rest[-1].rstrip()
    return tuple(filter(None, rest))


def _only(element: Element, *tags: str) -> tuple[Element, ...]:
    """Return the elements in one that holds nothing but some with these `tags`."""
    for child in element.children:
        if child.strip() if isinstance(child, str) else child.tag not in tags:
            what = "words" if isinstance(child, str) else f"`{child.tag}`"
            raise NotPrintedError(f"{what} right in `{element.tag}`")
    return element.elements


def _unit(depth: int = 0, listed: str = "") -> Unit:
    """Return a unit that cannot be linked to."""
    return Unit(-1, Shape.ITEM, depth, Span(0, 0), 0, listed=listed)
