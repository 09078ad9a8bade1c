"""The named forms of labels, each as it stands at the beginning of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.numbers.alphabets import CHINESE
from clausetree.policy.numbers.counting import Count, readings
from clausetree.policy.numbers.nouns import NOUNS

_END = r"(?P<sign>(?:[.:)]|(?=\s+[–—-]\s))?)(?=\s|\Z)"
"""What may stand behind a number: a sign that belongs to it, then a space or nothing."""
_VALUE = (
    r"[1I](?:er|re|ère)|\d{1,4}\s(?:bis|ter|quater|quinquies)"
    r"|\d{1,4}(?:\.\d{1,3})*[A-Za-z]?|[IVXLC]+|[A-Z](?:-?\d{1,3}|(?:\.\d{1,3})+)?"
)
DECIMAL = re.compile(r"(?P<number>\d+(?:\.\d+)+(?:[A-Za-z]|\.[A-Z])?)[.:)]?(?=\s+\S)", re.ASCII)
_LETTER_DOT = re.compile(rf"(?P<number>[A-Z](?:\.\d{{1,3}})+[a-z]?){_END}", re.ASCII)
_SIGN = re.compile(rf"(?P<number>§\s?(?P<value>\d{{1,4}}(?:\.\d{{1,3}})*[a-z]?)){_END}")
_WORD = re.compile(rf"(?P<number>(?P<noun>(?i:{NOUNS}))\s+(?P<value>{_VALUE})){_END}")
_CHINESE_WORD = re.compile(
    rf"(?P<number>第(?P<value>[{CHINESE}]+|\d{{1,3}})(?P<noun>[章节節条條款]))(?P<sign>)(?=\s|\Z)"
)
_CODE = re.compile(rf"(?P<number>(?P<noun>[A-Z][A-Z0-9]*[A-Z]-)(?P<value>\d{{1,4}}(?:\.\d{{1,3}})*)){_END}")
_SINGLE = re.compile(rf"(?P<number>\d{{1,3}}[A-Za-z]?){_END}", re.ASCII)
_CAPITAL = re.compile(rf"(?P<number>[IVXLC]+|[A-Z]){_END}", re.ASCII)
_MISSING = 3
"""So many numbers may be left out where clauses were repealed."""
_MISSING_CODES = 999
_FORMS = (
    (Form.LETTER_DOT, _LETTER_DOT),
    (Form.SIGN, _SIGN),
    (Form.WORD, _WORD),
    (Form.WORD, _CHINESE_WORD),
    (Form.CODE, _CODE),
    (Form.SINGLE, _SINGLE),
    (Form.ROMAN, _CAPITAL),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is a label if others of its `family` count with it, or at once where it is `sure`.

    One that is `from_one` counts only with those that begin with the first number there is. So many numbers may
    be `missing` between two.
    """

    label: Label
    family: str
    counts: tuple[Count, ...]
    sure: bool
    from_one: bool = False
    missing: int = _MISSING


def read_form(unit: Beginning, examples: Sequence[re.Pattern[str]]) -> Candidate | None:
    """Return what a unit begins with that may be its label; letters of items are not looked for."""
    if number := DECIMAL.match(unit.words):
        return Candidate(Label(number[0], number["number"], Form.DECIMAL), "", (), True)
    if unit.place is Place.ROW:
        return None
    return next(_like_examples(unit, examples), None) or next(_named(unit), None)


def _like_examples(unit: Beginning, examples: Sequence[re.Pattern[str]]) -> Iterator[Candidate]:
    for example in examples:
        if match := example.match(unit.words):
            yield Candidate(Label(match[0], _tidy(match["number"]), Form.EXAMPLE), "", (), True)
        elif match := example.match(unit.list_label):
            yield Candidate(Label("", _tidy(match["number"]), Form.EXAMPLE), "", (), True)


def _named(unit: Beginning) -> Iterator[Candidate]:
    for form, pattern in _FORMS:
        match = pattern.match(unit.words)
        if match is None or not _may_stand(form, match, unit):
            continue
        groups = match.groupdict()
        noun = (groups.get("noun") or "").casefold()
        label = Label(match[0], _tidy(match["number"]), form)
        counts = readings(groups.get("value") or match["number"])
        if counts:
            family = f"{form.name} {noun} {unit.place.name}"
            from_one = form in (Form.SINGLE, Form.ROMAN)
            missing = _MISSING_CODES if form is Form.CODE else _MISSING
            yield Candidate(label, family, counts, _is_sure(form, match, unit), from_one, missing)


def _may_stand(form: Form, match: re.Match[str], unit: Beginning) -> bool:
    """Words go on behind a number in small letters: "Part 2 of the form", "3 days", "I think"."""
    behind = unit.words[match.end() :]
    if form in (Form.SINGLE, Form.ROMAN) and not behind.strip():
        return False
    if form is Form.ROMAN and not match["sign"] and unit.place is not Place.HEADING:
        return False
    return bool(match["sign"]) or not _goes_on(behind) or unit.place is Place.HEADING


def _is_sure(form: Form, match: re.Match[str], unit: Beginning) -> bool:
    """A form counts where it stands in a heading; elsewhere a word with its number that stands apart does."""
    behind = unit.words[match.end() :]
    apart = bool(match["sign"]) or not behind.strip()
    if unit.place is Place.HEADING:
        plain = form in (Form.LETTER_DOT, Form.SIGN, Form.WORD) and not _goes_on(behind)
        return plain or (apart and form in (Form.WORD, Form.SIGN, Form.LETTER_DOT, Form.SINGLE))
    return form is Form.WORD and apart and not _goes_on(behind)


def _goes_on(behind: str) -> bool:
    """Tell whether a small letter stands behind the space behind a number: the sentence began with it."""
    return behind[:1].isspace() and behind.strip()[:1].islower()


def _tidy(number: str) -> str:
    """Return a number as it is cited: "§1" is "§ 1"."""
    return re.sub(r"^§\s*", "§ ", " ".join(number.split()))
