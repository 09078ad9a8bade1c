"""Lists whose items are the clauses of a policy: numbered through it from 1, and never anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetree.policy.labels.divisions import is_division
from clausetree.policy.labels.label import Beginning, Form, Label, Place

_FIGURES = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class _List:
    """A list that stands in no other: the places of its items and their numbers, and how it begins."""

    items: tuple[tuple[int, int], ...]
    under_heading: bool
    may_begin: bool

    @property
    def first(self) -> int:
        return self.items[0][1]

    @property
    def last(self) -> int:
        return self.items[-1][1]


def clauses_in_lists(
    units: Sequence[Beginning], labels: Sequence[Label | None], around: Sequence[int | None]
) -> Iterator[tuple[int, str]]:
    """Yield the place and the number of each item that is a clause.

    The first list stands below a heading that has no number, or below that of a division. What begins again
    below another heading is a list like any other, and then the first is too; so it is where headings have the
    same numbers, or clauses numbers like 1.1 that do not agree.
    """
    for division in dict.fromkeys(around):
        places = [at for at, own in enumerate(around) if own == division]
        run = list(_numbered_run(list(_lists(places, units, labels))))
        if len(run) > 1 and _is_free(places, labels, dict(run)) and _agrees(places, labels, dict(run)):
            yield from ((at, str(number)) for at, number in run)


def _lists(
    places: Sequence[int], units: Sequence[Beginning], labels: Sequence[Label | None]
) -> Iterator[_List]:
    items: list[tuple[int, int]] = []
    began = 0
    for at in [*places, None]:
        unit = units[at] if at is not None else None
        if unit and unit.place is Place.ITEM and unit.level > 0:
            continue
        number = _FIGURES.match(unit.list_label) if unit and unit.place is Place.ITEM else None
        if at is not None and number and labels[at] is None:
            began = began if items else at
            items.append((at, int(number[0])))
        elif items:
            yield _list_of(items, began - 1, units, labels)
            items = []


def _list_of(
    items: list[tuple[int, int]], above: int, units: Sequence[Beginning], labels: Sequence[Label | None]
) -> _List:
    label = labels[above] if above >= 0 else None
    begins_section = above < 0 or units[above].place is Place.HEADING or is_division(label)
    plain = label is None or label.form is Form.ROMAN or is_division(label)
    return _List(tuple(items), begins_section, begins_section and plain)


def _numbered_run(lists: Sequence[_List]) -> Iterator[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for one in lists:
        goes_on = bool(found) and one.first == found[-1][1] + 1
        if goes_on or (not found and one.may_begin and one.first == 1):
            found += one.items
        elif found and one.first == 1 and one.under_heading:
            return
    yield from found


def _is_free(places: Sequence[int], labels: Sequence[Label | None], run: dict[int, int]) -> bool:
    """Tell whether nothing else is numbered so."""
    taken = {label.number for at in places if (label := labels[at]) and label.form is Form.SINGLE}
    return taken.isdisjoint(map(str, run.values()))


def _agrees(places: Sequence[int], labels: Sequence[Label | None], run: dict[int, int]) -> bool:
    """Tell whether each 2.1 stands below 2."""
    now = 0
    for at in places:
        label = labels[at]
        now = run.get(at, now)
        if label and label.form is Form.DECIMAL and not label.number.startswith(f"{now}."):
            return False
    return True
