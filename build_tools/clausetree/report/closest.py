"""The name that an author most likely meant, and the question whether it is that."""

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


def did_you_mean(near: str | None) -> str:
    """Return the question of a diagnostic whether `near` was meant, or "" where nothing is near."""
    return f"Did you mean `{near}`?" if near else ""


def with_suggestion(sentence: str, near: str | None) -> str:
    """Return what a command says of a name, with the question whether `near` was meant if anything is near."""
    return f"{sentence} Did you mean {near}?" if near else sentence


def ended_with_suggestion(sentence: str, near: str | None) -> str:
    """Return a sentence that has no end yet: it goes on with the question, and stops where nothing is near."""
    return f"{sentence}; did you mean `{near}`?" if near else f"{sentence}."
