"""One fault, ready to be shown to the author who made it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from clausetree.report.problem import Problem
from clausetree.report.source import Source
from clausetree.report.span import Span


class Severity(Enum):
    """How far a fault goes: an error stops publication, a warning does not.

    A warning is acknowledged when its author has said why it may stay; the reason is its hint then.
    """

    ERROR = "error"
    WARNING = "warning"
    ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong (`message`), where (`source`, `span`), and what to do (`hint`).

    It `follows` when it goes away by itself once another fault, told where that stands, is mended. `problem` is
    the fault as data, for who mends it.
    """

    code: str
    severity: Severity
    source: Source
    span: Span
    message: str
    hint: str = ""
    follows: bool = False
    problem: Problem | None = field(default=None, compare=False, repr=False)


def in_reading_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the faults as an author meets them: by file, then from the top down."""
    return sorted(diagnostics, key=lambda d: (d.source.name, d.span.start, d.code, d.message))
