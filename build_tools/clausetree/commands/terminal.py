"""What a terminal is shown: faults and numbers in words, and colours where it takes them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from typing import TextIO

from clausetree.report.closest import closest, with_suggestion
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.grouped import grouped
from clausetree.report.ink import COLOURS, PLAIN, Ink


def add_colour(parser: argparse.ArgumentParser) -> None:
    """Take whether to use colours."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="use colours: only on a terminal, and never where NO_COLOR is set (auto); always; never",
    )


def ink_for(choice: str, stream: TextIO) -> Ink:
    """Return the colours for what is written to `stream`. A choice counts for more than NO_COLOR."""
    if choice == "auto":
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb" or not stream.isatty()
        return PLAIN if plain else COLOURS
    return COLOURS if choice == "always" else PLAIN


def show(diagnostics: Iterable[Diagnostic]) -> int:
    """Print diagnostics, those that say the same together, and return how many there were."""
    found = list(diagnostics)
    print("\n".join(group.text() for group in grouped(found)), end="\n" if found else "")
    return len(found)


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Return that no `what` has a name, and which one may be meant: "No tree is called suspnd.…"."""
    return with_suggestion(f"No {what} is called {name}.", closest(name, known))


def count(number: int, what: str) -> str:
    """Return "1 clause", "2 clauses"."""
    return f"{number} {what}" + ("" if number == 1 else "s")
