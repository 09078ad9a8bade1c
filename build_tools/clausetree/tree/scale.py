"""Scales: what a scalar counts, and in which steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class DateScale(Enum):
    """Days, or minutes. The value is the word that an author writes."""

    DATE = "date"
    DATE_AND_TIME = "date and time"

    @property
    def of_limits(self) -> DateScale:
        """The scale of the bounds of such a question, and of the limits that conditions set: no times."""
        return DateScale.DATE


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Numbers with so many decimal `places`, counted by their smallest step.

    They are money where there is a `currency`: the sign or the code before an amount, "£" or "CHF".
    """

    places: int = 0
    currency: str = ""

    @property
    def of_limits(self) -> NumberScale:
        """The scale of bounds and limits: the same."""
        return self


type Scale = DateScale | NumberScale

WHOLE = NumberScale()
