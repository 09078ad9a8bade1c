"""The drawing of a procedure on paper: in letters that are always there, as large as a page has room for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from clausetree.render.tree.picture.dot import WHO

SMALLEST: Final = 6.0
"""Smaller letters than this, in points, nobody reads on paper."""
_AMONG_WORDS = 9.0
"""The smallest with which a drawing stands among the words, and gets no page of its own."""
_LARGER = 1.12
"""Graphviz left room for letters that are so much wider than those that are printed."""
_SIGNS = "New Computer Modern"
"""The family, which Typst brings, that has the sign before who has something to do."""
_SIZE = re.compile(r'<svg\b[^>]* width="([0-9.]+)pt" height="([0-9.]+)pt"')
_BOX = re.compile(r'<a href="#(?P<href>[^"]*)".*?<text\b[^>]*>', re.DOTALL)
"""A box up to its first words."""
_LETTERS = re.compile(r'font-family="[^"]*" font-size="([0-9.]+)"')


class Sheet(Enum):
    """What a drawing stands on. The value is the width and the height of the room for it, in points."""

    AMONG_WORDS = (470.0, 600.0)
    UPRIGHT = (538.0, 670.0)
    TURNED = (785.0, 420.0)


@dataclass(frozen=True, slots=True)
class Printed:
    """A drawing on a sheet, `width` points wide."""

    sheet: Sheet
    width: float


def fitted(svg: str) -> Printed | None:
    """Return how a drawing is printed; None where no page has room for it in letters that can be read."""
    found = _SIZE.search(svg)
    assert found, "Graphviz says how large its drawings are"
    width, height = float(found[1]), float(found[2])
    letters = _LARGER * min(map(float, _LETTERS.findall(svg)))
    scales = {sheet: min(sheet.value[0] / width, sheet.value[1] / height, 1.0) for sheet in Sheet}
    among = scales.pop(Sheet.AMONG_WORDS)
    if letters * among >= _AMONG_WORDS:
        return Printed(Sheet.AMONG_WORDS, round(width * among, 1))
    # Of two pages that show it as large, the first need not be turned.
    sheet = max(scales, key=scales.__getitem__)
    return Printed(sheet, round(width * scales[sheet], 1)) if letters * scales[sheet] >= SMALLEST else None


def in_print(svg: str, family: str, numbers: Mapping[str, int]) -> str:
    """Return the drawing in a family of letters that is printed, and in each box the number of its heading.

    `numbers` has it by what the box links to.
    """

    def numbered(box: re.Match[str]) -> str:
        number = numbers.get(box["href"])
        return f"{box[0]}{number}. " if number else box[0]

    lettered = _LETTERS.sub(
        lambda found: f'font-family="{family}" font-size="{float(found[1]) * _LARGER:.2f}"', svg
    )
    # Of a run of words with a sign that a family lacks, all would be in the letters of another.
    signed = lettered.replace(f">{WHO}", f'><tspan font-family="{_SIGNS}">{WHO.strip()}</tspan> ')
    return _BOX.sub(numbered, signed)
