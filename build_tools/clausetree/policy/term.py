"""Words that a policy gives a meaning of its own."""

from __future__ import annotations

from dataclasses import dataclass

from clausetree.policy.clause import Clause


@dataclass(frozen=True, slots=True)
class Term:
    """`words` as readers meet them, and the part of the policy that says what they mean."""

    words: str
    meaning: Clause
