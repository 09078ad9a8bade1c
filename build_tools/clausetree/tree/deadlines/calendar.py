"""The days on which an organisation works, and when its clocks change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known of the days from `first` to `last`, both included.

    Days are counted as dates count them, minutes from the start of day 0: on day 1 they are 1440 and more.
    `name` says in words whose calendar it is. `weekend` has days of the week, of which Monday is 0; `closed`
    the other days on which nobody works, in order. `changes` are those of the clocks, in order: the minute that
    they show when they change, and by how many minutes they go forward, or back where that is negative.
    """

    name: str
    first: int
    last: int
    weekend: tuple[int, ...]
    closed: tuple[int, ...]
    changes: tuple[tuple[int, int], ...] = ()

    def covers(self, *days: int) -> bool:
        """Return whether it speaks of all these days."""
        return all(self.first <= day <= self.last for day in days)

    def is_working(self, day: int) -> bool:
        """Return whether people work on a day that it speaks of."""
        return (day - 1) % 7 not in self.weekend and day not in self.closed

    def next_working(self, day: int) -> int | None:
        """Return the first working day after `day`; None if it knows of none."""
        return next((each for each in range(day + 1, self.last + 1) if self.is_working(each)), None)

    def elapsed(self, start: int, minutes: int) -> int:
        """Return the minute that clocks show when so many minutes have gone by since they showed `start`.

        In an hour that clocks show twice, `start` is taken for the earlier of the two.
        """
        end = start + minutes
        for change, forward in self.changes:
            if start < change <= end:
                end += forward
        return end
