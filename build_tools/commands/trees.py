"""`clausetree trees …`: the trees, and the words of the policy that they were checked against."""

from __future__ import annotations

import argparse

from commands import trees_accept

NAME = "trees"
HELP = "record that a tree agrees with the policy"

PARTS = (trees_accept,)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to do with the trees."""
    chooser = parser.add_subparsers(required=True, metavar="WHAT")
    for part in PARTS:
        sub = chooser.add_parser(part.NAME, help=part.HELP, description=part.HELP)
        part.add_arguments(sub)
        sub.set_defaults(part=part.run)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    code: int = arguments.part(arguments)
    return code
