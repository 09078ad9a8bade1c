"""`clausetree clauses …`: what was published of the clauses, and what is published next."""

from __future__ import annotations

import argparse

from commands import clauses_accept, clauses_check, clauses_compare

NAME = "clauses"
HELP = "check the clauses against what was published, and publish new versions"

PARTS = (clauses_check, clauses_accept, clauses_compare)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to do with the clauses."""
    chooser = parser.add_subparsers(required=True, metavar="WHAT")
    for part in PARTS:
        sub = chooser.add_parser(part.NAME, help=part.HELP, description=part.HELP)
        part.add_arguments(sub)
        sub.set_defaults(part=part.run)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    code: int = arguments.part(arguments)
    return code
