"""The one command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from commands import (
    check,
    clauses,
    compare,
    courses,
    coverage,
    format_trees,
    graph,
    new,
    outline,
    package,
    paths,
    trees,
    verify,
)
from publish.unforeseen import explained, is_shown_in_full

COMMANDS: tuple[ModuleType, ...] = (
    *(new, check, format_trees, paths, outline, graph, compare, coverage),
    *(clauses, courses, trees, verify, package),
)

ABOUT = """\
Write procedures as trees, check them against the policy that they are drawn from, and see what a change
means before anybody is asked to act on it."""
EXAMPLES = """\
Say `clausetree COMMAND --help` to read what a command does, with examples. A new tree begins with
`clausetree new`; docs/authoring/index.md leads through the rest."""
WIDTH = 100
"""Characters a line, whatever the terminal: the same help stands in docs/authoring/commands.md."""

BROKEN_OFF = 130
"""What a shell expects of a program that was told to stop."""
NOT_HEARD = 141
"""What it expects of one whose reader has gone, as `head` does."""


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks, and return its exit code."""
    arguments = make_parser().parse_args(words)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return BROKEN_OFF
    except BrokenPipeError:
        # Python would complain once more at its end: what is left to say goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_HEARD
    except BaseException as error:  # Typst's own faults are no Exception
        if isinstance(error, SystemExit) or is_shown_in_full():
            raise
        said, code = explained(error, " ".join(["clausetree", *(sys.argv[1:] if words is None else words)]))
        sys.stderr.write(f"{said}\n")
    return code


def make_parser() -> argparse.ArgumentParser:
    """Return what understands the command line."""
    parser = argparse.ArgumentParser("clausetree", description=ABOUT, epilog=EXAMPLES, formatter_class=_Help)
    _add(parser.add_subparsers(required=True, metavar="COMMAND", title="commands"), COMMANDS)
    return parser


def _add(chooser: argparse._SubParsersAction[argparse.ArgumentParser], commands: Iterable[ModuleType]) -> None:
    """Let `chooser` choose among these: each has parts to choose from in turn, or arguments and what to run."""
    for command in commands:
        sub = chooser.add_parser(
            command.NAME,
            help=command.HELP,
            description=getattr(command, "ABOUT", command.HELP),
            epilog=getattr(command, "EXAMPLES", None),
            formatter_class=_Help,
        )
        if hasattr(command, "PARTS"):
            _add(sub.add_subparsers(required=True, metavar="WHAT"), command.PARTS)
        else:
            command.add_arguments(sub)
            sub.set_defaults(run=command.run)


def helps(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Yield the help of a command and of every command within it, each by its words."""
    yield parser.prog, parser.format_help()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for sub in action.choices.values():
                yield from helps(sub)


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=WIDTH)
