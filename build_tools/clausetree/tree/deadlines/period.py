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
    def needs_calendar(self) -> bool:
        """Whether a calendar decides when it ends: by the days on which people work, or by its clocks."""
        return self.unit in (Unit.WORKING_DAY, Unit.HOUR) or self.to_working_day

    def __str__(self) -> str:
        """Return how long it is, in words: "1 month less a day"."""
        unit = self.unit if self.amount == 1 else f"{self.unit}s"
        return f"{self.amount} {unit}{' less a day' if self.less_a_day else ''}"
