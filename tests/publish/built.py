"""A built site, read back: the ids, the links and the words of its pages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

# What our pages add to a policy's own words.
ADDED = frozenset(("clause-tools", "clause-uses", "clause-number", "note-ways"))
VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass(frozen=True, slots=True)
class Built:
    """A site, and the Markdown that its policy was made of."""

    site: Path
    policy: str
    page: str

    @property
    def clauses(self) -> list[dict[str, Any]]:
        """The rows of clauses.json."""
        rows: list[dict[str, Any]] = json.loads(self._text("clauses.json"))["clauses"]
        return rows

    @property
    def words(self) -> dict[str, str]:
        """The words under each id in the main part of the policy's page."""
        return Reader.of(self._text(f"{self.page}index.html"), inside="main").words

    def _text(self, path: str) -> str:
        return (self.site / path).read_text(encoding="utf-8")


class Reader(HTMLParser):
    """Reads a page's ids, links and words; those of an id are not those of an id within it."""

    def __init__(self, inside: str, added: frozenset[str]) -> None:
        super().__init__()
        self._added = added
        self.ids: list[str] = []
        self.links: list[str] = []
        self._words: dict[str, list[str]] = {}
        self._inside = inside
        self._open: list[tuple[str, str | None, bool]] = []

    @classmethod
    def of(cls, html: str, inside: str = "", added: frozenset[str] = ADDED) -> Reader:
        """Read a page. Words count that stand in an element called `inside`, and in none of a class `added`."""
        reader = cls(inside, added)
        reader.feed(html)
        return reader

    @property
    def words(self) -> dict[str, str]:
        return {anchor: " ".join("".join(parts).split()) for anchor, parts in self._words.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        own = attributes.get("id")
        self.ids += [own] if own else []
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        within = not self._inside or any(above == self._inside for above, _, _ in self._open)
        if own and within:
            self._words[own] = []
        if tag not in VOID:
            added = bool(self._added & set((attributes.get("class") or "").split()))
            self._open.append((tag, own if within else None, added))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:  # written as <br />
            return
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(added for _, _, added in self._open):
            return
        anchor = next((own for _, own, _ in reversed(self._open) if own), None)
        if anchor:
            self._words[anchor].append(data)
