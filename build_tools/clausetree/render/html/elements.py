"""HTML as elements, one within another: for HTML of our own, in which every element is closed in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausetree.render.html.reader import VOID, Closed, Opened, Words, read_pieces


@dataclass(frozen=True, slots=True)
class Element:
    """An element, and what stands in it: words, their entities read, and further elements."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Child, ...]

    @property
    def classes(self) -> frozenset[str]:
        """The names in its attribute `class`."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def href(self) -> str:
        """Where it leads, or ""."""
        return self.attributes.get("href", "")

    @property
    def words(self) -> str:
        """All words in it, in order, parted by single spaces."""
        return " ".join("".join(_texts(self.children)).split())

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements right in it."""
        return tuple(child for child in self.children if isinstance(child, Element))

    def within(self) -> Iterator[Element]:
        """Yield the elements in it, however deep, in order."""
        for element in self.elements:
            yield element
            yield from element.within()


type Child = Element | str


def read_elements(html: str) -> tuple[Child, ...]:
    """Return what stands in `html`, in order.

    Raises `AssertionError` where an element is not closed in its order: that is none of ours.
    """
    opened: list[Opened] = []
    inside: list[list[Child]] = [[]]
    for piece in read_pieces(html):
        match piece:
            case Words(text):
                inside[-1].append(text)
            case Opened(tag, attributes) if tag in VOID:
                inside[-1].append(Element(tag, attributes, ()))
            case Opened():
                opened.append(piece)
                inside.append([])
            case Closed(tag):
                assert opened, f"`{tag}` is closed and was not opened"
                begun = opened.pop()
                assert begun.tag == tag, f"`{begun.tag}` is closed by `{tag}`"
                children = tuple(inside.pop())
                inside[-1].append(Element(tag, begun.attributes, children))
    assert not opened, f"`{opened[-1].tag}` is not closed"
    return tuple(inside[0])


def _texts(children: tuple[Child, ...]) -> list[str]:
    return [child if isinstance(child, str) else "".join(_texts(child.children)) for child in children]
