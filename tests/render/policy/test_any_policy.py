"""Whatever a policy holds, its page holds the same words, and is sound HTML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given

from clausetree.policy.document import (
    Block,
    Break,
    Code,
    Content,
    Definitions,
    Foreign,
    Heading,
    Link,
    List,
    Marked,
    NoteMark,
    Notes,
    Number,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Rule,
    Table,
    Text,
)
from clausetree.policy.policy import Policy
from clausetree.render.html.markup import Html, element
from clausetree.render.policy.page import to_frozen, to_page, to_plain, to_toc
from tests.render.html_tree import Tree

from .drawn_policies import policies


@given(policies())
def test_every_word_stands_on_the_page_once_and_in_its_order(policy: Policy) -> None:
    notes = {clause.anchor: _note() for clause in policy.clauses}
    words = " ".join(" ".join(_words(policy.document.blocks)).split())
    assert Tree(to_page(policy, notes, str)).words.removeprefix("The title").strip() == words
    assert Tree(to_plain(policy, str)).words == words
    assert Tree(to_frozen(policy)).words == words


@given(policies())
def test_every_id_stands_on_the_page_once_and_every_anchor_is_one(policy: Policy) -> None:
    for html in (to_page(policy, {}, str), to_plain(policy, str), to_frozen(policy)):
        ids = Tree(html).ids
        assert len(set(ids)) == len(ids)
        assert {clause.anchor for clause in policy.clauses} <= set(ids)


@given(policies())
def test_no_level_of_headings_is_left_out(policy: Policy) -> None:
    levels = Tree(to_page(policy, {}, str)).levels
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@given(policies())
def test_what_the_list_of_headings_names_stands_on_the_page(policy: Policy) -> None:
    ids = set(Tree(to_page(policy, {}, str)).ids)
    entries = [*to_toc(policy), *(child for entry in to_toc(policy) for child in entry.children)]
    assert {entry.id for entry in entries} <= ids
    assert len(entries) == sum(level in (2, 3) for level in Tree(to_plain(policy, str)).levels)


@given(policies())
def test_a_link_leads_where_it_may(policy: Policy) -> None:
    page, frozen = Tree(to_page(policy, {}, str)), Tree(to_frozen(policy))
    assert not any(target.startswith("javascript:") for target in page.targets)
    assert all(target.startswith(("#", "https:")) for target in frozen.targets)


def _note() -> Html:
    return element("p", "Used in: a tree", class_="clause-uses")


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(content=content) | Paragraph(content=content):
                yield _text(content)
            case List(items=items):
                for item in items:
                    yield from _words(item.blocks)
            case Table(header=header, rows=rows):
                yield from (_text(cell) for row in (header, *rows) for cell in row.cells)
            case Quotation(blocks=inner):
                yield from _words(inner)
            case Definitions(entries=entries):
                for entry in entries:
                    yield _text(entry.term)
                    yield from (words for meaning in entry.meanings for words in _words(meaning))
            case Notes(notes=notes):
                for note in notes:
                    yield note.figure
                    yield from _words(note.blocks)
            case Rule():
                pass


def _text(content: Content) -> str:
    parts: list[str] = []
    for inline in content:
        match inline:
            case Text(text=text) | Code(text=text) | Number(text=text) | Reference(text=text):
                parts.append(text)
            case Marked(content=inner) | Foreign(content=inner) | Link(content=inner):
                parts.append(_text(inner))
            case Picture(alternative=words):
                parts.append(words)
            case Break():
                parts.append(" ")
            case NoteMark(figure=figure):
                parts.append(figure)
    return "".join(parts)
