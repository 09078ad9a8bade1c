"""Draws policies one after another, and prints the first that something made of it reads otherwise, made small.

    python -m tests.readings.differ --count 50000 --seed 1

Draw the same policies again with the same seed. `--printed 100` sets every hundredth in print too, and reads the
PDF back, which takes its time. It ends in 1 where anything differs.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from random import Random

from .compared import Difference, tried
from .drawn_policy import draw_policy
from .shrunken import shrunken

_SHOWN = 5


def main(arguments: list[str]) -> int:
    """Run the command, and return what it ends in."""
    options = _options(arguments)
    refused, told = Counter[str](), Counter[str]()
    read = 0
    for number in range(options.count):
        seed = options.seed * 1_000_000 + number
        text = draw_policy(Random(seed))
        found = tried(text, options.printed > 0 and number % options.printed == 0)
        refused.update(found.refused)
        read += not found.refused
        for difference in found.differences:
            told[difference.where] += 1
            if told[difference.where] <= _SHOWN:
                _say("".join(shown(seed, text, difference)))
        if sys.stderr.isatty() and number % 100 == 99:
            print(f"{number + 1} drawn", end="\r", file=sys.stderr)
    _say("".join(_sum(options.count, read, refused, told)))
    return 1 if told else 0


def shown(seed: int, text: str, difference: Difference) -> Iterator[str]:
    """Yield what differs, and the smallest policy in which the same still does."""
    small = shrunken(text, lambda smaller: _differs(smaller, difference.where))
    found = next(
        one for one in tried(small, "PDF" in difference.where).differences if one.where == difference.where
    )
    yield f"{found.where}, seed {seed}\n  expected {found.expected}\n  found    {found.found}\n"
    yield from (f"  | {line}\n" for line in small.splitlines())


def _differs(text: str, where: str) -> bool:
    return any(one.where == where for one in tried(text, "PDF" in where).differences)


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
