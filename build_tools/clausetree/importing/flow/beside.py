"""Words that lie on an arrow of a drawing, or beside it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

type Point = tuple[float, float]
type Line = tuple[Point, ...]
"""The corners of an arrow, from its beginning to its end."""

_STEPS = 50


@dataclass(frozen=True, slots=True)
class Area:
    """Where words stand, in the units of their drawing."""

    left: float
    top: float
    width: float
    height: float

    def distance(self, point: Point) -> float:
        """Return how far a point lies outside; 0 within."""
        x, y = point
        across = max(self.left - x, 0, x - self.left - self.width)
        down = max(self.top - y, 0, y - self.top - self.height)
        return math.hypot(across, down)


def arrows_of(areas: Sequence[Area], lines: Sequence[Line]) -> list[int | None]:
    """Return for each area the line whose words it has for certain; None where that is not clear.

    It is clear where one line is as near as a line of writing is high, all others are farther by as much again,
    and no other words lie on it.
    """
    nearest = [_nearest(area, lines) for area in areas]
    claimed = Counter(nearest)
    return [None if at is None or claimed[at] > 1 else at for at in nearest]


def _nearest(area: Area, lines: Sequence[Line]) -> int | None:
    high = min(area.width, area.height)
    far = sorted((min(map(area.distance, _points(line))), at) for at, line in enumerate(lines) if line)
    if not far or far[0][0] > high or (len(far) > 1 and far[1][0] < far[0][0] + high):
        return None
    return far[0][1]


def _points(line: Line) -> list[Point]:
    """Points on a line, near enough to each other for words."""
    return [
        (x + (to_x - x) * step / _STEPS, y + (to_y - y) * step / _STEPS)
        for (x, y), (to_x, to_y) in zip(line, line[1:] or line, strict=False)
        for step in range(_STEPS + 1)
    ]
