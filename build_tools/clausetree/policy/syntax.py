"""What Markdown read, as a tree: each opening token and what stands between it and its closing one is a node.

markdown-it-py has such a tree, which looks a value up in the tokens each time that it is asked for it. A policy
asks for each many times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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

    def __init__(self, token: Token | None, parent: Node | None) -> None:
        self.parent = parent
        self.children: list[Node] = []
        self.type = token.type.removesuffix("_open") if token else "root"
        self.tag = token.tag if token else ""
        self.map: tuple[int, int] | None = (token.map[0], token.map[1]) if token and token.map else None
        self.markup = token.markup if token else ""
        self.content = token.content if token else ""
        self.hidden = token.hidden if token else False
        self.info = token.info if token else ""
        self.meta: Mapping[str, Any] = token.meta if token else {}
        self.attrs: Mapping[str, str | int | float] = token.attrs if token else {}

    def walk(self) -> Iterator[Node]:
        """Yield every node within this one, in reading order."""
        for child in self.children:
            yield child
            yield from child.walk()


def tree_of(tokens: Iterable[Token]) -> Node:
    """Return the root of the tree."""
    root = Node(None, None)
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
