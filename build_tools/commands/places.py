"""Where a command looks for policies and trees, and what it was told to read from standard input."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from clausetree.report.source import Source
from publish.procedures import tree_source

STANDARD_INPUT = Path("-")


def add_places(parser: argparse.ArgumentParser) -> None:
    """Take the folders to look in."""
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the policies (docs)")
    parser.add_argument("--trees", type=Path, default=Path("trees"), help="the folder of the trees (trees)")


def add_name(parser: argparse.ArgumentParser) -> None:
    """Take the name of what comes from standard input."""
    parser.add_argument(
        "--name",
        type=Path,
        metavar="FILE",
        help="with -: the file that the text is of, as it is called in messages",
    )


def standard_input(name: Path | None) -> tuple[Path, Source]:
    """Return the tree on standard input, and the path of the file that it is of."""
    content = sys.stdin.buffer.read()
    if name is None:
        return STANDARD_INPUT, tree_source("standard input", content)
    return name, tree_source(name.as_posix(), content)
