"""What the styles of a document say: how words look, and which list a paragraph stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clausetree.importing.open_document.names import inner, named, number, q, said
from clausetree.policy.document import Mark

_BOLD = {"bold", "600", "700", "800", "900"}


@dataclass(frozen=True, slots=True)
class Style:
    """`list` is "" where a list is taken back, and None where nothing is said; so with what may be unsaid.

    An `automatic` style is how a writer set one paragraph apart, not one that has a name for him.
    """

    name: str
    parent: str
    automatic: bool
    list: str | None
    outline: int | None
    bold: bool | None
    italic: bool | None
    raised: Mark | None
    hidden: bool | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list counts. `pattern` is the whole of it, as in "%1%.%2%.", where that is said."""

    form: str = "1"
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    bullet: bool = False
    repeats: bool = False
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class ListStyle:
    """Levels from 0. A `consecutive` list counts on through all of them."""

    levels: Mapping[int, Level]
    consecutive: bool = False


class Styles:
    """The styles of a document by their names."""

    def __init__(self, roots: tuple[Element | None, ...]) -> None:
        """Take the roots of the parts that have styles; the first of two with one name counts."""
        self._styles: dict[tuple[str, str], Style] = {}
        self.lists: dict[str, ListStyle] = {}
        self.outline = ListStyle({})
        self.language = ""
        for root in roots:
            for group in inner(root, "office:automatic-styles", "office:styles"):
                for element in group:
                    self._take(element, named(group) == "office:automatic-styles")

    def _take(self, element: Element, automatic: bool) -> None:
        match named(element):
            case "style:style":
                name = said(element, "style:name")
                self._styles.setdefault((said(element, "style:family"), name), _style(element, automatic))
            case "style:default-style" if said(element, "style:family") == "paragraph":
                self.language = self.language or _language(next(inner(element, "style:text-properties"), None))
            case "text:list-style":
                self.lists.setdefault(said(element, "style:name"), _list_style(element))
            case "text:outline-style":
                self.outline = _list_style(element)
                self.lists.setdefault(said(element, "style:name"), self.outline)

    def chain(self, family: str, name: str) -> Iterator[Style]:
        """Yield a style and those that it rests on."""
        met = set()
        while name and name not in met:
            met.add(name)
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.parent


def _style(element: Element, automatic: bool) -> Style:
    words = next(inner(element, "style:text-properties"), None)
    weight, slope, display, position = (
        "" if words is None else said(words, name)
        for name in ("fo:font-weight", "fo:font-style", "text:display", "style:text-position")
    )
    place = position.split(" ")[0]
    lowered = place == "sub" or place.startswith("-")
    lifted = place == "super" or (place.endswith("%") and place not in ("0%", "-0%") and not lowered)
    return Style(
        (said(element, "style:display-name") or said(element, "style:name").replace("_20_", " ")).lower(),
        said(element, "style:parent-style-name"),
        automatic,
        element.get(q("style:list-style-name")),
        number(element, "style:default-outline-level", 0) or None,
        weight in _BOLD if weight else None,
        slope in ("italic", "oblique") if slope else None,
        Mark.SUBSCRIPT if lowered else Mark.SUPERSCRIPT if lifted else None,
        display == "none" if display else None,
        _language(words),
    )


def _language(words: Element | None) -> str:
    names = [] if words is None else [said(words, name) for name in ("fo:language", "fo:country")]
    return "-".join(name for name in names if name not in ("", "none"))


def _list_style(element: Element) -> ListStyle:
    levels = {number(level, "text:level", 1) - 1: _level(level) for level in element}
    return ListStyle(levels, said(element, "text:consecutive-numbering") == "true")


def _level(element: Element) -> Level:
    return Level(
        said(element, "style:num-format"),
        said(element, "style:num-prefix") or said(element, "loext:num-prefix"),
        said(element, "style:num-suffix") or said(element, "loext:num-suffix"),
        number(element, "text:display-levels", 1),
        number(element, "text:start-value", 1),
        named(element) in ("text:list-level-style-bullet", "text:list-level-style-image"),
        said(element, "style:num-letter-sync") == "true",
        said(element, "style:num-list-format") or said(element, "loext:num-list-format"),
    )
