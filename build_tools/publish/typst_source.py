"""A policy's Markdown as the source of a printed document, in Typst's language.

Every word goes in as a string, so that nothing an author writes is taken for a command. Each numbered clause
is a heading of its own, with its words beside it: so it gets a bookmark, and a screen reader can go from one to
the next.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from clausetree.policy.attributes import Attributes, split_own_line, split_same_line
from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.head import read_head
from clausetree.policy.lettered import split_letter
from clausetree.policy.markdown import read_layout
from clausetree.policy.policy import Policy

_MARKDOWN = MarkdownIt("commonmark")
_NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)+)\s+")
_HEAD = """\
#set document(title: {title}, author: {owner}, date: none)
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 22mm), footer: context [
  #set text(size: 8.5pt)
  #{title}, #{edition} #h(1fr) Page #counter(page).display() of #counter(page).final().first()
])
#set text(lang: "en", region: "gb", font: "Libertinus Serif", size: 11pt)
#set par(leading: 0.62em, spacing: 1.1em)
#set heading(bookmarked: true)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 3): set text(size: 12.5pt)
#show link: underline
#show table: set block(breakable: false)
#let indent = 2.6em
#let clause(number, level, words) = block({{
  show heading: set text(size: 11pt)
  show heading: set block(above: 0pt, below: 0pt)
  place(heading(level: level, number))
  pad(left: indent, par(words))
}})
"""


def to_typst(policy: Policy, markdown: str, address: str) -> str:
    """Return the document.

    `markdown` is the policy's file with the addresses of its links put in. `address` is the site's own, or
    "": then links to other pages of the site are left as words.
    """
    env: dict[str, Any] = {}
    root = read_layout(markdown[len(read_head(markdown).text) :], env)
    page = urljoin(address, policy.page) if address else ""
    writer = _Writer({clause.anchor: clause for clause in policy.clauses}, page, env)
    edition = _string(f"version {policy.version}")
    head = _HEAD.format(title=_string(policy.title), owner=_string(policy.owner), edition=edition)
    return head + "\n".join(writer.blocks(root.children)) + "\n"


class _Writer:
    def __init__(self, clauses: Mapping[str, Clause], page: str, env: dict[str, Any]) -> None:
        self._clauses = clauses
        self._page = page
        self._env = env
        self._level = 1
        self._in_clause = False

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[str]:
        for node in nodes:
            match node.type:
                case "heading":
                    self._level, self._in_clause = int(node.tag[1:]), False
                    text, attributes = split_same_line(_source(node))
                    yield f"#heading(level: {self._level})[{self._words(text)}]{self._label(attributes)}"
                case "paragraph":
                    yield self._paragraph(*split_own_line(_source(node)))
                case "bullet_list" | "ordered_list":
                    left = "indent" if self._in_clause else "0pt"
                    items = ", ".join(f"[{self._joined(item)}]" for item in node.children)
                    yield f"#pad(left: {left}, {'list' if node.type == 'bullet_list' else 'enum'}({items}))"
                case "blockquote":
                    yield f"#quote(block: true)[{self._joined(node)}]"
                case "table":
                    yield self._table(node)

    def _joined(self, node: SyntaxTreeNode) -> str:
        return "\n\n".join(self.blocks(node.children))

    def _paragraph(self, text: str, attributes: Attributes) -> str:
        clause = self._clauses.get(attributes.anchor or "")
        if clause is not None and clause.kind is ClauseKind.SUB_ITEM and split_letter(text)[0]:
            made = f"#pad(left: indent * {clause.depth}, par[{self._words(text)}])"
            return made + self._label(attributes)
        number = _NUMBER.match(text)
        self._in_clause = number is not None
        if number is None:
            return f"#par[{self._words(text)}]{self._label(attributes)}"
        words = self._words(text[number.end() :])
        return f"#clause({_string(number['number'])}, {self._level + 1}, [{words}]){self._label(attributes)}"

    def _table(self, node: SyntaxTreeNode) -> str:
        written = [row for part in node.children for row in part.children]
        rows = [[split_same_line(_source(cell)) for cell in row.children] for row in written]
        kept = [row for row in rows if any(text for text, _ in row)]
        cells = ", ".join(f"[{self._words(text)}{self._label(own)}]" for row in kept for text, own in row)
        columns = "auto," + "1fr," * (len(rows[0]) - 1)
        return f"#table(columns: ({columns}), stroke: (y: 0.4pt), inset: (x: 3pt, y: 5pt), {cells})"

    def _label(self, attributes: Attributes) -> str:
        return f" <{attributes.anchor}>" if attributes.anchor in self._clauses else ""

    def _words(self, text: str) -> str:
        tokens = _MARKDOWN.parseInline(text, self._env)
        return "".join(self._inline(SyntaxTreeNode(tokens).children[0].children))

    def _inline(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[str]:
        for node in nodes:
            inner = "".join(self._inline(node.children))
            match node.type:
                case "softbreak" | "hardbreak":
                    yield " "
                case "strong" | "em":
                    yield f"#{'strong' if node.type == 'strong' else 'emph'}[{inner}]"
                case "link":
                    yield self._link(str(node.attrs.get("href", "")), inner)
                case _:
                    # A tab, as word processors have it behind a number, is nothing to Typst.
                    yield f"#{_string(node.content.replace('\t', ' '))};" if node.content else inner

    def _link(self, href: str, words: str) -> str:
        if href.startswith("#"):
            return f"#link(label({_string(href[1:])}))[{words}]" if href[1:] in self._clauses else words
        if href.startswith(("https://", "http://", "mailto:")):
            return f"#link({_string(href)})[{words}]"
        # The sources name files; the site has folders.
        page = re.sub(r"(?:index)?\.md(?=#|$)", "/", href).replace("//", "/")
        return f"#link({_string(urljoin(self._page, '../' + page))})[{words}]" if self._page else words


def _source(node: SyntaxTreeNode) -> str:
    return "".join(child.content for child in node.children if child.type == "inline")


def _string(text: str) -> str:
    """A JSON string is one of Typst's too, as long as it holds no escape that only JSON knows."""
    return json.dumps(text, ensure_ascii=False)
