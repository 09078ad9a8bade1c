"""What the words of a policy mean where they bind: its head may say so."""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.policy.front_matter.positions import Places, first
from clausetree.policy.plain_words import collapse
from clausetree.policy.problems import BindsUnreadable, Problem, UnknownStrength
from clausetree.report.closest import closest
from clausetree.report.span import Span

STRENGTHS = ("must", "must not", "will", "will not", "should", "should not", "encouraged", "may")
"""What words can mean: the verbs of duties."""

type Binds = tuple[tuple[str, str], ...]
"""Words of a policy, and the strength that each has."""


def read_binds(meta: Mapping[str, object], places: Places) -> tuple[Binds, list[Problem]]:
    """Return what the head says of words that bind, in the order written, and what is wrong with that.

    `meta` is the head as the YAML reader read it, and `places` where its lines stand.
    """
    listed = meta.get("binds")
    whole = places.of("binds") or Span(0, 0)
    if not isinstance(listed, Mapping):
        return (), [] if listed is None else [BindsUnreadable(whole)]
    found: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for words, strength in listed.items():
        said = collapse(words) if isinstance(words, str) else ""
        meant = collapse(strength).lower() if isinstance(strength, str) else ""
        span = first(places.binds, str(words)) or whole
        if not said:
            problems.append(BindsUnreadable(span))
        elif meant in STRENGTHS:
            found.append((said, meant))
        else:
            problems.append(UnknownStrength(span, said, meant, _near(meant)))
    return tuple(found), problems


def _near(meant: str) -> str | None:
    """Return the strength that is nearest; what denies is never near to what does not."""
    denies = "not" in meant.split()
    return closest(meant, [strength for strength in STRENGTHS if ("not" in strength.split()) is denies])
