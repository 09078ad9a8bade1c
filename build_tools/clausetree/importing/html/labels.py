"""The label that a program put before a paragraph of a page, and the names of its place."""

from __future__ import annotations

from collections.abc import Iterator

from justhtml import Element, Node

from clausetree.importing.html.inlines import style


def parted(node: Element) -> tuple[str, list[Node]]:
    """Return the label that a program put before the words of a paragraph, and what stands behind it."""
    children = list(node.children or ())
    for at, child in enumerate(children):
        if isinstance(child, Element) and "label" in ((child.attrs or {}).get("class") or "").split():
            return " ".join((child.to_text() or "").split()), children[:at] + children[at + 1 :]
    ignored = _ignored(node)
    return ("", children) if ignored is None else (" ".join((ignored.to_text() or "").split()), children)


def _ignored(node: Node) -> Element | None:
    """Word writes the printed label of a paragraph where other programs are to ignore it."""
    for child in node.children or ():
        if isinstance(child, Element) and "mso-list:ignore" in style(child):
            return child
        found = _ignored(child)
        if found is not None:
            return found
    return None


def key_of(node: Element) -> str:
    """Return the names that links to this place have, with blanks between."""
    names = []
    for one in (node, *elements(node)):
        attributes = one.attrs or {}
        names += [attributes.get("id") or "", (attributes.get("name") or "") if one.name == "a" else ""]
    return " ".join(name for name in names if name and " " not in name)


def elements(node: Node) -> Iterator[Element]:
    """Yield all elements in a node, in order."""
    for child in node.children or ():
        if isinstance(child, Element):
            yield child
            yield from elements(child)
