"""Whether a clause that was pasted is one that was published: asked of an owner, or told to her."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from clausetree.commands.clauses.in_full import in_full
from clausetree.history.alignment.units import AlignedUnit
from clausetree.history.anchoring.ambiguous_match import AmbiguousMatch
from clausetree.policy.clause import Clause

_ASK = "Is it the same clause? {numbers} = yes, Enter = no, or leave it open: "


def settle(doubt: AmbiguousMatch, version: str, ask: Callable[[str], str]) -> int | None:
    """Show a clause of `version` and what it may be now, and return the place of the one that is named."""
    answer = ask(f"\n{described(doubt, version)}\n{_question(doubt)}").strip().lower()
    answer = "1" if answer.startswith("y") and len(doubt.candidates) == 1 else answer
    numbers = {str(number): place for number, place in enumerate(doubt.candidates, 1)}
    return numbers.get(answer)


def described(doubt: AmbiguousMatch, version: str) -> str:
    """Return a clause of `version` with each that it may be now, all whole, with numbers and neighbours."""
    was = doubt.clause
    name = f"`{was.anchor}` was {was.label or 'a heading'} in version {version}"
    shown = [in_full(_clauses(doubt.alignment.before), doubt.place, name)]
    for number, place in enumerate(doubt.candidates, 1):
        now = doubt.alignment.after[place].clause
        name = f"{number} is {now.label or 'a heading'} now"
        shown.append(in_full(_clauses(doubt.alignment.after), place, name))
    return "\n".join(shown)


def all_described(doubts: Iterable[AmbiguousMatch], version: str) -> str:
    """Return what to say about doubts that nobody was there to settle."""
    return "\n\n".join(described(doubt, version) for doubt in doubts)


def _question(doubt: AmbiguousMatch) -> str:
    numbers = " or ".join(str(number) for number in range(1, len(doubt.candidates) + 1))
    return _ASK.format(numbers=numbers)


def _clauses(units: Sequence[AlignedUnit]) -> list[Clause]:
    return [unit.clause for unit in units]
