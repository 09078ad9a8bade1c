"""What programs make of lists while they print. They agree on less than they should.

Word counts all lists of one definition together, and an override begins a level anew. LibreOffice counts each
list by itself. What both print is certain; a level that was passed over is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from clausetree.render.word.numerals import written


@dataclass(frozen=True, slots=True)
class Form:
    """What a level looks like: `text` has %1 for the count of the first level."""

    text: str
    form: str
    start: int


@dataclass(slots=True)
class Family:
    """A definition of lists: its levels, and its lists, the latest last."""

    key: int
    levels: dict[int, Form] = field(default_factory=dict)
    lists: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list by its number; its level `at` begins at `start`, where that is not None."""

    key: int
    family: int
    at: int = 0
    start: int | None = None


type _Counts = dict[int, int | None]


@dataclass(slots=True)
class Counters:
    """One reader's way through the document."""

    shared: dict[int, _Counts] = field(default_factory=dict)
    own: dict[int, _Counts] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)

    def says(self, one: Numbered, family: Family, at: int, label: str) -> bool:
        """Tell whether every program prints this label next, for a paragraph in this list and level."""
        shared, own = self._next(one, family, at)
        return all(_print(counts, family, at) == label for counts in (shared, own))

    def count(self, one: Numbered, family: Family, at: int) -> None:
        """Count a paragraph."""
        self.shared[family.key], self.own[one.key] = self._next(one, family, at)
        self.met.add(one.key)

    def _next(self, one: Numbered, family: Family, at: int) -> tuple[_Counts, _Counts]:
        shared = dict(self.shared.get(family.key, {}))
        if one.key not in self.met and one.start is not None:
            shared.pop(one.at, None)
        start = one.start if one.start is not None and one.at == at else family.levels[at].start
        return _counted(shared, at, start), _counted(dict(self.own.get(one.key, {})), at, start)


def _counted(counts: _Counts, at: int, start: int) -> _Counts:
    for above in range(at):
        counts.setdefault(above, None)
    before = counts.get(at, start - 1)
    counts[at] = None if before is None else before + 1
    return {level: count for level, count in counts.items() if level <= at}


def _print(counts: _Counts, family: Family, at: int) -> str | None:
    text = family.levels[at].text
    for level, form in family.levels.items():
        sign = f"%{level + 1}"
        if sign in text:
            count = counts.get(level)
            if count is None:
                return None
            text = text.replace(sign, written(count, form.form) or str(count))
    return None if "%" in text else text
