"""The styles of a document: Word's own, by the names that every Word knows them by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetree.render.html.direction import direction_of
from clausetree.render.word.xml import part, tag, val

_LETTERS: Final = "Arial"
_SIZE: Final = 22
"""Half points."""
_HEADINGS: Final = (32, 26, 24, 22, 22)


def styles_part(language: str) -> bytes:
    """Return the part. The words are in this language."""
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
    return part("w:styles", tag("w:docDefaults", usual, spaced), *_styles())


def _styles() -> Iterator[str]:
    yield _style("paragraph", "Normal", "Normal", default=True)
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    yield _style("paragraph", "BodyText", "Body Text", based="Normal")
    title = tag("w:pPr", tag("w:spacing", w_after=240))
    yield _style("paragraph", "Title", "Title", title + _look(40), based="Normal", then="BodyText")
    for at, size in enumerate(_HEADINGS):
        kept = tag("w:keepNext") + tag("w:spacing", w_before=240, w_after=120) + val("w:outlineLvl", at)
        look = tag("w:pPr", kept) + _look(size)
        yield _style(
            "paragraph", f"Heading{at + 1}", f"heading {at + 1}", look, based="Normal", then="BodyText"
        )
    yield _style("paragraph", "ListParagraph", "List Paragraph", based="Normal")
    for depth in range(1, 6):
        inset = tag("w:pPr", tag("w:ind", w_left=567 * depth))
        name = "" if depth == 1 else str(depth)
        yield _style("paragraph", f"ListContinue{name}", f"List Continue {name}".strip(), inset, based="Normal")
    quoted = tag("w:pPr", tag("w:ind", w_left=567, w_right=567))
    yield _style("paragraph", "Quote", "Quote", quoted, based="Normal")
    yield _style(
        "paragraph", "TableText", "Table Text", tag("w:pPr", tag("w:spacing", w_after=60)), based="Normal"
    )
    yield _style("paragraph", "FootnoteText", "footnote text", tag("w:rPr", val("w:sz", 18)), based="Normal")
    raised = tag("w:rPr", val("w:vertAlign", "superscript"))
    yield _style("character", "FootnoteReference", "footnote reference", raised)
    blue = tag("w:rPr", val("w:color", "0563C1"), val("w:u", "single"))
    yield _style("character", "Hyperlink", "Hyperlink", blue)
    yield _style(
        "character", "Code", "Code", tag("w:rPr", tag("w:rFonts", w_ascii="Courier New", w_hAnsi="Courier New"))
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (tag(f"w:{side}", w_val="single", w_sz=4, w_space=0, w_color="auto") for side in sides)
    yield _style("table", "TableGrid", "Table Grid", tag("w:tblPr", tag("w:tblBorders", *lines)))


def _look(size: int) -> str:
    return tag("w:rPr", tag("w:b"), val("w:sz", size), val("w:szCs", size))


def _style(
    kind: str, key: str, name: str, look: str = "", *, based: str = "", then: str = "", default: bool = False
) -> str:
    about = (
        val("w:name", name) + (val("w:basedOn", based) if based else "") + (val("w:next", then) if then else "")
    )
    said = {"w_default": "1"} if default else {}
    return tag("w:style", about, look, w_type=kind, w_styleId=key, **said)
