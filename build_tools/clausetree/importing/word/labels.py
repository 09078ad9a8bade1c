"""The automatic number of each paragraph, as Word prints it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clausetree.importing.word.lists import Level, Numbered
from clausetree.importing.word.names import child, number, value
from clausetree.importing.word.styles import Style, Styles
from clausetree.render.word.numerals import written

_COUNT = re.compile(r"%([1-9])")
_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph, `level` lists deep, counted from 0; `tail` is what stands between (tab).

    `unknown` is a format of Word's that is written in figures here, since we do not know it.
    """

    text: str
    level: int
    bullet: bool
    tail: str
    unknown: str = ""

    @property
    def number(self) -> str:
        """The label as a reference to it says it."""
        return self.text.strip().removesuffix(".")


class Numbering:
    """Counts the paragraphs of a document, in its order."""

    def __init__(self, lists: Mapping[str, Numbered], styles: Styles) -> None:
        """Begin with nothing counted."""
        self._lists, self._styles = lists, styles
        self._families: dict[str, dict[int, int]] = {}
        self._met: set[str] = set()

    def label(self, paragraph: Element) -> Label | None:
        """Return the label of the next paragraph, and count it."""
        place = self.place(paragraph)
        if place is None:
            return None
        key, at = place
        numbered = self._lists[key]
        level = numbered.levels.get(at)
        if level is None:
            return None
        counts = self._families.setdefault(numbered.family, {})
        if key not in self._met:
            self._met.add(key)
            for begun in numbered.starts:
                counts.pop(begun, None)
        _count(numbered, counts, at)
        return _label(numbered, counts, at, level)

    def place(self, paragraph: Element) -> tuple[str, int] | None:
        """Return the list and the level that a paragraph stands in: its own, or those of its style."""
        properties = child(paragraph, "pPr")
        styles = self._styles.chain(value(properties, "pStyle"))
        own = value(properties, "numPr", "numId")
        key = own if own is not None else next((style.list for style in styles if style.list), None)
        if key is None or key == _NO_LIST or key not in self._lists:
            return None
        at = number(properties, "numPr", "ilvl")
        if at is None and own is None:
            at = self._level_of_style(key, styles)
        return key, at or 0

    def _level_of_style(self, key: str, styles: Sequence[Style]) -> int | None:
        """A level may name the style that stands for it, which counts more than what the style says."""
        linked = (self._lists[key].level_of(style.id) for style in styles)
        said = (style.level for style in styles)
        return next((at for at in (*linked, *said) if at is not None), None)


def _count(numbered: Numbered, counts: dict[int, int], at: int) -> None:
    # A level that was passed over has begun, too: behind 1.1 without a 1 stands 2.
    for above in range(at):
        counts.setdefault(above, numbered.levels.get(above, Level()).start)
    start = numbered.starts.get(at, numbered.levels[at].start)
    counts[at] = counts[at] + 1 if at in counts else start
    for deeper in [level for level in counts if level > at]:
        restarts = numbered.levels.get(deeper, Level()).restarts
        if restarts is None or at < restarts:
            del counts[deeper]


def _label(numbered: Numbered, counts: Mapping[int, int], at: int, level: Level) -> Label:
    unknown = ""

    def count(match: re.Match[str]) -> str:
        nonlocal unknown
        above = int(match[1]) - 1
        told = numbered.levels.get(above, Level())
        # Of a legal level every count is in figures, but for those that are written with a zero.
        form = "decimal" if level.legal and told.form != "decimalZero" else told.form
        counted = counts.get(above, told.start)
        text = written(counted, form, told.pattern)
        if text is None:
            unknown = form
        return str(counted) if text is None else text

    text = level.text if level.is_bullet else _COUNT.sub(count, level.text)
    return Label(text, at, level.is_bullet, level.tail, unknown)
