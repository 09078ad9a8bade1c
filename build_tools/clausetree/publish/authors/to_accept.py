"""What is wrong with changed policies until somebody publishes them: `clausetree clauses accept` settles it."""

from __future__ import annotations

from collections.abc import Iterable

from clausetree.report.diagnostic import Diagnostic

_NOT_ACCEPTED = "L115"
_ASKED = ("L101", "L102", "L103")
"""What became of a clause: whoever accepts a new version is asked, and answers for good."""


def to_accept(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those that no author can mend: a version is new, and somebody says what became of clauses."""
    every = list(found)
    new = {d.source.name for d in every if d.code == _NOT_ACCEPTED}
    return [d for d in every if d.source.name in new and d.code in (_NOT_ACCEPTED, *_ASKED)]
