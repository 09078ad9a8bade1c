"""Where the elements of a page stand in its HTML, and edits that leave every other byte alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape, unescape

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_NO_HTML = frozenset(("script", "style", "textarea", "title"))
_TAG = re.compile(
    r"""<!--.*?-->|<![^>]*>|</(?P<closing>[a-zA-Z][^\s/>]*)[^>]*>"""
    r"""|<(?P<opening>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=/>"']+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"']+)))?"""
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
    return _Reader(html).read()


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


class _Reader:
    """Reads tags alone, by one pattern: a parser of all HTML takes twice as long on a policy's page."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._open: list[Element] = []
        self.elements: list[Element] = []

    def read(self) -> list[Element]:
        at = 0
        while match := _TAG.search(self._html, at):
            at = match.end()
            if match["closing"]:
                self._close(match["closing"].lower(), match.start(), at)
            elif match["opening"]:
                at = self._start(match)
        return self.elements

    def _start(self, match: re.Match[str]) -> int:
        """Note an opening tag, and return where to read on: what is in a script is no HTML."""
        tag, inside = match["opening"].lower(), match.end()
        parent = self._open[-1] if self._open else None
        element = Element(tag, _attributes(match["attributes"]), parent, match.start(), inside, inside, inside)
        self.elements.append(element)
        if parent is not None:
            parent.children.append(element)
        if tag in _VOID or match["attributes"].endswith("/"):
            return inside
        self._open.append(element)
        found = self._html.find(f"</{tag}", inside) if tag in _NO_HTML else inside
        return len(self._html) if found < 0 else found

    def _close(self, tag: str, here: int, end: int) -> None:
        if not any(element.tag == tag for element in self._open):
            return
        while (element := self._open.pop()).tag != tag:
            # HTML lets some elements go unclosed: they end where their parent does.
            element.inner_end = element.end = here
        element.inner_end, element.end = here, end


def _attributes(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        found.setdefault(
            match["name"].lower(), unescape(match["double"] or match["single"] or match["bare"] or "")
        )
    return found
