"""Where the elements of a page stand in its HTML, and edits that leave every other byte alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


@dataclass(slots=True, eq=False)
class Element:
    """Offsets into the HTML: `start` … `inside` is the opening tag, `inner_end` … `end` the closing one."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    start: int
    inside: int
    inner_end: int
    end: int
    children: list[Element] = field(default_factory=list)

    def ancestor(self, tag: str) -> Element | None:
        """Return the nearest enclosing element with this tag."""
        above = self.parent
        while above is not None and above.tag != tag:
            above = above.parent
        return above

    def child(self, *tags: str) -> Element | None:
        """Return the first child with one of these tags."""
        return next((child for child in self.children if child.tag in tags), None)


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


def read_elements(html: str) -> list[Element]:
    """Return every element in the order of their opening tags."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader.elements


def apply_edits(html: str, edits: Iterable[Edit]) -> str:
    """Apply edits that do not overlap; those at one place stand in the order given."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += html[done : edit.start], edit.text
        done = edit.end
    return "".join(parts) + html[done:]


def with_class(opening: str, name: str) -> str:
    """Return an opening tag with one more class."""
    changed, found = re.subn(r'(\sclass=")', rf"\g<1>{name} ", opening, count=1)
    return changed if found else with_attribute(opening, "class", name)


def with_attribute(opening: str, name: str, value: str) -> str:
    """Return an opening tag with one more attribute, put first."""
    return re.sub(r"^<[^\s/>]+", lambda tag: f'{tag[0]} {name}="{escape(value)}"', opening, count=1)


def without_id(opening: str) -> str:
    """Return an opening tag without its id."""
    return re.sub(r'\sid="[^"]*"', "", opening, count=1)


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._open: list[Element] = []
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        inside = start + len(self.get_starttag_text() or "")
        parent = self._open[-1] if self._open else None
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, parent, start, inside, inside, inside)
        self.elements.append(element)
        if parent is not None:
            parent.children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not any(element.tag == tag for element in self._open):
            return
        here = self._offset()
        while (element := self._open.pop()).tag != tag:
            # HTML lets some elements go unclosed: they end where their parent does.
            element.inner_end = element.end = here
        element.inner_end = here
        element.end = self._html.find(">", here) + 1 or len(self._html)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
