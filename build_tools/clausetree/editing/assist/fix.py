"""A mend that is certain, and what mends are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from clausetree.editing.replacement import Replacement
from clausetree.report.span import Span

_NEAR = 0.75
"""A name that is less like another may be meant as something else."""
_APART = 0.1


@dataclass(frozen=True, slots=True)
class Fix:
    """What a button says (`title`), and the changes that it makes."""

    title: str
    replacements: tuple[Replacement, ...]

    def to_json(self) -> dict[str, object]:
        """Return `{"title": …, "changes": [{"from": 4, "to": 8, "text": …}, …]}`."""
        changes = [{"from": one.span.start, "to": one.span.end, "text": one.text} for one in self.replacements]
        return {"title": self.title, "changes": changes}


def writing(span: Span, text: str) -> Fix:
    """Return the mend that writes `text` in the place of `span`."""
    return Fix(f"Write `{text}`", (Replacement(span, text),))


def without_line(text: str, offset: int) -> Fix:
    """Return the mend that takes the line out in which an offset stands, and its end."""
    line = line_span(text, offset)
    end = re.compile(r"\r\n|\r|\n|\Z").match(text, line.end)
    return Fix("Take the line out", (Replacement(Span(line.start, end.end() if end else line.end), ""),))


def line_span(text: str, offset: int) -> Span:
    """Return the line in which an offset stands, without its end."""
    start = max(text.rfind(sign, 0, offset) for sign in "\r\n") + 1
    ends = [at for at in (text.find(sign, offset) for sign in "\r\n") if at >= 0]
    return Span(start, min(ends, default=len(text)))


def of_text(text: str, span: Span) -> str:
    """Return the characters in a span."""
    return text[span.start : span.end]


def only_near(name: str, near: str | None, candidates: Iterable[str]) -> bool:
    """Return whether `near` is certainly meant: it is very like `name`, and nothing else is nearly as like."""
    if near is None or _like(name, near) < _NEAR:
        return False
    others = (_like(name, other) for other in candidates if other != near)
    return _like(name, near) - max(others, default=0.0) >= _APART


def _like(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
