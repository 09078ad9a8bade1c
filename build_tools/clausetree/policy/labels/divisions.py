"""Schedules, appendices and other divisions, within which numbers may begin again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.numbers.nouns import is_of_annex, is_of_division

_BEGIN_AGAIN = (Form.SINGLE, Form.DECIMAL)
_FIRST = re.compile(r"1(?:\.[01])*", re.ASCII)
_DEEPEST = 7
"""A division that no heading begins is ended by any heading, and by the next division."""


def is_division(label: Label | None) -> bool:
    """Tell whether clauses may stand in what has this label, numbered anew."""
    return label is not None and label.form is Form.WORD and is_of_division(label.number)


def divisions_around(units: Sequence[Beginning], labels: Sequence[Label | None]) -> list[int | None]:
    """Return for each unit the place of the innermost division around it; of a schedule, the schedule."""
    if not any(map(is_division, labels)):
        return [None] * len(units)
    open_divisions: list[tuple[int, int]] = []  # level, place
    around: list[int | None] = []
    for at, (unit, label) in enumerate(zip(units, labels, strict=True)):
        is_heading = unit.place is Place.HEADING
        level = unit.level if is_heading else _DEEPEST
        while open_divisions and (is_heading or is_division(label)) and open_divisions[-1][0] >= level:
            open_divisions.pop()
        around.append(_named_by([division for _, division in open_divisions], labels))
        if is_division(label):
            open_divisions.append((level, at))
    return around


def _named_by(divisions: Sequence[int], labels: Sequence[Label | None]) -> int | None:
    annexes = (division for division in divisions if (label := labels[division]) and is_of_annex(label.number))
    return next(annexes, divisions[-1] if divisions else None)


def within_divisions(labels: Sequence[Label | None], around: Sequence[int | None]) -> list[Label | None]:
    """Name the division in the labels of a kind of which a number stands both in it and outside it."""
    if not any(division is not None for division in around):
        return list(labels)
    used: dict[tuple[str, str], set[int | None]] = {}
    for label, division in zip(labels, around, strict=True):
        if label is not None and label.form is not Form.ITEM:
            used.setdefault((_kind_of_label(label), label.number), set()).add(division)
    doubled = {
        (kind, division)
        for (kind, _), divisions in used.items()
        if len(divisions) > 1
        for division in divisions
    }
    return [
        replace(label, division=named.number)
        if label
        and division is not None
        and (_kind_of_label(label), division) in doubled
        and (named := labels[division])
        else label
        for label, division in zip(labels, around, strict=True)
    ]


def within_letters(units: Sequence[Beginning], labels: Sequence[Label | None]) -> list[Label | None]:
    """Put the letter of the heading above before numbers that begin again: 1 below "B. Fees" is B.1.

    They do where the first number in two such places is 1 or 1.1, and one of them stands elsewhere as well. A
    number that was written twice by mistake stays what it is. A roman numeral is a letter too.
    """
    above = list(_lettered_above(units, labels))
    used: dict[str, set[int | None]] = {}
    first: dict[int | None, str] = {}
    for label, heading in zip(labels, above, strict=True):
        if label is not None and label.form in _BEGIN_AGAIN:
            used.setdefault(label.number, set()).add(heading)
            first.setdefault(heading, label.number)
    doubled = {heading for headings in used.values() if len(headings) > 1 for heading in headings}
    again = {heading for heading in doubled if _FIRST.fullmatch(first[heading])}
    if len(again) == 1:
        return list(labels)
    return [
        replace(label, number=f"{letter.number}.{label.number}", form=Form.LETTER_DOT)
        if label and label.form in _BEGIN_AGAIN and heading in again and (letter := _at(labels, heading))
        else label
        for label, heading in zip(labels, above, strict=True)
    ]


def _lettered_above(units: Sequence[Beginning], labels: Sequence[Label | None]) -> Iterator[int | None]:
    """Yield for each unit the place of the innermost heading with a letter that it stands below.

    A division ends what was open: within it numbers are told apart by its name.
    """
    open_letters: list[tuple[int, int]] = []
    for at, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if unit.place is Place.HEADING:
            while open_letters and open_letters[-1][0] >= unit.level:
                open_letters.pop()
        if is_division(label):
            open_letters.clear()
        yield open_letters[-1][1] if open_letters else None
        if label is not None and label.form is Form.ROMAN and unit.place is Place.HEADING:
            open_letters.append((unit.level, at))


def _at(labels: Sequence[Label | None], at: int | None) -> Label | None:
    return labels[at] if at is not None else None


def _kind_of_label(label: Label) -> str:
    """Articles are numbered by themselves, and chapters are."""
    noun = label.number.rpartition(" ")[0].casefold() if label.form is Form.WORD else ""
    return f"{label.form.name} {noun}"
