"""The automatic number of each paragraph, as LibreOffice prints it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausetree.importing.open_document.styles import Level, ListStyle
from clausetree.importing.word.labels import Label
from clausetree.render.word.numerals import LIST_TYPES, written

_SAMPLES = {
    "1st": "ordinal",
    "First": "ordinalText",
    "One": "cardinalText",
    "01, 02, 03, ...": "decimalZero",
    "①, ②, ③, ...": "decimalEnclosedCircle",
}
"""Other formats are named by a sample of them."""
_OTHER = Level(suffix=".")
"""A level of which a list says nothing."""
_COUNT = re.compile(r"%(\d{1,2})%")
_LETTERS = 26


class Numbering:
    """Counts the items of lists, in the order of a document."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, key: str, style: ListStyle, at: int, start: int | None = None) -> Label:
        """Return the label of the next item of a list, `at` a level, and count it: from `start` if given."""
        counts = self._counts.setdefault(key, {})
        level = style.levels.get(at, _OTHER)
        place = 0 if style.consecutive else at
        # A level that was passed over has begun, too.
        for above in range(place):
            counts.setdefault(above, style.levels.get(above, _OTHER).start)
        first = level.start if start is None else start
        counts[place] = counts[place] + 1 if place in counts and start is None else first
        for deeper in [other for other in counts if other > place]:
            del counts[deeper]
        if level.bullet:
            return Label("", at, bullet=True, tail="")
        seen = {at: counts[0]} if style.consecutive else counts
        unknown = "" if _written(counts[place], level) is not None else level.form
        return Label(_label(style, seen, at, level), at, bullet=False, tail="", unknown=unknown)


def _label(style: ListStyle, counts: Mapping[int, int], at: int, level: Level) -> str:
    first = max(at - level.shown + 1, 0)
    shown = [above for above in range(first, at + 1) if above in counts]
    levels = {above: style.levels.get(above, _OTHER) for above in range(at + 1)}
    texts = {above: _text(counts.get(above, 0), levels[above]) for above in levels}
    if not level.form:
        # Of a level that does not count, there is what stands before and behind its count.
        before, behind = _ends(level.pattern) if level.pattern else (level.prefix, level.suffix)
        return before + behind
    if level.pattern:
        return _COUNT.sub(lambda match: texts.get(int(match[1]) - 1, ""), _skipped(level.pattern, levels))
    numbers = ".".join(texts[above] for above in shown if levels[above].form)
    return f"{level.prefix}{numbers}{level.suffix}"


def _ends(pattern: str) -> tuple[str, str]:
    counts = list(_COUNT.finditer(pattern))
    return (pattern[: counts[0].start()], pattern[counts[-1].end() :]) if counts else (pattern, "")


def _skipped(pattern: str, levels: Mapping[int, Level]) -> str:
    """Of a level that does not count, what stands up to the next count goes, too: no two full stops."""
    for at, level in levels.items():
        if not level.form:
            pattern = re.sub(rf"%{at + 1}%[^%]*(?=%)", "", pattern)
    return pattern


def _text(count: int, level: Level) -> str:
    if not level.form or level.bullet:
        return ""
    text = _written(count, level)
    return str(count) if text is None else text


def _written(count: int, level: Level) -> str | None:
    if level.form in "aA" and level.form and not level.repeats:
        letters = _lettered(count)
        return letters if level.form == "a" else letters.upper()
    return written(count, LIST_TYPES.get(level.form) or _SAMPLES.get(level.form, "")) if level.form else ""


def _lettered(count: int) -> str:
    """LibreOffice counts on behind z with aa, ab, ac."""
    if count < 1:
        return str(count)
    letters = ""
    while count:
        count, at = divmod(count - 1, _LETTERS)
        letters = chr(ord("a") + at) + letters
    return letters
