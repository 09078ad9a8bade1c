"""`clausetree courses …`: eLearning that links to the policy, and procedures as courses."""

from __future__ import annotations

import argparse

from commands import courses_check, courses_package

NAME = "courses"
HELP = "check the links of a course, and make courses of the procedures"

PARTS = (courses_check, courses_package)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to do."""
    chooser = parser.add_subparsers(required=True, metavar="WHAT")
    for part in PARTS:
        sub = chooser.add_parser(part.NAME, help=part.HELP, description=part.HELP)
        part.add_arguments(sub)
        sub.set_defaults(part=part.run)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    code: int = arguments.part(arguments)
    return code
