"""The one command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from types import ModuleType

from clausetree import __version__
from clausetree.commands.refused import CANNOT
from clausetree.publish.sources.settings_file import SettingsUnreadableError
from clausetree.publish.unforeseen import explained, is_shown_in_full

MODULES = {
    **{name: f"site.{name}" for name in ("init", "serve", "build", "doctor")},
    "new": "trees.new",
    "import": "imports.importing",
    "export": "exporting",
    "check": "check",
    **{name: f"trees.{name}" for name in ("format", "paths", "outline", "graph", "compare", "coverage")},
    **{name: f"{name}.group" for name in ("clauses", "courses", "trees")},
    "apply": "site.applying",
    "verify": "verify",
    "package": "site.package",
}
"""The module of each command, in the order in which they are listed: only the one that is named is read in."""

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
    written = sys.argv[1:] if words is None else words
    arguments = make_parser(written[:1]).parse_args(written)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except SettingsUnreadableError as error:
        sys.stderr.write(f"{error}\n")
        return CANNOT
    except KeyboardInterrupt:
        return BROKEN_OFF
    except BrokenPipeError:
        # Python would complain once more at its end: what is left to say goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_HEARD
    except BaseException as error:  # Typst's own faults are no Exception
        if isinstance(error, SystemExit) or is_shown_in_full():
            raise
        message, code = explained(error, " ".join(["clausetree", *written]))
        sys.stderr.write(f"{message}\n")
    return code


def commands(names: Iterable[str] = MODULES) -> list[ModuleType]:
    """Return the commands with these names, or all of them where one is none."""
    wanted = list(names)
    known = wanted if wanted and MODULES.keys() >= set(wanted) else MODULES
    return [import_module(f"clausetree.commands.{MODULES[name]}") for name in known]


def make_parser(names: Iterable[str] = MODULES) -> argparse.ArgumentParser:
    """Return what understands the command line, if it begins with one of these names."""
    parser = argparse.ArgumentParser("clausetree", description=ABOUT, epilog=EXAMPLES, formatter_class=_Help)
    parser.add_argument("--version", action="version", version=f"clausetree {__version__}")
    _add(parser.add_subparsers(required=True, metavar="COMMAND", title="commands"), commands(names))
    return parser


def _add(chooser: argparse._SubParsersAction[argparse.ArgumentParser], commands: Iterable[ModuleType]) -> None:
    """Let `chooser` choose among these: each has commands of its own, or arguments and what to run."""
    for command in commands:
        sub = chooser.add_parser(
            command.NAME,
            help=command.HELP,
            description=getattr(command, "ABOUT", command.HELP),
            epilog=getattr(command, "EXAMPLES", None),
            formatter_class=_Help,
        )
        if hasattr(command, "COMMANDS"):
            _add(sub.add_subparsers(required=True, metavar="WHAT"), command.COMMANDS)
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
