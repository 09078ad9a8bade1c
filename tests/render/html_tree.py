"""HTML read as strictly as it is written: every element is closed in its order, and stands where it may."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import override

_VOID = frozenset(("br", "hr", "img"))
_OF_WORDS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "a", "span", "button"))
_BLOCKS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "div", "table", "blockquote", "hr", "section")
)
_ONLY_IN = {
    "li": {"ul", "ol"},
    "dt": {"div"},
    "dd": {"div"},
    "tr": {"thead", "tbody"},
    "td": {"tr"},
    "th": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
}
ADDED = frozenset(("clause-tools", "clause-uses", "note-ways"))
"""Classes of what a page adds to the words of a policy."""


class Tree(HTMLParser):
    """What a page holds. Reading it fails where it is not well formed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[tuple[str, bool]] = []
        self._parts: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.levels: list[int] = []
        self.feed(html)
        self.close()
        assert self._open == [], "everything is closed"

    @property
    def words(self) -> str:
        """The words, and those of pictures, with spaces collapsed, without what a page adds."""
        return " ".join("".join(self._parts).split())

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), "no attribute twice"
        assert "style" not in attributes
        self._check_place(tag)
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.targets += [attributes["href"]] if "href" in attributes else []
        self.levels += [int(tag[1])] if tag[0] == "h" and tag[1:].isdigit() else []
        added = bool(ADDED & set(attributes.get("class", "").split()))
        hidden = added or any(hidden for _, hidden in self._open)
        if tag == "img" and not hidden:
            self._parts.append(attributes["alt"])
        if tag not in _VOID:
            self._open.append((tag, hidden))

    @override
    def handle_endtag(self, tag: str) -> None:
        # The reader takes `<br />` for an element that is opened and closed.
        if tag not in _VOID:
            assert self._open.pop()[0] == tag

    @override
    def handle_data(self, data: str) -> None:
        hidden = bool(self._open) and self._open[-1][1]
        self._parts += [] if hidden else [data]

    def _check_place(self, tag: str) -> None:
        above = [name for name, _ in self._open]
        assert tag not in _BLOCKS or not _OF_WORDS.intersection(above), f"<{tag}> in {above}"
        assert tag not in ("a", "button") or not {"a", "button"}.intersection(above), "no link in a link"
        parents = _ONLY_IN.get(tag)
        assert parents is None or above[-1] in parents, f"<{tag}> in <{above[-1]}>"
        if above and above[-1] in ("ul", "ol", "dl", "table", "tr", "thead", "tbody"):
            assert tag in _ONLY_IN or (above[-1] == "dl" and tag == "div"), f"<{tag}> in <{above[-1]}>"
