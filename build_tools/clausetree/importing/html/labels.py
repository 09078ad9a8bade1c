"""The label that a program put before a paragraph of a page, and the names of its place."""

from __future__ import annotations

from clausetree.importing.html.inlines import style
from clausetree.importing.html.nodes import Element, Node


def parted(node: Element) -> tuple[str, list[Node]]:
    """Return the label that a program put before the words of a paragraph, and what stands behind it."""
    for at, child in enumerate(node.children):
        if isinstance(child, Element) and "label" in child.classes:
            return child.words(), node.children[:at] + node.children[at + 1 :]
    ignored = _ignored(node)
    return "" if ignored is None else ignored.words(), node.children


def _ignored(node: Element) -> Element | None:
    """Word writes the printed label of a paragraph where other programs are to ignore it."""
    return next((one for one in node.within() if "mso-list:ignore" in style(one)), None)


def key_of(node: Element) -> str:
    """Return the names that links to this place have, with blanks between."""
    names = []
    for one in (node, *node.within()):
        names += [one.attributes.get("id", ""), one.attributes.get("name", "") if one.name == "a" else ""]
    return " ".join(name for name in names if name and " " not in name)
