"""`clausetree coverage`: which clauses the trees cite, and which that oblige they leave out."""

from __future__ import annotations

import argparse
import sys

from clausetree.commands.places import add_places, folders_of
from clausetree.publish.loading.reading import read_site
from clausetree.render.review.coverage import to_csv, to_json, to_text
from clausetree.report.diagnostic import Severity
from clausetree.tree.binding.coverage import coverage

NAME = "coverage"
HELP = "say which clauses the trees cite, and which that oblige they leave out"
ABOUT = """\
Say which clauses oblige somebody (must, will, should, and their opposites) and are cited by no tree; then
which trees cite which clauses. Not every clause belongs in a procedure: this is for you to look through."""
EXAMPLES = """\
examples:
  clausetree coverage
  clausetree coverage --format csv > coverage.csv    for a spreadsheet

It ends with 0, or with 1 when a policy or a tree has errors: what they say is then left out."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take how to say it."""
    parser.add_argument(
        "--format", choices=("text", "csv", "json"), default="text", help="how to say it (text)"
    )
    add_places(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the report."""
    reading = read_site(folders_of(arguments), {})
    trees = [procedure.tree for procedure in reading.procedures.all]
    found = [(policy, list(coverage(policy, trees))) for policy in reading.policies.registry]
    match arguments.format:
        case "csv":
            sys.stdout.write(to_csv(found))
        case "json":
            print(to_json(found), end="")
        case _:
            print("\n".join(to_text(policy, rows) for policy, rows in found), end="")
    faults = (*reading.policies.diagnostics, *reading.procedures.diagnostics)
    errors = {d.source.name for d in faults if d.severity is Severity.ERROR}
    for name in sorted(errors):
        print(f"{name} has errors, and what it says is left out. Run clausetree check.", file=sys.stderr)
    return int(bool(errors))
