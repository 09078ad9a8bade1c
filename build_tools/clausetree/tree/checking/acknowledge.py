"""Warnings that an author knows of: a line of the tree says why each may stay."""

from __future__ import annotations

from collections.abc import Iterable

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.tree.problems.scenarios import NothingAcknowledged
from clausetree.tree.syntax import AcknowledgeSyntax
from clausetree.tree.wording import acknowledged, to_diagnostic


def acknowledge(told: list[Diagnostic], lines: Iterable[AcknowledgeSyntax], source: Source) -> list[Diagnostic]:
    """Return what is told of a tree, with the warnings that one of `lines` speaks of as acknowledged.

    Such a line speaks of the line above it, and of no error. One that speaks of nothing is a fault itself,
    unless the tree has errors: then not all of its warnings are known yet.
    """
    by_line: dict[int, list[int]] = {}
    for at, diagnostic in enumerate(told):
        by_line.setdefault(source.place(diagnostic.span.start)[0], []).append(at)
    found = list(told)
    sound = not any(diagnostic.severity is Severity.ERROR for diagnostic in told)
    for line in lines:
        above = _above(source, source.place(line.code.span.start)[0])
        spoken_of = [at for at in by_line.get(above, ()) if _is_warning(found[at], line)]
        for at in spoken_of:
            found[at] = acknowledged(found[at], line.reason.markdown)
        if not spoken_of and sound:
            found.append(to_diagnostic(NothingAcknowledged(line.code.span, line.code.text), source))
    return found


def _is_warning(diagnostic: Diagnostic, line: AcknowledgeSyntax) -> bool:
    return diagnostic.code == line.code.text and diagnostic.severity is Severity.WARNING


def _above(source: Source, number: int) -> int:
    """Return the number of the line that a line speaks of: comments and lines like it stand between."""
    return next((above for above in range(number - 1, 0, -1) if _says_something(source, above)), 0)


def _says_something(source: Source, number: int) -> bool:
    words = source.line(number).split("#")[0].split()
    return bool(words) and words[0] != "acknowledge"
