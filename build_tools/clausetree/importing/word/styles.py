"""Paragraph styles: what a paragraph has from its style, and from those that the style is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clausetree.importing.word.names import child, number, switched_on, value, w


@dataclass(frozen=True, slots=True)
class Style:
    """A style by its own words. `numbering` names the list and the level that it begins, where it says so."""

    id: str
    name: str
    based_on: str | None
    list: str | None
    level: int | None
    outline: int | None
    hidden: bool | None
    bold: bool | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids; `usual` is the id of what paragraphs have that name none.

    `language` is that of words which say no other, or "".
    """

    by_id: Mapping[str, Style] = field(default_factory=dict)
    usual: str | None = None
    language: str = ""
    _chains: dict[str | None, Sequence[Style]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def chain(self, key: str | None) -> Sequence[Style]:
        """Return a style and those that it is based on; each once, even where they go round in a circle."""
        known = self._chains.get(key)
        if known is None:
            known = self._chains[key] = tuple(self._chained(key))
        return known

    def _chained(self, key: str | None) -> Iterator[Style]:
        met: set[str] = set()
        style = self.by_id.get(key or self.usual or "")
        while style is not None and style.id not in met:
            met.add(style.id)
            yield style
            style = self.by_id.get(style.based_on or "")

    def name(self, key: str | None) -> str:
        """Return the name of a style in small letters: Word writes it in any."""
        return next((style.name for style in self.chain(key)), "")


def read_styles(root: Element | None) -> Styles:
    """Read the part `styles.xml`."""
    if root is None:
        return Styles()
    elements = root.findall(w("style"))
    styles = [_style(element) for element in elements]
    usual = next(
        (
            element.get(w("styleId"))
            for element in elements
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on")
        ),
        None,
    )
    by_id = {style.id: style for style in styles}
    said = next((style.language for style in Styles(by_id, usual).chain(None) if style.language), "")
    return Styles(by_id, usual, said or value(root, "docDefaults", "rPrDefault", "rPr", "lang") or "")


def _style(element: Element) -> Style:
    paragraph = child(element, "pPr")
    return Style(
        id=element.get(w("styleId")) or "",
        name=(value(element, "name") or "").lower(),
        based_on=value(element, "basedOn"),
        list=value(paragraph, "numPr", "numId"),
        level=number(paragraph, "numPr", "ilvl"),
        outline=number(paragraph, "outlineLvl"),
        hidden=switched_on(element, "rPr", "vanish"),
        bold=switched_on(element, "rPr", "b"),
        language=value(element, "rPr", "lang") or "",
    )
