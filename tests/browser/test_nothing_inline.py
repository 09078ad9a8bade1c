"""No page that the build writes holds a script, a style or a handler in itself, or asks for an exception."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ASKED_FOR = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}
"""What a page asks for as soon as it is opened; a canonical address is only said."""


class Written(HTMLParser):
    """Notes what of a page a strict policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.policy = ""
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        given = {name: value or "" for name, value in attrs}
        if tag == "style" or (tag == "script" and "src" not in given):
            self.wrong.append(f"<{tag}>")
        self.wrong += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        address = given.get(ASKED_FOR.get(tag, ""), "")
        if urlsplit(address).netloc and given.get("rel") != "canonical":
            self.wrong.append(f"{tag} {address}")
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        self.scripts += tag == "script"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Written]:
    """Every page, read."""
    read: dict[str, Written] = {}
    for file in sorted(site.rglob("*.html")):
        read[file.relative_to(site).as_posix()] = page = Written()
        page.feed(file.read_text(encoding="utf-8"))
    assert len(read) > 100
    return read


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(pages: dict[str, Written]) -> None:
    assert {name: page.wrong for name, page in pages.items() if page.wrong} == {}
    assert min(page.scripts for page in pages.values()) > 0


def test_every_page_holds_the_policy_and_no_exception_from_it(pages: dict[str, Written]) -> None:
    assert {
        name: page.policy for name, page in pages.items() if not page.policy.startswith("default-src 'none'; ")
    } == {}
    assert [name for name, page in pages.items() if "unsafe" in page.policy or "*" in page.policy] == []
