"""The name that an author most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(name: str, candidates: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the candidate nearest to `name`, or None when none is as near as `likeness`; 1 is equal."""
    known = set(candidates)
    if name in known:
        return name
    near = get_close_matches(name, sorted(known), n=1, cutoff=likeness)
    return near[0] if near else None
