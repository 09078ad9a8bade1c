"""How long there is to do something: "72 hours", "20 working days", "3 months less a day"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a period is counted in. The value is the word that an author writes of one."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """An `amount` of a unit, which is not negative.

    `less_a_day` ends it on the day before: for periods that begin with the day of the event. `to_working_day`
    moves an end on which nobody works to the next day on which people do.
    """

    amount: int
    unit: Unit
    less_a_day: bool = False
    to_working_day: bool = False

    @property
    def needs_calendar(self) -> bool:
        """Whether nobody can count it who does not know the working days."""
        return self.unit is Unit.WORKING_DAY or self.to_working_day
