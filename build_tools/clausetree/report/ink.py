"""The colours of a diagnostic in a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from clausetree.report.diagnostic import Severity

_END = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Ink:
    """What a terminal is told before each part of a message; "" leaves the part as it is."""

    place: str = ""
    error: str = ""
    warning: str = ""
    gutter: str = ""
    hint: str = ""

    def of(self, severity: Severity) -> str:
        """Return what marks a fault of this severity."""
        return self.error if severity is Severity.ERROR else self.warning


PLAIN = Ink()
COLOURS = Ink(place="\x1b[1m", error="\x1b[1;31m", warning="\x1b[1;33m", gutter="\x1b[2m", hint="\x1b[36m")


def inked(words: str, start: str) -> str:
    """Return `words` in the colour that `start` begins."""
    return f"{start}{words}{_END}" if start and words else words
