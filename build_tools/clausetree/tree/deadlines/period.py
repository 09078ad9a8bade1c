"""How long somebody has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a period is counted in. The value is the singular of what an author writes."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """So many units, `less_a_day`. One that would end on no working day goes on `to_working_day`."""

    amount: int
    unit: Unit
    less_a_day: bool = False
    to_working_day: bool = False

    @property
    def in_working_days(self) -> bool:
        """Whether nobody can tell its end who does not know on which days people work."""
        return self.unit is Unit.WORKING_DAY or self.to_working_day

    @property
    def needs_calendar(self) -> bool:
        """Whether a calendar may change its end: hours go by its clocks."""
        return self.in_working_days or self.unit is Unit.HOUR

    def __str__(self) -> str:
        """Return how long it is, in words: "1 month less a day"."""
        unit = self.unit if self.amount == 1 else f"{self.unit}s"
        return f"{self.amount} {unit}{' less a day' if self.less_a_day else ''}"
