"""The name that an author most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate nearest to `name`, or None when none is near."""
    near = get_close_matches(name, sorted(set(candidates)), n=1, cutoff=0.6)
    return near[0] if near else None
