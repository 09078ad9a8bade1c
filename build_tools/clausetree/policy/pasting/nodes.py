"""What the layout of a text asks of the blocks that Markdown reads in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.policy.markdown.syntax import Node

LISTS = ("bullet_list", "ordered_list")
WRITTEN_ANCHOR = re.compile(r"\{:[^{}\n]*#")
"""The beginning of an attribute list with an anchor."""


def is_empty(item: Node) -> bool:
    """Tell whether nothing stands beside a bullet, though a list may stand below it."""
    first = next(iter(item.children), None)
    return first is None or (first.type in LISTS and rows_of(first).start > rows_of(item).start)


def are_apart(node: Node, above: Node, below: Node) -> bool:
    """Tell whether a blank line stands between two neighbours in `node`."""
    match node.type:
        case "root" | "blockquote" | "list_item":
            one_list = above.type in LISTS and below.type in LISTS
            item_alone = node.type == "list_item" and above is node.children[0]
            return above.type not in ("heading", "hr") and not one_list and not item_alone
        case "bullet_list" | "ordered_list":
            return any(child.type == "paragraph" for child in above.children[1:])
        case _:
            return False


def depth_of(item: Node) -> int:
    """Return how many lists an item stands in, but for those of which the item has no words."""
    above = _item_around(item)
    return 1 + (depth_of(above) - is_empty(above) if above is not None else 0)


def shares_row(item: Node) -> bool:
    """Tell whether the list that an item stands in begins on the row of the item around it: "- - words"."""
    above = _item_around(item)
    if above is None or item.parent is None:
        return False
    return rows_of(item.parent).start == rows_of(above).start or shares_row(above)


def items_with(item: Node) -> Iterator[Node]:
    """Yield every item of the outermost list that an item stands in, those of lists within it too."""
    above = _item_around(item)
    if above is not None:
        yield from items_with(above)
    elif item.parent is not None:
        yield from (node for node in item.parent.walk() if node.type == "list_item")


def _item_around(item: Node) -> Node | None:
    above = item.parent.parent if item.parent else None
    return above if above is not None and above.type == "list_item" else None


def is_quoted(node: Node) -> bool:
    """Tell whether it stands in a quotation."""
    return node.type == "blockquote" or (node.parent is not None and is_quoted(node.parent))


def has_no_anchor(node: Node) -> bool:
    """Tell whether somebody has still to give these words an anchor."""
    match node.type:
        case "paragraph" | "heading":
            return WRITTEN_ANCHOR.search(node.children[0].content) is None
        case "code_block":
            return WRITTEN_ANCHOR.search(node.content) is None
        case _:
            return False


def rows_of(node: Node) -> range:
    """Return where a block stands."""
    return range(*(node.map or (0, 0)))
