"""An author's Markdown, made safe to show."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from markdown_it import MarkdownIt

from clausetree.tree.model import Prose

_RULES = ["paragraph", "list", "blockquote", "emphasis", "link", "newline", "escape", "entity", "backticks"]
# From "zero", so that nothing is understood but what is named: no raw HTML, no headings that would
# break the page's outline, no images from elsewhere. `foreign_markdown` finds what is left out, so that its
# author is told. markdown-it refuses script URLs by itself.
_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(_RULES)
_PLAIN = re.compile(r"[^\s\\*_`\[\]&<>\"!\x00-\x1f]+(?: [^\s\\*_`\[\]&<>\"!\x00-\x1f]+)*")


@lru_cache(maxsize=8192)
def phrase(markdown: str) -> Prose:
    """Return words that stand within a line: a title, an option, what a duty asks for."""
    # Most words have no sign that means anything, and stand as they are.
    return Prose(markdown, markdown) if _PLAIN.fullmatch(markdown) else _prose(_MARKDOWN.renderInline(markdown))


def text_block(markdown: str) -> Prose:
    """Return words that stand in paragraphs and lists of their own."""
    if all(_PLAIN.fullmatch(line) and line[0].isalpha() for line in markdown.split("\n")):
        return Prose(markdown.replace("\n", " "), f"<p>{markdown}</p>")
    return _prose(_MARKDOWN.render(markdown).strip())


def _prose(rendered: str) -> Prose:
    # Paragraphs and items are parted; emphasis, code and links stand within words: "*un*clear" is one.
    parted = re.sub(r"</?(?:p|ul|ol|li|blockquote|br)\b[^>]*>", " ", rendered)
    words = html.unescape(re.sub(r"<[^>]*>", "", parted))
    return Prose(" ".join(words.split()), rendered)
