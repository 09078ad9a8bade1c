"""A page as elements with words between, however it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Element:
    """An element, what stands `around` it, and its children: elements, and words."""

    name: str
    attributes: dict[str, str]
    around: Element | None = field(default=None, repr=False)
    children: list[Node] = field(default_factory=list)

    def put(self, name: str, attributes: Mapping[str, str | None] | None = None) -> Element:
        """Put an element behind its last child, and return it."""
        said = {key: value or "" for key, value in (attributes or {}).items()}
        made = Element(name, said, self)
        self.children.append(made)
        return made

    @property
    def inner(self) -> Iterator[Element]:
        """Its children but for the words."""
        return (child for child in self.children if isinstance(child, Element))

    @property
    def classes(self) -> list[str]:
        """The names of its classes."""
        return self.attributes.get("class", "").split()

    def within(self) -> Iterator[Element]:
        """Yield all elements in it, in order."""
        for child in self.inner:
            yield child
            yield from child.within()

    def words(self) -> str:
        """Return the words in it, with a blank wherever two pieces meet."""
        parts = (child if isinstance(child, str) else child.words() for child in self.children)
        return " ".join(" ".join(parts).split())


type Node = Element | str


def page_of(html: str) -> Element:
    """Read a page, or a part of one, as the standard of HTML says; without its comments and templates."""
    # No Word document needs it, and to have it takes a tenth of the time in which one is read.
    from justhtml import JustHTML, Text  # noqa: PLC0415

    page = Element("#document", {})
    waiting = [(JustHTML(html, sanitize=False).root, page)]
    while waiting:
        read, into = waiting.pop()
        for child in read.children or ():
            if isinstance(child, Text):
                into.children.append(child.data or "")
            elif not child.name.startswith(("#", "!")):
                waiting.append((child, into.put(child.name, child.attrs)))
    return page
