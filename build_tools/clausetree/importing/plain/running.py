"""What stands at the head or the foot of every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from clausetree.importing.remarks import Kind, Remark

_EDGE = 4
"""So many lines at most are the head, or the foot, of a page."""
_FIGURES = re.compile(r"\d+|\b[ivxl]+\b")


def without_running(pages: Sequence[Sequence[str]]) -> tuple[list[list[str]], list[Remark]]:
    """Return the lines of pages without those that most pages begin or end with, but for their figures."""
    kept = [[line for line in page if line.strip()] for page in pages]
    gone: list[str] = []
    for step in (1, -1):
        times = Counter(
            sign for page in kept for sign in {_sign(line) for line in page[::step][:_EDGE] if line.strip()}
        )
        often = {sign for sign, count in times.items() if count > 1 and count * 2 >= len(kept)}
        for page in kept:
            for _ in range(_EDGE):
                if not page or _sign(page[::step][0]) not in often:
                    break
                gone.append(page.pop(0 if step == 1 else -1).strip())
    once = {_sign(line): line for line in reversed(gone)}
    return kept, [Remark(Kind.RUNNING, line) for line in reversed(once.values())]


def _sign(line: str) -> str:
    return _FIGURES.sub("#", " ".join(line.split()))
