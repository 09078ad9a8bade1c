"""Which list each label is counted in, so that every program prints it exactly as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clausetree.render.word.counters import Counters, Family, Form, Numbered
from clausetree.render.word.labels import Reading, readings
from clausetree.render.word.numerals import written

_LATEST = 4
"""How many lists back a label may go on with."""


@dataclass(frozen=True, slots=True)
class Place:
    """A list by its number, and the level in it."""

    list: int
    level: int


@dataclass(slots=True)
class Numbering:
    """Finds a place for label after label, in the order of the document.

    There are several ways through a document with tracked changes: `views` of them.
    """

    views: int = 1
    families: list[Family] = field(default_factory=list)
    lists: list[Numbered] = field(default_factory=list)
    _counters: list[Counters] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with nothing counted."""
        self._counters = [Counters() for _ in range(self.views)]

    def place(self, label: str, level: int, views: Sequence[int] = (0,)) -> Place | None:
        """Return where a label is counted, in all of these views, and count it; None where it is typed."""
        found = next(self._found(label, level, views), None)
        if found is None:
            return None
        one, family = found
        for view in views:
            self._counters[view].count(one, family, level)
        self.families.remove(family)
        self.families.append(family)
        return Place(one.key, level)

    def _found(self, label: str, level: int, views: Sequence[int]) -> Iterator[tuple[Numbered, Family]]:
        ways = readings(label)
        for family in reversed(self.families):
            for key in reversed(family.lists[-_LATEST:]):
                if level in family.levels and self._is(self.lists[key - 1], family, level, label, views):
                    yield self.lists[key - 1], family
        for reading in ways:
            yield from self._begun(reading, label, level, views)

    def _is(self, one: Numbered, family: Family, level: int, label: str, views: Sequence[int]) -> bool:
        return all(self._counters[view].says(one, family, level, label) for view in views)

    def _begun(
        self, reading: Reading, label: str, level: int, views: Sequence[int]
    ) -> Iterator[tuple[Numbered, Family]]:
        """Begin a level of a definition, a list of it, or a definition of its own."""
        value = reading.counts[-1].value
        for form in _forms(reading, level):
            for family in reversed(self.families):
                known = family.levels.get(level)
                if known is None and any(deeper > level for deeper in family.levels):
                    continue
                if known is not None and (known.text, known.form) != (form.text, form.form):
                    continue
                family.levels.setdefault(level, form)
                yield from self._listed(family, level, label, value, views)
                if known is None:
                    del family.levels[level]
            made = Family(len(self.families), {level: form})
            self.families.append(made)
            yield from self._listed(made, level, label, value, views)
            self.families.remove(made)

    def _listed(
        self, family: Family, level: int, label: str, value: int, views: Sequence[int]
    ) -> Iterator[tuple[Numbered, Family]]:
        for key in reversed(family.lists[-_LATEST:]):
            if self._is(self.lists[key - 1], family, level, label, views):
                yield self.lists[key - 1], family
        start = None if not family.lists and family.levels[level].start == value else value
        one = Numbered(len(self.lists) + 1, family.key, level, start)
        if self._is(one, family, level, label, views):
            self.lists.append(one)
            family.lists.append(one.key)
            yield one, family


def _forms(reading: Reading, level: int) -> Iterator[Form]:
    """Yield what its level may look like: counted with the levels above, and then by itself."""
    own = reading.counts[-1]
    start = min(own.value, 1)
    before, behind = reading.around[-2], reading.around[-1]
    if len(reading.counts) == level + 1:
        yield Form(
            "".join(f"{text}%{at + 1}" for at, text in enumerate(reading.around[:-1])) + behind, own.form, start
        )
    if len(reading.counts) > 1:
        above = _above(reading)
        yield Form(f"{above}{before}%{level + 1}{behind}", own.form, start)
    elif level:
        yield Form(f"{before}%{level + 1}{behind}", own.form, start)


def _above(reading: Reading) -> str:
    return "".join(
        f"{text}{written(count.value, count.form)}"
        for text, count in zip(reading.around, reading.counts[:-1], strict=False)
    )
