"""HTML as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clausetree.importing.around import Around, Container, Placed, around_of_class, grouped
from clausetree.importing.blocks import Block, Bullet, Heading, Note, Paragraph, Quotation, Rule, Words
from clausetree.importing.html.inlines import UNSEEN, style, words_of
from clausetree.importing.html.labels import key_of, parted
from clausetree.importing.html.nodes import Element, Node
from clausetree.importing.html.tables import between_cells, table_of
from clausetree.importing.note_marks import with_marks
from clausetree.render.word.numerals import LIST_TYPES, written

_AROUND = {
    *("html", "body", "div", "section", "article", "main", "header", "footer", "nav", "aside", "blockquote"),
    *("figure", "address", "details", "center", "form", "fieldset", "dl", "ul", "ol", "hr", "#document"),
}
_WORDS = {"p", "li", "dt", "dd", "figcaption", "summary", "pre", "caption", "legend"}
_HEADING = re.compile(r"h([1-6])\Z")
_ROLE = re.compile(r"(title|heading|bullet|words|rule)-?(\d*)\Z")
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


type _Loose = Block | Placed


def read_page(page: Element, *, hyphens: bool = False) -> list[Block]:
    """Return the blocks of a page, in order; with soft hyphens where those are wanted."""
    if not hyphens:
        _without_hyphens(page)
    return with_marks(_blocks(page, 0))


def _without_hyphens(page: Element) -> None:
    for one in (page, *page.within()):
        for at, child in enumerate(one.children):
            if isinstance(child, str):
                one.children[at] = child.replace("\u00ad", "")


def _is_block(node: Element) -> bool:
    name = node.name
    return name in _AROUND or name in _WORDS or name == "table" or bool(_HEADING.match(name))


def _blocks(parent: Element, depth: int) -> tuple[Block, ...]:
    return grouped(_loose(parent, depth))


def _loose(parent: Element, depth: int) -> Iterator[_Loose]:
    """Yield the blocks in a node that stands `depth` lists deep; words between blocks are a paragraph."""
    yield from _loose_of(parent.children, parent, depth)


def _loose_of(nodes: Iterable[Node], parent: Element, depth: int) -> Iterator[_Loose]:
    waiting: list[Node] = []
    for node in nodes:
        if isinstance(node, str) or not (_is_block(node) or _holds_blocks(node)):
            waiting.append(node)
        elif node.name not in UNSEEN:
            yield from _paragraph(waiting, parent, depth)
            waiting = []
            yield from _block(node, depth)
    yield from _paragraph(waiting, parent, depth)


def _holds_blocks(node: Element) -> bool:
    return any(map(_is_block, node.within()))


def _paragraph(nodes: Sequence[Node], within: Element, depth: int) -> Iterator[Block]:
    words = words_of(nodes, within)
    if words:
        yield Paragraph("", words, depth)


def _block(node: Element, depth: int) -> Iterator[_Loose]:
    heading = _HEADING.match(node.name)
    match node.name:
        case _ if heading:
            yield from _headed(node, int(heading[1]))
        case "table":
            yield from _tabled(node)
        case "hr":
            yield from [] if _is_above_notes(node) else [Rule(depth)]
        case "blockquote":
            inner = _blocks(node, 0)
            yield from [Quotation(inner, depth)] if inner else []
        case "dl":
            yield from _definitions(node, depth)
        case "ul" | "ol":
            yield from _list(node, depth)
        case "p":
            yield from _words(node, depth)
        case "div" if note := _NOTE.match(node.attributes.get("id", "")):
            yield Note(note[1], _blocks(node, 0))
        case _:
            yield from _loose(node, depth)


def _is_above_notes(line: Element) -> bool:
    siblings = list(line.around.inner) if line.around else []
    behind = siblings[siblings.index(line) + 1 :][:1]
    held = (one for sibling in behind for one in (sibling, *sibling.within()))
    return any(_NOTE.match(one.attributes.get("id", "")) for one in held)


def _headed(node: Element, level: int) -> Iterator[Block]:
    label, rest = parted(node)
    words = words_of(rest, node)
    if words or label:
        yield Heading(level, label, words, key_of(node))


def _words(node: Element, depth: int) -> Iterator[_Loose]:
    """A paragraph; what it is to be, and what stands around it, may be told by its classes."""
    if _holds_blocks(node):
        yield from _loose(node, depth)
        return
    label, rest = parted(node)
    words, key = words_of(rest, node), key_of(node)
    names = node.classes
    around = next((around_of_class(name) for name in names if name.startswith("in-")), Around())
    if not words and not label and not (key and (around.item or around.inside)):
        return
    role = next((match for name in names if (match := _ROLE.match(name))), None)
    deep = int(role[2] or 0) if role else depth
    listed = _WORD_LIST.search(style(node)) if "mso-list:" in style(node) else None
    deep = int(listed[1]) - 1 if listed else deep
    kind = role[1] if role else ""
    made = Paragraph(
        label, words, deep if label or role else depth, key, around.items, around.item, around.editorial
    )
    block: Block = made
    if kind in ("title", "heading"):
        block = Heading(deep if kind == "heading" else 0, label, words, key, around.editorial)
    elif kind == "rule":
        block = Rule(around.items)
    elif kind == "bullet" or (label and label in _BULLETS):
        block = Bullet(words, deep, key, around.items if around.item else None, around.editorial)
    yield Placed(block, around.inside)


def _definitions(node: Element, depth: int) -> Iterator[_Loose]:
    """Yield the words that are defined, and what each means."""
    for one in node.within():
        if one.name == "dt":
            words = words_of(one.children, one)
            yield Placed(Paragraph("", words, depth, key_of(one)), ((Container.TERM, depth),))
        elif one.name == "dd":
            for at, block in enumerate(_blocks(one, 0)):
                yield Placed(block, ((Container.MEANING_GOES_ON if at else Container.MEANING, depth),))


def _list(node: Element, depth: int) -> Iterator[_Loose]:
    attributes = node.attributes
    styled = re.search(r"list-style(?:-type)?:([a-z-]+)", style(node))
    form = (
        _STYLED.get(styled[1] if styled else "") or LIST_TYPES.get(attributes.get("type") or "1") or "decimal"
    )
    counts_down = node.name == "ol" and "reversed" in attributes
    step = -1 if counts_down else 1
    start = attributes.get("start", "")
    usual = sum(item.name == "li" for item in node.inner) if counts_down else 1
    count = (int(start) if start.isdecimal() else usual) - step
    for item in node.inner:
        if item.name != "li":
            yield from _block(item, depth + 1) if _is_block(item) else ()
            continue
        value = item.attributes.get("value", "")
        count = int(value) if value.isdecimal() else count + step
        inner = list(_blocks(item, depth + 1))
        note = _NOTE.match(item.attributes.get("id", ""))
        if note:
            yield Note(str(count), tuple(inner) or (Paragraph("", (), 0, key_of(item)),))
        elif node.name == "ul":
            yield from _item(item, inner, depth, None)
        else:
            yield from _item(item, inner, depth, f"{written(count, form) or count}.")


def _item(item: Element, inner: Sequence[Block], depth: int, label: str | None) -> Iterator[_Loose]:
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


def _tabled(node: Element) -> Iterator[_Loose]:
    """A table stands in what the words of its first cell stand in; before it, what is in none of its cells."""
    yield from _loose_of(between_cells(node), node, 0)
    names = (name for one in node.within() for name in one.classes)
    around = next((around_of_class(name) for name in names if name.startswith("in-")), Around())
    table = table_of(node, lambda cell: map(_inner, _loose(cell, 0)))
    if table.rows:
        yield Placed(replace(table, items=around.items), around.inside)


def _inner(one: _Loose) -> Block:
    return one.block if isinstance(one, Placed) else one
