"""Inline Markdown as plain words and as HTML that is safe on any page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

type Env = dict[str, Any]


class _Reader(MarkdownIt):
    """Takes every address: one that is refused would be words here, and a link on the page all the same."""

    def validateLink(self, url: str, *_: object) -> bool:  # noqa: N802  the library's name
        return bool(url)


_MARKDOWN = _Reader("commonmark").enable("table")
_BLOCKS = _Reader("commonmark").enable("table").disable("inline")
_REFUSED = re.compile(r"(?:javascript|vbscript|data|file|blob):", re.IGNORECASE)
"""Addresses that run a script, or that a browser follows from no page of a site."""
_WITH_SPACES = re.compile(r"\]\(\s*(?P<address>[^()<>]+)")
"""An address in a link that is none for this reader, and may be one for another."""
_WHOLE_ADDRESS = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)
_UNRESOLVED = re.compile(r"\[[^\[\]]+\]\[(?P<label>[^\[\]]+)\]")
_PASTED = re.compile(r"</?\w+:\w+[^<>]*>")
"""What a word processor leaves behind: `<o:p>` is no HTML, and browsers take it for some."""
_PLAIN_TAGS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader reads, as text and as HTML; and what an author may have got wrong."""

    text: str
    html: str
    unresolved: tuple[str, ...] = ()
    raw_html: str | None = None
    refused: tuple[str, ...] = ()


def environment(references: Mapping[str, str]) -> Env:
    """Return what the Markdown parser must know to resolve links by label."""
    return {
        "references": {
            normalizeReference(label): {"title": "", "href": url} for label, url in references.items()
        }
    }


def parse_blocks(markdown: str, env: Env) -> list[Token]:
    """Return the block tokens of a whole text, each with its Markdown; definitions in it are added to `env`."""
    return _BLOCKS.parse(markdown, env)


def read_words(markdown: str, env: Env) -> Words:
    """Read one block's inline Markdown."""
    tokens = [child for token in _MARKDOWN.parseInline(markdown, env) for child in token.children or []]
    text = collapse("".join(_text(token) for token in tokens))
    raw = next((token.content for token in tokens if token.type == "html_inline"), None)
    pasted = _PASTED.search(text)
    raw = pasted[0] if raw is None and pasted else raw
    labels = tuple(match["label"] for match in _UNRESOLVED.finditer(text))
    leading = (_address(token) for token in tokens if token.type in ("link_open", "image"))
    addresses = (*leading, *(match["address"] for match in _WITH_SPACES.finditer(text)))
    return Words(text, _html(tokens), labels, raw, tuple(filter(_is_refused, addresses)))


def collapse(text: str) -> str:
    """Return `text` in Unicode NFC with every run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _address(token: Token) -> str:
    """Return where a link leads, or a picture comes from that is not in the page itself."""
    if token.type == "image" and str(token.attrs.get("src")).startswith("data:image/"):
        return ""
    return _MARKDOWN.normalizeLinkText(str(token.attrs.get("href") or token.attrs.get("src") or ""))


def _is_refused(address: str) -> bool:
    """A browser leaves out white space and control characters before it looks at the scheme."""
    return _REFUSED.match(re.sub(r"[\x00-\x20]", "", address)) is not None


def _text(token: Token) -> str:
    match token.type:
        case "softbreak" | "hardbreak":
            return " "
        case "text" | "code_inline" | "image":
            return token.content
        case _:
            return ""


def _html(tokens: list[Token]) -> str:
    parts: list[str] = []
    closings: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            keep = _WHOLE_ADDRESS.match(href) is not None
            parts.append(f'<a href="{escape(href)}">' if keep else "")
            closings.append("</a>" if keep else "")
        elif token.type == "link_close":
            parts.append(closings.pop())
        elif token.type == "code_inline":
            parts.append(f"<code>{escape(token.content, quote=False)}</code>")
        else:
            parts.append(_PLAIN_TAGS.get(token.type) or escape(_text(token), quote=False))
    return collapse("".join(parts))
