"""What no author can mend: it is settled by whoever publishes the site."""

from __future__ import annotations

from collections.abc import Iterable

from clausetree.report.diagnostic import Diagnostic

NEEDS_VERSION = ("L111", "L112", "L113", "L114")
"""A released version says something else now. Whether that is a new one, whoever publishes decides."""
_NOT_ACCEPTED = "L115"
_ASKED = ("L101", "L102", "L103")
"""What became of a clause: whoever accepts a new version is asked, and answers for good."""
_DRAFT = "L118"
_OF_RECORDS = ("L131", "L132", "L133", "L134", "L135", "R101", "R102")
"""What commands have written down, of policies and of the words that trees were drawn from."""


def left_to_publisher(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those of `found` that are left to whoever publishes, in their order."""
    every = list(found)
    new = {d.source.name for d in every if d.code == _NOT_ACCEPTED}
    always = (*NEEDS_VERSION, _NOT_ACCEPTED, _DRAFT, *_OF_RECORDS)
    return [d for d in every if d.code in always or (d.code in _ASKED and d.source.name in new)]
