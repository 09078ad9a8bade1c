"""A tree as a nested list: the readable twin of its drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.render.html.ids import section_id
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.onward import labelled_edges
from clausetree.render.tree.phrasing import heading_of, kind_of
from clausetree.render.tree.totals import adds_to
from clausetree.tree.again import folded
from clausetree.tree.model import Tree


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the outline: how one comes here (`answer`), and the node that one comes to.

    Where the node has been set out above, `again` is true and nothing stands beneath.
    """

    depth: int
    answer: str
    node: str
    again: bool


def outline(tree: Tree) -> Iterator[Item]:
    """Yield the lines from the top down, each node set out where it is first met."""
    tree = folded(tree)
    met: set[str] = set()
    waiting = [(0, "", tree.start)]
    while waiting:
        depth, answer, node_id = waiting.pop()
        yield Item(depth, answer, node_id, node_id in met)
        if node_id not in met:
            met.add(node_id)
            onward = labelled_edges(tree, tree.node(node_id))
            waiting += reversed([(depth + 1, label, target) for target, label in onward])


def to_outline(tree: Tree) -> str:
    """Return the outline as plain text, two spaces a level."""
    lines = [tree.title.text, ""]
    for item in outline(tree):
        node = tree.node(item.node)
        answer = f"{item.answer}: " if item.answer else ""
        again = " (see above)" if item.again else ""
        heading = f"{heading_of(node)}{adds_to(tree, node)}"
        lines.append(f"{'  ' * item.depth}- {answer}{kind_of(node)}: {heading}{again}")
    return "\n".join(lines) + "\n"


def to_outline_html(tree: Tree, page: str = "") -> Html:
    """Return the outline as nested lists whose items link to the sections of their nodes.

    `page` is the address of these, or "" where they stand on the same page.
    """
    # Built from the last line up, so that what stands beneath a line is ready before the line is.
    ready: dict[int, list[Html]] = {}
    for item in reversed(list(outline(tree))):
        beneath = ready.pop(item.depth + 1, [])
        inner = element("ul", *reversed(beneath)) if beneath else None
        ready.setdefault(item.depth, []).append(element("li", _item_line(tree, item, page), inner))
    return element("ul", *reversed(ready[0]), class_="ct-outline")


def _item_line(tree: Tree, item: Item, page: str) -> Html:
    node = tree.node(item.node)
    answer = element("span", item.answer, class_="ct-outline-answer") if item.answer else None
    kind = element("span", f"{kind_of(node)}:", class_="ct-outline-kind")
    link = element("a", heading_of(node), href=f"{page}#{section_id(tree, item.node)}")
    again = " (set out above)" if item.again else None
    added = adds_to(tree, node) or None
    return joined(answer, " " if answer else None, kind, " ", link, added, again)
