"""The clause that a reference most likely means which names none."""

from __future__ import annotations

from collections.abc import Iterable

from clausetree.policy.citing.citations import figures_of, is_numbered
from clausetree.report.closest import closest

_LIKE = 0.8
"""Names are short: `purpose-aim` is not near to `purpose-definition`, though they have much in common."""


def nearest(reference: str, references: Iterable[str]) -> str | None:
    """Return the one of `references`, in reading order, that `reference` nearly is, or None.

    Any number is like any other, so one is near only when its figures are the same: "2,4" is near to "2.4",
    "2.3(z)" to "2.3", and "2.5" to neither.
    """
    known = list(references)
    if not is_numbered(reference):
        return closest(reference, known, _LIKE)
    alike = (name for name in known if is_numbered(name) and _same_kind(name, reference))
    return next((name for name in alike if figures_of(name) == figures_of(reference)), None)


def _same_kind(one: str, other: str) -> bool:
    return one.startswith("c") is other.startswith("c")
