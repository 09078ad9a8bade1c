"""Words that a command asks for, and what is said where nothing can be written."""

from __future__ import annotations

import sys
from collections.abc import Callable

CANNOT = 2
"""What a command ends with that cannot do what it was asked."""


class RefusedError(Exception):
    """Nothing is written. Its text says why."""


def given_or_asked[T](question: str, given: str | None, take: Callable[[str], T]) -> T:
    """Return what `take` makes of the words that were given, or of those that somebody types.

    Whoever types words that are refused is told why, and asked again. Raises `RefusedError` for words that were
    given, and EOFError when there is nobody to ask.
    """
    if given is not None:
        return take(given)
    while True:
        try:
            return take(input(question))
        except RefusedError as refused:
            print(f"Say it again: {refused}", file=sys.stderr)


def tidy_words(typed: str) -> str:
    """Return words without needless blanks. Raises `RefusedError` where there are none."""
    if not typed.strip():
        raise RefusedError("these words cannot be empty.")
    return " ".join(typed.split())


def written_or_refused(write: Callable[[], None]) -> int:
    """Write, or say why nothing was written; return what the command ends with."""
    try:
        write()
    except EOFError:
        print("\nNothing was written: say the rest on the command line (--help).", file=sys.stderr)
        return CANNOT
    except RefusedError as refused:
        print(f"Nothing was written: {refused}", file=sys.stderr)
        return CANNOT
    return 0
