"""`clausetree format`: lay out trees alike, without changing what they say."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from clausetree.commands.places import STANDARD_INPUT, add_name, standard_input
from clausetree.commands.terminal import add_colour, ink_for
from clausetree.publish.loading.reading import named_trees
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.parsing.format import format_tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.wording import to_diagnostic

NAME = "format"
HELP = "lay out trees alike: spaces and blank lines, and nothing else"
ABOUT = """\
Lay out trees alike: four spaces a level, one space between the parts of a line, one blank line between
blocks. Nothing that a tree says is changed, and comments stay. A tree with lines that cannot be read is
left as it is, and you are told why."""
EXAMPLES = """\
examples:
  clausetree format                       every tree in the folder trees
  clausetree format trees/evidence.tree   one tree
  clausetree format --check               say which trees would change, and change none
  clausetree format -                     from standard input to standard output, for editors

It ends with 0 when every tree is laid out now, with 1 when one would change (--check) or cannot be read,
and with 2 when the command cannot be understood or a file is not there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which trees, and whether to change them."""
    what = "a tree, a folder, or - for standard input (the folder trees)"
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=what)
    parser.add_argument("--check", action="store_true", help="change nothing; say which trees would change")
    add_name(parser)
    add_colour(parser)


def run(arguments: argparse.Namespace) -> int:
    """Lay out each tree."""
    paths: list[Path] = arguments.paths or [Path("trees")]
    if STANDARD_INPUT in paths:
        return _standard_input(arguments)
    missing = [path for path in paths if not (path.is_dir() or (path.is_file() and path.suffix == ".tree"))]
    for path in missing:
        print(f"{path} is not a tree (.tree) or a folder that is there.", file=sys.stderr)
    if missing:
        return 2
    return max((_file(path, source, arguments) for path, source in named_trees(paths)), default=0)


def _standard_input(arguments: argparse.Namespace) -> int:
    _, source = standard_input(arguments.name)
    if _faults(source, arguments):
        return 1
    laid_out = format_tree(source)
    if arguments.check:
        return int(laid_out != source.text)
    sys.stdout.write(_ended_as(source, laid_out))
    return 0


def _file(path: Path, source: Source, arguments: argparse.Namespace) -> int:
    if _faults(source, arguments):
        return 1
    laid_out = _ended_as(source, format_tree(source))
    if laid_out == source.text:
        return 0
    if arguments.check:
        print(f"{path.as_posix()} would change.")
        return 1
    path.write_bytes(laid_out.encode())
    print(f"{path.as_posix()} is laid out now.")
    return 0


def _faults(source: Source, arguments: argparse.Namespace) -> bool:
    """Say what cannot be read. Where anything cannot, its place is not known for sure."""
    _, problems = parse_tree(source)
    ink = ink_for(arguments.color, sys.stderr)
    for problem in problems:
        print(to_text(to_diagnostic(problem, source), ink), file=sys.stderr)
    return bool(problems)


def _ended_as(source: Source, laid_out: str) -> str:
    """Return the text with the line endings of `source`: a file from Windows stays one."""
    return laid_out.replace("\n", "\r\n") if "\r\n" in source.text else laid_out
