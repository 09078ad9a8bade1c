"""What the words of a policy mean where they bind: its front matter may say so."""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.policy.front_matter.positions import KeyPositions, first
from clausetree.policy.plain_words import collapse
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.terms import BindsUnreadable, UnknownStrength
from clausetree.report.closest import closest
from clausetree.report.span import Span

STRENGTHS = ("must", "must not", "will", "will not", "should", "should not", "encouraged", "may")
"""What words can mean: the verbs of duties."""

type Binds = tuple[tuple[str, str], ...]
"""Words of a policy, and the strength that each has."""


def read_binds(meta: Mapping[str, object], positions: KeyPositions) -> tuple[Binds, list[PolicyProblem]]:
    """Return what the front matter says of words that bind, in the order written, and what is wrong with that.

    `meta` is the front matter as the YAML reader read it, and `positions` where its lines stand.
    """
    listed = meta.get("binds")
    whole = positions.of("binds") or Span(0, 0)
    if not isinstance(listed, Mapping):
        return (), [] if listed is None else [BindsUnreadable(whole)]
    found: list[tuple[str, str]] = []
    problems: list[PolicyProblem] = []
    for key, value in listed.items():
        words = collapse(key) if isinstance(key, str) else ""
        strength = collapse(value).lower() if isinstance(value, str) else ""
        span = first(positions.binds, str(key)) or whole
        if not words:
            problems.append(BindsUnreadable(span))
        elif strength in STRENGTHS:
            found.append((words, strength))
        else:
            problems.append(UnknownStrength(span, words, strength, _nearest_strength(strength)))
    return tuple(found), problems


def _nearest_strength(written: str) -> str | None:
    """Return the strength that is nearest; what denies is never near to what does not."""
    denies = "not" in written.split()
    return closest(written, [strength for strength in STRENGTHS if ("not" in strength.split()) is denies])
