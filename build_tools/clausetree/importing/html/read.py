"""HTML as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from justhtml import Element, JustHTML, Node

from clausetree.importing.blocks import Block, Bullet, Heading, Note, Paragraph, Words
from clausetree.importing.html.inlines import UNSEEN, style, words_of
from clausetree.importing.html.labels import key_of, parted
from clausetree.importing.html.tables import table_of
from clausetree.render.word.numerals import LIST_TYPES, written

_AROUND = {
    *("html", "body", "div", "section", "article", "main", "header", "footer", "nav", "aside", "blockquote"),
    *("figure", "address", "details", "center", "form", "fieldset", "dl", "ul", "ol", "#document"),
}
_WORDS = {"p", "li", "dt", "dd", "figcaption", "summary", "pre", "caption", "legend"}
_HEADING = re.compile(r"h([1-6])\Z")
_ROLE = re.compile(r"(title|heading|bullet|words)-?(\d?)\Z")
_NOTE = re.compile(r"(?:ct-)?_?(?:footnote|endnote|ftn|edn)-?(\d+)\Z")
_WORD_LIST = re.compile(r"level(\d)")
_STYLED = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
_BULLETS = "•·o§\u25aa\u25cf\u25e6\u25a0\uf0b7\uf0a7\u2013-"


def read_html(html: str) -> list[Block]:
    """Return the blocks of a page, or of a part of one, in order."""
    return list(_blocks(JustHTML(html, sanitize=False).root, 0))


def _is_block(node: Node) -> bool:
    name = node.name
    return name in _AROUND or name in _WORDS or name in ("table", "hr") or bool(_HEADING.match(name))


def _blocks(parent: Node, depth: int) -> Iterator[Block]:
    """Yield the blocks in a node that stands `depth` lists deep; words between blocks are a paragraph."""
    loose: list[Node] = []
    for node in parent.children or ():
        if node.name in UNSEEN:
            continue
        if not _is_block(node) and not _holds_blocks(node):
            loose.append(node)
            continue
        yield from _paragraph(loose, depth)
        loose = []
        assert isinstance(node, Element)
        yield from _block(node, depth)
    yield from _paragraph(loose, depth)


def _holds_blocks(node: Node) -> bool:
    return any(_is_block(child) or _holds_blocks(child) for child in node.children or ())


def _paragraph(nodes: Sequence[Node], depth: int) -> Iterator[Block]:
    words = words_of(nodes)
    if words:
        yield Paragraph("", words, depth)


def _block(node: Element, depth: int) -> Iterator[Block]:
    heading = _HEADING.match(node.name)
    match node.name:
        case _ if heading:
            yield from _headed(node, int(heading[1]))
        case "table":
            yield table_of(node, lambda cell: _blocks(cell, 0))
        case "ul" | "ol":
            yield from _list(node, depth)
        case "p":
            yield from _words(node, depth)
        case "div" if note := _NOTE.match((node.attrs or {}).get("id") or ""):
            yield Note(note[1], tuple(_blocks(node, 0)))
        case _:
            yield from _blocks(node, depth)


def _headed(node: Element, level: int) -> Iterator[Block]:
    label, rest = parted(node)
    words = words_of(rest)
    if words or label:
        yield Heading(level, label, words, key_of(node))


def _words(node: Element, depth: int) -> Iterator[Block]:
    """A paragraph; what it is to be may stand in its class."""
    if any(_is_block(child) or _holds_blocks(child) for child in node.children or ()):
        yield from _blocks(node, depth)
        return
    label, rest = parted(node)
    words, key = words_of(rest), key_of(node)
    if not words and not label:
        return
    names = ((node.attrs or {}).get("class") or "").split()
    role = next((match for name in names if (match := _ROLE.match(name))), None)
    deep = int(role[2] or 0) if role else depth
    listed = _WORD_LIST.search(style(node)) if "mso-list:" in style(node) else None
    deep = int(listed[1]) - 1 if listed else deep
    if role and role[1] == "title":
        yield Heading(0, label, words, key)
    elif role and role[1] == "heading":
        yield Heading(deep, label, words, key)
    elif (role and role[1] == "bullet") or (label and label in _BULLETS):
        yield Bullet(words, deep, key)
    else:
        yield Paragraph(label, words, deep if label or role else depth, key)


def _list(node: Element, depth: int) -> Iterator[Block]:
    attributes = node.attrs or {}
    styled = re.search(r"list-style(?:-type)?:([a-z-]+)", style(node))
    form = (
        _STYLED.get(styled[1] if styled else "") or LIST_TYPES.get(attributes.get("type") or "1") or "decimal"
    )
    count = int(start) - 1 if re.fullmatch(r"\d+", start := attributes.get("start") or "") else 0
    for item in node.children or ():
        if not isinstance(item, Element):
            continue
        if item.name != "li":
            yield from _block(item, depth + 1) if _is_block(item) else ()
            continue
        value = (item.attrs or {}).get("value") or ""
        count = int(value) if value.isdecimal() else count + 1
        inner = list(_blocks(item, depth + 1))
        note = _NOTE.match((item.attrs or {}).get("id") or "")
        if note:
            yield Note(str(count), tuple(inner))
        elif node.name == "ul":
            yield from _item(item, inner, depth, None)
        else:
            yield from _item(item, inner, depth, f"{written(count, form) or count}.")


def _item(item: Element, inner: Sequence[Block], depth: int, label: str | None) -> Iterator[Block]:
    """The first paragraph of an item bears its sign; what follows stands within it."""
    words: Words = ()
    rest = list(inner)
    if rest and isinstance(rest[0], Paragraph) and not rest[0].label:
        words = rest.pop(0).words  # type: ignore[union-attr]
    key = key_of(item)
    if label is None:
        if words:
            yield Bullet(words, depth, key)
    elif words or not rest:
        yield Paragraph(label, words, depth, key)
    yield from rest
