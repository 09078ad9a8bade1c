"""What can stand at a place, as choices for who writes there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from clausetree.policy.clause import Clause
from clausetree.report.span import Span

MOST = 200
"""More choices than these nobody reads: who types on gets fewer."""
_FIRST_WORDS = 90
_SPOKEN_OF = 3
"""So many letters a word begins with by which something is found that speaks of it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown (`label`), the `text` that is put in, and a line `about` it."""

    label: str
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Completions:
    """The choices for the characters in `span`, the likeliest first; not `whole` where there are more."""

    span: Span
    choices: tuple[Choice, ...]
    whole: bool = True

    def to_json(self) -> dict[str, object]:
        """Return `{"from": 4, "to": 6, "whole": true, "choices": [{"label": …, "text": …, "about": …}, …]}`.

        They are chosen by what is written already, also by the words about them: the page need not choose.
        """
        choices = [{"label": one.label, "text": one.text, "about": one.about} for one in self.choices]
        return {"from": self.span.start, "to": self.span.end, "whole": self.whole, "choices": choices}


def fitting(span: Span, typed: str, offered: Iterable[Choice]) -> Completions:
    """Return what of `offered` begins with what is `typed`, then what has it within, or speaks of it."""
    wanted = typed.casefold()
    once = dict.fromkeys(offered)
    ranked = sorted(
        ((_rank(choice, wanted), at, choice) for at, choice in enumerate(once)), key=lambda one: one[:2]
    )
    found = [choice for rank, _, choice in ranked if rank is not _Rank.NONE]
    return Completions(span, tuple(found[:MOST]), len(found) <= MOST)


class _Rank(IntEnum):
    BEGINS = 0
    HAS = 1
    ABOUT = 2
    NONE = 3


def _rank(choice: Choice, wanted: str) -> _Rank:
    label = choice.label.casefold()
    if label.startswith(wanted):
        return _Rank.BEGINS
    if wanted in label:
        return _Rank.HAS
    begun = len(wanted) >= _SPOKEN_OF and f" {wanted}" in f" {choice.about.casefold()}"
    return _Rank.ABOUT if begun else _Rank.NONE


def first_words(text: str) -> str:
    """Return what a longer text begins with."""
    return text if len(text) <= _FIRST_WORDS else f"{text[:_FIRST_WORDS].rsplit(' ', 1)[0]} …"


def about_clause(clause: Clause) -> str:
    """Return the first words of a clause; of a heading, that it is one."""
    return first_words(clause.text or clause.title)
