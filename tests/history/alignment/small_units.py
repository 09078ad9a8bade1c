"""Units of a policy, written down without one."""

from __future__ import annotations

from clausetree.history.alignment.units import NOTHING, AlignedUnit
from clausetree.policy.clause import Clause, ClauseKind, Standing


def unit(
    words: str,
    under: int = NOTHING,
    *,
    number: str | None = None,
    anchor: str = "",
    kind: ClauseKind = ClauseKind.CLAUSE,
    editorial: bool = False,
) -> AlignedUnit:
    """Return a unit with these words, which are parted by spaces and have no capital letters."""
    standing = Standing.EDITORIAL if editorial else Standing.NORMATIVE
    clause = Clause(anchor, kind, number, "", words, words, None, None, standing)
    return AlignedUnit(clause, anchor, under, tuple(words.split()))


def heading(words: str, under: int = NOTHING, *, number: str | None = None, anchor: str = "") -> AlignedUnit:
    """Return a heading with these words."""
    return unit(words, under, number=number, anchor=anchor, kind=ClauseKind.HEADING)


def policy(text: str) -> list[AlignedUnit]:
    """Return the units of a policy, one a line: "# the title", "## a heading", and words below the last.

    What stands before words is their number or anchor: "1.1 #keys words".
    """
    units: list[AlignedUnit] = []
    open_headings: list[tuple[int, int]] = []
    for at, line in enumerate(filter(None, map(str.strip, text.splitlines()))):
        sign, _, rest = line.partition(" ")
        level = len(sign) if set(sign) == {"#"} else 0
        while level and open_headings and open_headings[-1][0] >= level:
            open_headings.pop()
        under = open_headings[-1][1] if open_headings else NOTHING
        words = (rest if level else line).split()
        number = words.pop(0) if words[0][0].isdigit() else None
        anchor = words.pop(0)[1:] if words[0][0] == "#" else ""
        remaining = " ".join(words)
        if level:
            open_headings.append((level, at))
            units.append(heading(remaining, under, number=number, anchor=anchor))
        else:
            units.append(unit(remaining, under, number=number, anchor=anchor))
    return units
