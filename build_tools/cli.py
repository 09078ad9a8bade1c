"""The one command."""

from __future__ import annotations

import argparse

from commands import check, clauses

COMMANDS = (check, clauses)


def main() -> int:
    """Do what the command line asks, and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="clausetree", description="Check and publish a policy and the trees that are drawn from it."
    )
    chooser = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = chooser.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(sub)
        sub.set_defaults(run=command.run)
    arguments = parser.parse_args()
    code: int = arguments.run(arguments)
    return code
