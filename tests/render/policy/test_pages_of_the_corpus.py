"""The page of a policy as another body writes it says what another reader of Markdown reads in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import override

import pytest
import yaml

from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.render.policy.page import to_frozen, to_page, to_plain
from clausetree.report.source import Source
from tests.policy.corpus import Document, documents
from tests.policy.flattened import flattened, plain

META = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A"}
READ = [document for document in documents() if document.expected.exists()]
_UNREAD = ("P112", "P115", "P151")
"""Of blocks of code, and of words that are struck out."""
_ADDED = frozenset(("clause-tools", "note-ways"))
_WITHIN_WORDS = frozenset(("strong", "em", "sub", "sup", "code", "a", "span", "button"))
_VOID = frozenset(("br", "hr", "img"))
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@pytest.mark.parametrize("document", READ, ids=lambda document: document.name)
def test_page_copy_and_search_have_the_words_and_numbers_in_their_order(document: Document) -> None:
    policy, left_out = _read(document)
    flat = flattened(document.source.read_text(encoding="utf-8"), document.links)
    expected = _compared(flat.words)
    page = to_page(policy, {}, str).removeprefix("<h1>P</h1>")
    for found in map(_words, (page, to_plain(policy, str), to_frozen(policy))):
        if left_out:
            following = iter(expected)
            assert all(word in following for word in found)
        else:
            assert found == expected


def _read(document: Document) -> tuple[Policy, bool]:
    """Read a policy, and tell whether its author was told that some of its words cannot be read."""
    text, links = document.source.read_text(encoding="utf-8"), document.links
    labels = yaml.safe_load(links.read_text(encoding="utf-8")) if links.exists() else {}
    policy, told = parse_policy(Source("p.md", text), META, dict.fromkeys(labels, "https://a.example/"))
    assert policy is not None
    return policy, any(diagnostic.code in _UNREAD for diagnostic in told)


def _words(html: str) -> list[str]:
    reader = _Printed()
    reader.feed(html)
    return _compared(plain("".join(reader.said)))


def _compared(words: list[str]) -> list[str]:
    """The other reading parts the cells of a row by a sign, and writes a box as it is typed."""
    boxed = " ".join(words).replace("[ ]", "☐").replace("[x]", "☑")
    return [word for word in boxed.split() if word != ";"]


class _Printed(HTMLParser):
    """Reads a page with the numbers that a browser prints before the items of its lists."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self._lists: list[tuple[int | None, str]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.said.append(given["alt"] if tag == "img" else " " if tag not in _WITHIN_WORDS else "")
        if tag not in _VOID:
            self._open.append((tag, given))
        if tag in ("ul", "ol"):
            first = int(given.get("start", "1")) if tag == "ol" else None
            self._lists.append((first, ")" if given.get("class") == "closed" else "."))
        elif tag == "li":
            self._label(given)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()
        if tag in ("ul", "ol"):
            self._lists.pop()

    @override
    def handle_data(self, data: str) -> None:
        if any(_ADDED.intersection(given.get("class", "").split()) for _, given in self._open):
            return
        _tag, given = self._open[-1] if self._open else ("", {})
        mark = re.search(r"--mark-\d+$", given.get("id", ""))
        back = re.search(r"--mark-\d+$", given.get("href", ""))
        figure = data.translate(_FIGURES)
        self.said.append(f"[{figure}]" if mark else figure if back else data)

    def _label(self, given: dict[str, str]) -> None:
        following, sign = self._lists[-1]
        if following is None:
            self.said.append("" if "task" in given.get("class", "").split() else "- ")
            return
        number = int(given.get("value", following))
        self._lists[-1] = (number + 1, sign)
        self.said.append(f"{number}{sign} ")
