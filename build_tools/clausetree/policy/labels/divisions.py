"""Schedules, appendices and other parts, within which numbers may begin again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.numbers.nouns import is_of_annex, is_of_part

_BEGIN_AGAIN = (Form.SINGLE, Form.DECIMAL)
_FIRST = re.compile(r"1(?:\.[01])*", re.ASCII)
_DEEPEST = 7
"""A part that no heading begins is ended by any heading, and by the next part."""


def is_part(label: Label | None) -> bool:
    """Tell whether clauses may stand in what has this label, numbered anew."""
    return label is not None and label.form is Form.WORD and is_of_part(label.number)


def parts_around(units: Sequence[Beginning], labels: Sequence[Label | None]) -> list[int | None]:
    """Return for each unit the place of the innermost part that it stands in; of a schedule, the schedule."""
    if not any(map(is_part, labels)):
        return [None] * len(units)
    open_parts: list[tuple[int, int]] = []  # level, place
    around: list[int | None] = []
    for at, (unit, label) in enumerate(zip(units, labels, strict=True)):
        heads = unit.place is Place.HEADING
        level = unit.level if heads else _DEEPEST
        while open_parts and (heads or is_part(label)) and open_parts[-1][0] >= level:
            open_parts.pop()
        around.append(_named_by([part for _, part in open_parts], labels))
        if is_part(label):
            open_parts.append((level, at))
    return around


def _named_by(parts: Sequence[int], labels: Sequence[Label | None]) -> int | None:
    annexes = (part for part in parts if (label := labels[part]) and is_of_annex(label.number))
    return next(annexes, parts[-1] if parts else None)


def within_parts(labels: Sequence[Label | None], around: Sequence[int | None]) -> list[Label | None]:
    """Name the part in the labels of a kind of which a number stands both in that part and outside it."""
    if not any(part is not None for part in around):
        return list(labels)
    used: dict[tuple[str, str], set[int | None]] = {}
    for label, part in zip(labels, around, strict=True):
        if label is not None and label.form is not Form.ITEM:
            used.setdefault((_kind(label), label.number), set()).add(part)
    doubled = {(kind, part) for (kind, _), parts in used.items() if len(parts) > 1 for part in parts}
    return [
        replace(label, part=named.number)
        if label and part is not None and (_kind(label), part) in doubled and (named := labels[part])
        else label
        for label, part in zip(labels, around, strict=True)
    ]


def within_letters(units: Sequence[Beginning], labels: Sequence[Label | None]) -> list[Label | None]:
    """Put the letter of the heading above before numbers that begin again: 1 below "B. Fees" is B.1.

    They do where the first number in two such places is 1 or 1.1, and one of them stands elsewhere as well. A
    number that was written twice by a slip stays what it is. A roman numeral is a letter too.
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

    A part ends what was open: within it numbers are told apart by its name.
    """
    open_letters: list[tuple[int, int]] = []
    for at, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if unit.place is Place.HEADING:
            while open_letters and open_letters[-1][0] >= unit.level:
                open_letters.pop()
        if is_part(label):
            open_letters.clear()
        yield open_letters[-1][1] if open_letters else None
        if label is not None and label.form is Form.ROMAN and unit.place is Place.HEADING:
            open_letters.append((unit.level, at))


def _at(labels: Sequence[Label | None], at: int | None) -> Label | None:
    return labels[at] if at is not None else None


def _kind(label: Label) -> str:
    """Articles are numbered by themselves, and chapters are."""
    noun = label.number.rpartition(" ")[0].casefold() if label.form is Form.WORD else ""
    return f"{label.form.name} {noun}"
