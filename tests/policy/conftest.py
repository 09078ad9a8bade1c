"""What the tests of the policy have in common."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from clausetree.policy.front_matter.fences import read_head
from clausetree.publish.sources.policies import Policies, load_policies
from clausetree.render.html.addresses import addresses_on
from clausetree.render.policy.page import to_plain

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "policy"
# What the page adds around the policy's words.
_ADDED = {"clause-tools", "clause-uses"}
_VOID = {"br", "hr", "img", "meta", "link", "input"}


@dataclass(frozen=True)
class Site:
    """The policies of a folder, and what one of its pages is made of."""

    folder: Path
    policies: Policies

    def text(self, page: str) -> str:
        """The page's Markdown without its head."""
        text = (self.folder / page).read_text(encoding="utf-8")
        return text[len(read_head(text).text) :]

    def html(self, page: str) -> str:
        """The words of the page before it is finished, as the search index reads them."""
        return to_plain(self.policies.pages[page], addresses_on(page))


@pytest.fixture(scope="session")
def site() -> Site:
    """The site's own documents."""
    return Site(ROOT / "docs", load_policies(ROOT / "docs"))


@pytest.fixture(scope="session")
def other_site() -> Site:
    """The documents of a made-up charity."""
    folder = CASES / "valid" / "lone-working" / "docs"
    return Site(folder, load_policies(folder))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str | None, bool]] = []
        self.found: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        added = bool(_ADDED & set((attributes.get("class") or "").split()))
        if tag not in _VOID:
            anchor = attributes.get("id")
            self._open.append((tag, anchor, added))
            if anchor is not None:
                assert anchor not in self.found, f"id {anchor} twice"
                self.found[anchor] = []

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(added for _, _, added in self._open):
            return
        # The words of an item are not those of its clause: the innermost anchor has them.
        anchor = next((anchor for _, anchor, _ in reversed(self._open) if anchor is not None), None)
        if anchor is not None:
            self.found[anchor].append(data)


def words_by_anchor(html: str) -> dict[str, str]:
    """Return the words under each id, without what the page adds around them."""
    reader = _Words()
    reader.feed(html)
    return {anchor: " ".join("".join(parts).split()) for anchor, parts in reader.found.items()}
