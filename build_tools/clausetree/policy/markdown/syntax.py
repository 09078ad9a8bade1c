"""What Markdown read, as a tree: each opening token and what stands between it and its closing one is a node.

markdown-it-py has such a tree, which looks a value up in the tokens each time that it is asked for it. A policy
asks for each many times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token


class Node:
    """One token, or two that belong together: `type` without "_open"; `map`, its first line and the next."""

    __slots__ = (
        "attrs",
        "children",
        "content",
        "hidden",
        "info",
        "map",
        "markup",
        "meta",
        "parent",
        "tag",
        "type",
    )

    def __init__(self, token: Token, parent: Node | None) -> None:
        self.parent = parent
        self.children: list[Node] = []
        self.type = token.type.removesuffix("_open")
        self.tag = token.tag
        self.map: Sequence[int] | None = token.map
        self.markup = token.markup
        self.content = token.content
        self.hidden = token.hidden
        self.info = token.info
        self.meta: Mapping[str, Any] = token.meta
        self.attrs: Mapping[str, str | int | float] = token.attrs

    def walk(self) -> Iterator[Node]:
        """Yield every node within this one, in reading order."""
        for child in self.children:
            yield child
            yield from child.walk()


def tree_of(tokens: Iterable[Token]) -> Node:
    """Return the root of the tree."""
    root = Node(Token("root", "", 0), None)
    _fill(root, tokens)
    return root


def _fill(parent: Node, tokens: Iterable[Token]) -> None:
    for token in tokens:
        if token.nesting < 0:
            assert parent.parent is not None, "a token is closed that was opened"
            parent = parent.parent
            continue
        node = Node(token, parent)
        parent.children.append(node)
        if token.children:
            _fill(node, token.children)
        if token.nesting > 0:
            parent = node
