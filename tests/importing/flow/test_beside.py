"""Words have an arrow where one lies clearly nearer than all others."""

from __future__ import annotations

import pytest

from clausetree.importing.flow.beside import Area, Line, arrows_of

_DOWN: Line = ((100, 0), (100, 200))
_RIGHT: Line = ((100, 0), (300, 0))


@pytest.mark.parametrize(
    ("area", "lines", "expected"),
    [
        (Area(90, 80, 40, 20), [_RIGHT, _DOWN], 1),  # it lies on the arrow
        (Area(110, 80, 40, 20), [_RIGHT, _DOWN], 1),  # beside it
        (Area(130, 80, 40, 20), [_DOWN], None),  # farther off than it is high
        (Area(105, 5, 40, 20), [_RIGHT, _DOWN], None),  # in the corner between two
        (Area(110, 80, 40, 20), [_DOWN, ((160, 0), (160, 200))], None),  # between two that are as near
        (Area(110, 80, 40, 20), [_DOWN, ((190, 0), (190, 200))], 0),
        (Area(110, 80, 40, 20), [(), _DOWN], 1),  # an arrow that does not say where it is
        (Area(110, 80, 40, 20), [], None),
        (Area(230, 90, 40, 20), [((100, 0), (300, 0), (300, 200)), _DOWN], None),
        (Area(260, 90, 40, 20), [((100, 0), (300, 0), (300, 200)), _DOWN], 0),  # round a corner
    ],
)
def test_the_nearest_arrow_has_them(area: Area, lines: list[Line], expected: int | None) -> None:
    assert arrows_of([area], lines) == [expected]


def test_two_that_lie_on_one_arrow_are_both_left_open() -> None:
    areas = [Area(90, 20, 40, 20), Area(90, 150, 40, 20), Area(200, 0, 40, 20)]
    assert arrows_of(areas, [_RIGHT, _DOWN]) == [None, None, 0]
