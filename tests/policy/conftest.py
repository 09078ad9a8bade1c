"""What the tests of the policy have in common."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from clausetree.history.policies import Policies
from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.publish.sources.policies import load_policies
from clausetree.render.html.addresses import addresses_on
from clausetree.render.policy.page import to_plain
from tests.publish.built import Reader

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "policy"


@dataclass(frozen=True)
class Site:
    """The policies of a folder, and what one of its pages is made of."""

    folder: Path
    policies: Policies

    def text(self, page: str) -> str:
        """The page's Markdown without its head."""
        text = (self.folder / page).read_text(encoding="utf-8")
        return text[len(read_front_matter(text).text) :]

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


def words_by_anchor(html: str) -> dict[str, str]:
    """Return the words under each id, without what the page adds around them."""
    reader = Reader.of(html, added=frozenset(("clause-tools", "clause-uses")))
    assert len(reader.ids) == len(set(reader.ids)), "no id twice"
    return reader.words
