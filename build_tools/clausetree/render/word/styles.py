"""The styles of a document: Word's own, by the names that every Word knows them by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from clausetree.render.html.direction import direction_of
from clausetree.render.word.around import BODY, CITED, EDITORIAL, MEANING, NOTE, QUOTE, RULE, TERM, WITHIN
from clausetree.render.word.xml import part, tag, val

_LETTERS: Final = "Arial"
_SIZE: Final = 22
"""Half points."""
_HEADINGS: Final = (32, 26, 24, 22, 22)
_STEP: Final = 567
"""In twentieths of a point: 1 cm."""


def id_of(name: str) -> str:
    """Return what a style is called within a document: its name with capitals and without blanks."""
    return "".join(f"{word[:1].upper()}{word[1:]}" for word in name.split())


def styles_part(language: str, used: Iterable[str]) -> bytes:
    """Return the part. The words are in this language, and paragraphs have the styles `used`."""
    fonts = tag("w:rFonts", w_ascii=_LETTERS, w_hAnsi=_LETTERS, w_cs=_LETTERS)
    size = val("w:sz", _SIZE) + val("w:szCs", _SIZE)
    from_the_right = direction_of(language) == "rtl"
    turned, lines = (tag("w:rtl"), tag("w:bidi")) if from_the_right else ("", "")
    usual = tag(
        "w:rPrDefault", tag("w:rPr", fonts, size, turned, tag("w:lang", w_val=language, w_bidi=language))
    )
    spaced = tag(
        "w:pPrDefault", tag("w:pPr", lines, tag("w:spacing", w_after=120, w_line=276, w_lineRule="auto"))
    )
    return part("w:styles", tag("w:docDefaults", usual, spaced), *_styles(), *_within(used))


def _styles() -> Iterator[str]:
    yield _style("paragraph", "Normal", default=True)
    yield _style("character", "Default Paragraph Font", default=True)
    yield _style("paragraph", BODY, based="Normal")
    title = tag("w:pPr", tag("w:spacing", w_after=240))
    yield _style("paragraph", "Title", title + _look(40), based="Normal", then=BODY)
    for at, size in enumerate(_HEADINGS):
        kept = tag("w:keepNext") + tag("w:spacing", w_before=240, w_after=120) + val("w:outlineLvl", at)
        yield _style(
            "paragraph", f"heading {at + 1}", tag("w:pPr", kept) + _look(size), based="Normal", then=BODY
        )
    yield _style("paragraph", "List Paragraph", based="Normal")
    for depth in range(1, 6):
        name = f"List Continue {depth}".removesuffix(" 1")
        yield _style("paragraph", name, _inset(depth), based="Normal")
    for name in (QUOTE, MEANING):
        yield _style("paragraph", name, _inset(1), based="Normal")
    term = tag("w:pPr", tag("w:keepNext")) + tag("w:rPr", tag("w:b"))
    yield _style("paragraph", TERM, term, based="Normal", then=MEANING)
    side = tag("w:bottom", w_val="single", w_sz=4, w_space=1, w_color="auto")
    yield _style("paragraph", RULE, tag("w:pPr", tag("w:pBdr", side)), based="Normal", then=BODY)
    yield _style("paragraph", EDITORIAL, tag("w:rPr", tag("w:i")), based="Normal", then=BODY)
    yield _style("paragraph", "Table Text", tag("w:pPr", tag("w:spacing", w_after=60)), based="Normal")
    for name in (NOTE, "footnote text"):
        yield _style("paragraph", name, tag("w:rPr", val("w:sz", 18)), based="Normal")
    raised = tag("w:rPr", val("w:vertAlign", "superscript"))
    yield _style("character", "footnote reference", raised)
    blue = tag("w:rPr", val("w:color", "0563C1"), val("w:u", "single"))
    yield _style("character", "Hyperlink", blue)
    yield _style("character", CITED, tag("w:rPr", val("w:color", "0563C1")))
    yield _style(
        "character", "Code", tag("w:rPr", tag("w:rFonts", w_ascii="Courier New", w_hAnsi="Courier New"))
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (tag(f"w:{side}", w_val="single", w_sz=4, w_space=0, w_color="auto") for side in sides)
    yield _style("table", "Table Grid", tag("w:tblPr", tag("w:tblBorders", *lines)))


def _within(used: Iterable[str]) -> Iterator[str]:
    """Yield the styles for what stands in something else: they look like those outside, and stand in."""
    for name in dict.fromkeys(used):
        kind, *around = name.split(WITHIN)
        item = re.fullmatch(r"List Item(?: \d+)?", kind)
        deeper = re.fullmatch(r"(List Continue|heading) ([6-9]|\d\d+)", kind)
        if around or item or deeper or kind.endswith(" Continue"):
            based = "List Paragraph" if item else f"{deeper[1]} 5" if deeper else kind.removesuffix(" Continue")
            depth = len(around) + (kind in (QUOTE, MEANING))
            yield _style("paragraph", name, "" if item or not around else _inset(depth), based=based)


def _inset(depth: int) -> str:
    return tag("w:pPr", tag("w:ind", w_left=_STEP * depth))


def _look(size: int) -> str:
    return tag("w:rPr", tag("w:b"), val("w:sz", size), val("w:szCs", size))


def _style(
    kind: str, name: str, look: str = "", *, based: str = "", then: str = "", default: bool = False
) -> str:
    about = val("w:name", name)
    about += val("w:basedOn", id_of(based)) if based else ""
    about += val("w:next", id_of(then)) if then else ""
    said = {"w_default": "1"} if default else {}
    return tag("w:style", about, look, w_type=kind, w_styleId=id_of(name), **said)
