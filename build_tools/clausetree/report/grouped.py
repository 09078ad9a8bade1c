"""Everything that is wrong, as an author reads it: what is the same many times over is said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from clausetree.report.diagnostic import Diagnostic
from clausetree.report.ink import PLAIN, Ink
from clausetree.report.text import to_text

_LISTED = 5
MANY = 4
"""So often the same fault in one file is one habit, and mended in one go."""


@dataclass(frozen=True, slots=True)
class Group:
    """A diagnostic, and the others that say the same."""

    first: Diagnostic
    others: tuple[Diagnostic, ...] = ()

    def text(self, ink: Ink = PLAIN) -> str:
        """Return the message, and the first few of the other places, ending in a newline."""
        if not self.others:
            return to_text(self.first, ink)
        places = [_file_and_line(other) for other in self.others]
        if all(other.source == self.first.source for other in self.others):
            places = [f"line {place.rpartition(':')[2]}" for place in dict.fromkeys(places)]
        more = f" and {len(places) - _LISTED} more" if len(places) > _LISTED else ""
        return f"{to_text(self.first, ink)}The same at {', '.join(places[:_LISTED])}{more}.\n"


def grouped(diagnostics: Iterable[Diagnostic]) -> list[Group]:
    """Return the diagnostics, those that say the same as one group, in the order of the first of each."""
    every = list(diagnostics)
    times = Counter(map(_group_key, every))
    groups: dict[tuple[str, ...] | int, list[Diagnostic]] = {}
    for at, diagnostic in enumerate(every):
        key = _group_key(diagnostic)
        alike = diagnostic.follows or times[key] >= MANY
        groups.setdefault(key if alike else at, []).append(diagnostic)
    return [Group(first, tuple(others)) for first, *others in groups.values()]


def _group_key(diagnostic: Diagnostic) -> tuple[str, ...]:
    """Faults with equal keys say the same, in one file or because of one fault elsewhere."""
    file = "" if diagnostic.follows else diagnostic.source.name
    return diagnostic.code, file, diagnostic.message, diagnostic.hint


def _file_and_line(diagnostic: Diagnostic) -> str:
    line, _ = diagnostic.source.place(diagnostic.span.start)
    return f"{diagnostic.source.name}:{line}"
