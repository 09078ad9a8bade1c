"""The figures below a heading with a number, which are counted anew below each: (1) below § 3 is § 3(1)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetree.policy.labels.divisions import is_division
from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.numbers.counting import follows, is_first, readings

_FIGURE = re.compile(r"(?:(?P<above>\d{1,3}[A-Za-z]?)\s?)?\((?P<own>\d{1,2}[A-Za-z]?)\)(?=\s+\S)", re.ASCII)
_HEADS = (Form.SIGN, Form.WORD, Form.SINGLE, Form.CODE)


def with_subsections(
    units: Sequence[Beginning], labels: Sequence[Label | None], around: Sequence[int | None]
) -> list[Label | None]:
    """Return the labels with those of the paragraphs that begin with such a figure.

    In brackets it counts where (1) stands right below the heading, or right behind the number of a paragraph:
    "3(1)". A number such as 1 counts so where the same one stands below another heading as well.
    """
    headed = list(_headed(units, labels))
    doubled = _owners_of_doubled(units, labels, headed, around)
    made = list(labels)
    bracketed = _Bracketed()
    for at, (unit, label) in enumerate(zip(units, labels, strict=True)):
        above = labels[owner] if (owner := headed[at]) is not None else None
        if label is None:
            made[at] = bracketed.next(unit)
        else:
            bracketed = _Bracketed(above if owner == at else None)
            numbered = unit.place is Place.PARAGRAPH and label.form is Form.SINGLE and owner in doubled
            made[at] = _within(above, label.printed, label.number) if numbered and above else label
    return made


class _Bracketed:
    """Takes the units without a number below what has one, which is the `owner` of the figures in brackets."""

    def __init__(self, owner: Label | None = None) -> None:
        self._owner = owner
        self._last = ""

    def next(self, unit: Beginning) -> Label | None:
        if unit.place is Place.HEADING:
            self._owner = None
        match = _FIGURE.match(unit.words) if unit.place is Place.PARAGRAPH else None
        if match is None:
            # Below words that stand between, (1) is an item of them.
            self._owner = self._owner if self._last else None
            return None
        if match["above"] and _comes_next("", match["own"]):
            self._owner, self._last = Label(match["above"], match["above"], Form.SINGLE), ""
        elif match["above"]:
            return None
        if self._owner is None or not _comes_next(self._last, match["own"]):
            return None
        self._last = match["own"]
        return _within(self._owner, match[0], self._last)


def _headed(units: Sequence[Beginning], labels: Sequence[Label | None]) -> Iterator[int | None]:
    """Yield for each unit the place of the heading above it, or its own, if that has a number of its own."""
    heading: int | None = None
    for at, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if unit.place is Place.HEADING:
            heading = at if label and label.form in _HEADS and not is_division(label) else None
        yield heading


def _owners_of_doubled(
    units: Sequence[Beginning],
    labels: Sequence[Label | None],
    headed: Sequence[int | None],
    around: Sequence[int | None],
) -> frozenset[int | None]:
    """Return the places of the headings of words or signs below which a number stands that others have, too."""
    found = [
        (around[at], label.number, headed[at])
        for at, (unit, label) in enumerate(zip(units, labels, strict=True))
        if label and label.form is Form.SINGLE and unit.place is Place.PARAGRAPH and headed[at] is not None
    ]
    counts = Counter((division, number) for division, number, _ in set(found))
    return frozenset(heading for division, number, heading in found if counts[division, number] > 1)


def _comes_next(last: str, own: str) -> bool:
    if not last:
        return is_first(readings(own)[0])
    return any(follows(before, after) for before in readings(last) for after in readings(own))


def _within(owner: Label, printed: str, own: str) -> Label:
    return replace(owner, printed=printed, number=f"{owner.number}({own})", form=Form.SUBSECTION)
