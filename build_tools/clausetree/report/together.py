"""Everything that is wrong, as an author reads it: what follows from one fault is said once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clausetree.report.diagnostic import Diagnostic
from clausetree.report.ink import PLAIN, Ink
from clausetree.report.text import to_text

_LISTED = 5


@dataclass(frozen=True, slots=True)
class Said:
    """A diagnostic, and the others that say the same because they follow from the same fault."""

    first: Diagnostic
    others: tuple[Diagnostic, ...] = ()

    def text(self, ink: Ink = PLAIN) -> str:
        """Return the message, and the first few of the other places, ending in a newline."""
        if not self.others:
            return to_text(self.first, ink)
        places = ", ".join(_place(other) for other in self.others[:_LISTED])
        more = len(self.others) - _LISTED
        return to_text(self.first, ink) + f"The same at {places}{f' and {more} more' if more > 0 else ''}.\n"


def together(diagnostics: Iterable[Diagnostic]) -> list[Said]:
    """Return what is to be said, in the order of the diagnostics."""
    groups: dict[tuple[str, str] | int, list[Diagnostic]] = {}
    for at, diagnostic in enumerate(diagnostics):
        key = (diagnostic.code, diagnostic.message) if diagnostic.follows else at
        groups.setdefault(key, []).append(diagnostic)
    return [Said(first, tuple(others)) for first, *others in groups.values()]


def _place(diagnostic: Diagnostic) -> str:
    line, _ = diagnostic.source.place(diagnostic.span.start)
    return f"{diagnostic.source.name}:{line}"
