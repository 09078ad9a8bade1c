"""Draws policies one after another, and prints the first that something made of it reads otherwise, made small.

    python -m tests.readings.differ --count 50000 --seed 1

The same seed draws the same policies again. `--printed 100` sets every hundredth in print too, and reads the
words back, which takes a while. It ends in 1 where anything differs.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from random import Random

from .compared import PRINTED, Difference, tried
from .drawn_policy import draw_policy
from .shrunken import shrunken

_SHOWN = 5
"""Policies."""


def main(arguments: list[str]) -> int:
    """Run the command, and return what it ends in."""
    options = _options(arguments)
    refused, told = Counter[str](), Counter[str]()
    read = 0
    for number in range(options.count):
        text = draw_policy(Random(f"{options.seed} {number}"))
        found = tried(text, printed=options.printed > 0 and number % options.printed == 0)
        refused.update(found.refused)
        read += not found.refused
        told.update(one.where for one in found.differences)
        if found.differences and sum(told.values()) <= _SHOWN * len(found.differences):
            _say("".join(shown(f"{options.seed} {number}", text, found.differences[0])))
    _say("".join(_sum(options.count, read, refused, told)))
    return 1 if told else 0


def shown(seed: str, text: str, difference: Difference) -> Iterator[str]:
    """Yield what differs, and the smallest policy in which the same still does."""
    small = shrunken(text, lambda smaller: _alike(smaller, difference) is not None)
    found = _alike(small, difference) or difference
    yield f"{found.where}, policy {seed}\n  expected {found.expected}\n  found    {found.found}\n"
    yield from (f"  | {line}\n" for line in small.splitlines())


def _alike(text: str, difference: Difference) -> Difference | None:
    """Return what differs in the same way in another text: between pieces of the same kinds."""
    found = tried(text, printed=difference.where == PRINTED).differences
    return next((one for one in found if _way(one) == _way(difference)), None)


def _way(difference: Difference) -> tuple[str, str, str]:
    return difference.where, difference.expected.partition(" ")[0], difference.found.partition(" ")[0]


def _sum(count: int, read: int, refused: Counter[str], told: Counter[str]) -> Iterator[str]:
    yield f"{count} drawn, {read} read, {count - read} refused with a message\n"
    yield f"refused for: {', '.join(f'{code} {times}' for code, times in refused.most_common())}\n"
    yield f"different: {', '.join(f'{where} {times}' for where, times in told.most_common()) or 'nowhere'}\n"


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.readings.differ", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--count", type=int, default=1000, help="how many are drawn (1000)")
    parser.add_argument("--seed", type=int, default=1, help="which are drawn (1)")
    parser.add_argument("--printed", type=int, default=0, help="set every so manieth in print (0: none)")
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
