"""What two people changed in ways that cannot both stand: it is asked, and never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Choice(StrEnum):
    """What is taken. Where something was added by each, both can be, first what is published."""

    MINE = "mine"
    PUBLISHED = "published"
    BOTH = "both"


class Clash(StrEnum):
    """Why it is asked. The value is what whoever merges is told."""

    CHANGED = "You have changed this, and so has the published site."
    GONE_HERE = "You have removed this. On the published site it has changed."
    GONE_THERE = "You have changed this. On the published site it is gone."
    ADDED = "You and the published site have each added this, in other words."
    PLACED = "You and the published site have each added something at this place."
    MOVED = "You and the published site have each moved or added something here, and the order is not certain."
    UNREADABLE = "What you and the published site have changed cannot be read when it is put together."


@dataclass(frozen=True, slots=True)
class Conflict:
    """`where` leads from the file to the place, in words. A text is None where one of the three has nothing.

    `id` is the same each time that the same three folders are merged.
    """

    id: str
    file: str
    where: tuple[str, ...]
    what: Clash
    base: str | None
    mine: str | None
    published: str | None
    choices: tuple[Choice, ...]


@dataclass(slots=True)
class Judge:
    """Who decides: `chosen` by the id of a conflict; mine, until somebody has chosen."""

    chosen: Mapping[str, Choice] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)

    def decide(
        self,
        place: Place,
        what: Clash,
        texts: tuple[str | None, str | None, str | None],
        *more: Choice,
    ) -> Choice:
        """Return what is taken of `texts`: the base, mine and what is published."""
        alike = [one for one in self.conflicts if (one.file, one.where) == (place.file, place.where)]
        id_ = "\n".join([place.file, *place.where, str(len(alike) + 1)])
        choices = (Choice.MINE, Choice.PUBLISHED, *more)
        self.conflicts.append(Conflict(id_, place.file, place.where, what, *texts, choices))
        chosen = self.chosen.get(id_, Choice.MINE)
        return chosen if chosen in choices else Choice.MINE


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, as words lead to it."""

    file: str
    where: tuple[str, ...] = ()

    def within(self, name: str) -> Place:
        """Return the place of that name within this one."""
        return Place(self.file, (*self.where, name)) if name else self
