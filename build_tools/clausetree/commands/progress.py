"""How far a command is that takes a while, on a terminal, and away again."""

from __future__ import annotations

import sys
import time

_PATIENCE = 1.0
_OFTEN = 0.2


class Progress:
    """Says how much of `what` is done, from the second second on."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() >= self._next and sys.stderr.isatty():
            self._next = time.monotonic() + _OFTEN
            self._shown = True
            print(f"\r{self._what}: {100 * done // total} %", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take away what was shown."""
        if self._shown:
            print(f"\r{' ' * (len(self._what) + 8)}\r", end="", file=sys.stderr, flush=True)
            self._shown = False
