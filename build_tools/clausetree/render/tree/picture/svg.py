"""The SVG of a drawing, as Graphviz writes it, made into something that a page and a screen reader can use."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from clausetree.render.tree.picture.dot import WHO
from clausetree.tree.model import Tree

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}"
ET.register_namespace("", _SVG)


def readable_svg(svg: str) -> str:
    """Take out what only Graphviz needs, and name the links by the words that they show.

    Raises `ParseError` (of ElementTree) for what is no SVG.
    """
    root = ET.fromstring(svg)
    # Some browsers call a drawing an image, and what is in an image is not read out.
    root.set("role", "group")
    for parent in root.iter():
        for child in list(parent):
            if child.tag == f"{{{_SVG}}}title":
                parent.remove(child)
        # Several drawings may stand on one page, and Graphviz calls the parts of each alike.
        parent.attrib.pop("id", None)
    for group in root.iter(f"{{{_SVG}}}g"):
        if "edge" in group.get("class", "").split():
            group.set("aria-hidden", "true")
    for link in root.iter(f"{{{_SVG}}}a"):
        _name_link(link)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def title_of(tree: Tree, number: int) -> str:
    """Return what a part of a drawing is called where it stands by itself."""
    return f"Flowchart: {tree.title.text}" + (f", part {number}" if number > 1 else "")


def alone(svg: str, tree: Tree, number: int) -> str:
    """Return the drawing as a file of its own, with a title, and links to the page that it stands beside."""
    root = ET.fromstring(svg)
    title = ET.Element(f"{{{_SVG}}}title")
    title.text = title_of(tree, number)
    root.insert(0, title)
    for link in root.iter(f"{{{_SVG}}}a"):
        link.set("href", f"./{link.get('href')}")
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def _name_link(link: ET.Element) -> None:
    target = link.attrib.pop(f"{_XLINK}href")
    link.attrib.pop(f"{_XLINK}title", None)
    link.set("href", target)
    # Each line of the words is an element of its own, and some readers would run them together.
    words = " ".join(text.text or "" for text in link.iter(f"{{{_SVG}}}text"))
    said, *who = words.split(f" {WHO}")
    link.set("aria-label", f"{said}. {', '.join(who)}" if who else said)
