"""The screens of a branching scenario: what a learner reads, and which screen each button leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausetree.render.html.markup import Html


@dataclass(frozen=True, slots=True)
class Information[Key]:
    """Something to read, with one button; `to` is None where the scenario ends."""

    title: str
    body: Html
    button: str
    to: Key | None


@dataclass(frozen=True, slots=True)
class Asked[Key]:
    """A question, and the screen that each alternative leads to. There are at least two."""

    title: str
    body: Html
    alternatives: tuple[tuple[str, Key], ...]


type Screen[Key] = Information[Key] | Asked[Key]


def leads_to[Key](screen: Screen[Key]) -> tuple[Key, ...]:
    """Return the screens that a screen leads to, in order."""
    if isinstance(screen, Asked):
        return tuple(to for _, to in screen.alternatives)
    return () if screen.to is None else (screen.to,)


def each_once[Key](screens: Mapping[Key, Screen[Key]], start: Key) -> list[Screen[int]]:
    """Return the screens that `start` leads to, numbered from it; what nobody can tell apart is one screen.

    Two screens are alike that show the same and lead, button by button, to screens that are alike. All are
    taken for alike at first, and parted until no two need be.
    """
    groups: dict[Key, int] = dict.fromkeys(screens, 0)
    parted = 0
    while True:
        numbers: dict[Screen[int], int] = {}
        linked = {key: _to(screen, groups) for key, screen in screens.items()}
        groups = {key: numbers.setdefault(screen, len(numbers)) for key, screen in linked.items()}
        if len(numbers) == parted:
            break
        parted = len(numbers)
    return _numbered({groups[key]: _to(screen, groups) for key, screen in screens.items()}, groups[start])


def _numbered(screens: Mapping[int, Screen[int]], start: int) -> list[Screen[int]]:
    """Number the screens in the order in which they are come to."""
    order = {start: 0}
    waiting = [start]
    for group in waiting:
        found = [to for to in leads_to(screens[group]) if to not in order]
        order |= {to: len(order) + place for place, to in enumerate(dict.fromkeys(found))}
        waiting += dict.fromkeys(found)
    return [_to(screens[group], order) for group in waiting]


def _to[Key](screen: Screen[Key], numbers: Mapping[Key, int]) -> Screen[int]:
    if isinstance(screen, Asked):
        alternatives = tuple((words, numbers[to]) for words, to in screen.alternatives)
        return Asked(screen.title, screen.body, alternatives)
    return Information(
        screen.title, screen.body, screen.button, None if screen.to is None else numbers[screen.to]
    )
