"""How a drawing is put on paper: where there is room for it, in letters that can be read."""

from __future__ import annotations

import re

import pytest

from clausetree.render.typst.drawing import Printed, Sheet, fitted, in_print

BOX = """\
<a href="#t--{name}" aria-label="x"><path d="M0,0" />
<text x="1" font-family="Helvetica,Arial,sans-serif" {size}>{words}</text></a>
"""


def svg(width: float, height: float) -> str:
    boxes = "".join(
        BOX.format(name=name, words=name, size=f'font-size="{size}"')
        for name, size in (("one", "13.00"), ("two", "12.00"))
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt">{boxes}</svg>'


@pytest.mark.parametrize(
    ("width", "height", "printed"),
    [
        (300, 400, Printed(Sheet.AMONG_WORDS, 300.0)),  # never larger than it was drawn
        (600, 500, Printed(Sheet.AMONG_WORDS, 470.0)),  # as wide as the words: letters of 10.5 points
        (1000, 1200, Printed(Sheet.UPRIGHT, 538.0)),  # letters of 7.2 points
        (1570, 800, Printed(Sheet.TURNED, 785.0)),  # letters of 6.7 points
        (300, 1340, Printed(Sheet.UPRIGHT, 150.0)),  # high: letters of 6.7 points
        (1300, 1300, None),  # letters of 5.6 points
        (4000, 300, None),
    ],
)
def test_it_is_as_large_as_there_is_room(width: float, height: float, printed: Printed | None) -> None:
    assert fitted(svg(width, height)) == printed


def test_its_boxes_have_the_numbers_of_their_headings() -> None:
    drawn = in_print(svg(100, 100), "Serif", {"t--one": 1, "t--two": 12})
    assert re.findall(r">([^<>]+)</text>", drawn) == ["1. one", "12. two"]


def test_its_letters_are_those_that_are_printed_and_a_little_larger() -> None:
    drawn = in_print(svg(100, 100), "Serif", {})
    assert re.findall(r'font-family="(.*?)" font-size="(.*?)"', drawn) == [
        ("Serif", "14.56"),
        ("Serif", "13.44"),
    ]
