"""A policy's words by another way than ours: the HTML that markdown-it-py itself makes of it, flattened."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from .corpus import WITHOUT_WIDTH

_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ATTRIBUTE_LIST = re.compile(r"\n?[ ]*\{:[^{}\n]*\}")
_BLOCKS = {
    "p",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "blockquote",
    "pre",
    "dl",
    "dt",
    "dd",
    "section",
    "hr",
    "br",
    "div",
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_MARKDOWN.use(footnote_plugin).use(deflist_plugin).use(tasklists_plugin)


@dataclass
class Flat:
    """The words in order, with bullets and numbers of lists, and the words and level of each heading."""

    words: list[str]
    headings: list[tuple[int, str]] = field(default_factory=list)


def flattened(text: str, links: Path) -> Flat:
    """Flatten a policy; the labels of its links may lead where the file `links` says."""
    labels = yaml.safe_load(links.read_text(encoding="utf-8")) if links.exists() else {}
    env = {"references": {normalizeReference(label): {"href": "#", "title": ""} for label in labels}}
    tokens = _MARKDOWN.parse(_ATTRIBUTE_LIST.sub("", _HEAD.sub("", text)), env)
    _label_items(tokens)
    reader = _Reader()
    reader.feed(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, env))
    return Flat(plain(reader.said), [(level, " ".join(plain(words))) for level, words in reader.headings])


def plain(text: str) -> list[str]:
    """Return the words of a text without signs that nobody sees."""
    return text.translate(WITHOUT_WIDTH).split()


def _label_items(tokens: list[Token]) -> None:
    """Write onto every item of a list what stands before it in print: HTML leaves that to the browser."""
    counts: list[int | None] = []
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                counts.append(_first_number(token))
            case "bullet_list_close" | "ordered_list_close":
                counts.pop()
            case "list_item_open":
                count = counts[-1]
                token.attrSet("data-label", "-" if count is None else f"{count}{token.markup}")
                counts[-1] = None if count is None else count + 1


def _first_number(opening: Token) -> int | None:
    """Return the number of a list's first item, or None of a list with bullets."""
    start = opening.attrGet("start")
    return None if opening.type == "bullet_list_open" else 1 if start is None else int(start)


class _Reader(HTMLParser):
    """Flattens HTML. Cells of a row are parted by a semicolon, and a row without words leaves none."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        self.headings: list[tuple[int, str]] = []
        self._cells: list[str] | None = None
        self._heading = 0
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "tr":
            self._cells = []
        elif tag in ("td", "th") and self._cells is not None:
            self._cells.append("")
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._say("\n")
        self._heading = len(self.said) if tag in _HEADINGS else self._heading
        self._silent = given.get("class") == "footnote-backref"
        self._say(_sign(tag, given))

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr" and self._cells is not None:
            row, self._cells = self._cells, None
            self._say("\n" + (" ; ".join(row) if any(map(plain, row)) else "") + "\n")
        elif tag in _HEADINGS:
            self.headings.append((int(tag[1]), self.said[self._heading :]))
            self._say("\n")
        elif tag in _BLOCKS:
            self._say("\n")
        elif tag == "a":
            self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            # A second mark of the same note is written [1:1] by the plugin.
            self._say(re.sub(r"^\[(\d+):\d+\]$", r"[\1]", data))

    def _say(self, words: str) -> None:
        if self._cells:
            self._cells[-1] += words
        else:
            self.said += words


def _sign(tag: str, given: dict[str, str]) -> str:
    """Return what an element says without words of its own: a label, a box, or a picture's words."""
    match tag:
        case "li":
            return _label(given) + " "
        case "input":
            return "[x] " if "checked" in given else "[ ] "
        case "img":
            return given["alt"]
        case _:
            return ""


def _label(given: dict[str, str]) -> str:
    """Return what stands before an item in print: a note's number, or else its list's bullet or number."""
    if given.get("class") == "footnote-item":
        return given["id"].removeprefix("fn")
    label = given["data-label"]
    return "" if label == "-" and "task-list-item" in given.get("class", "") else label
