"""`clausetree check`: say everything that is wrong, and change nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from clausetree.report.diagnostic import Severity
from clausetree.report.text import to_text
from publish.policies import load_policies
from publish.procedures import load_procedures

NAME = "check"
HELP = "say everything that is wrong with the policies and the trees"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folders to look in."""
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="where the policies are (docs)")
    parser.add_argument("--trees", type=Path, default=Path("trees"), help="where the trees are (trees)")


def run(arguments: argparse.Namespace) -> int:
    """Print every diagnostic, and how many there are."""
    policies = load_policies(arguments.docs.resolve())
    procedures = load_procedures(arguments.trees.resolve(), policies.registry)
    diagnostics = [*policies.diagnostics, *procedures.diagnostics]
    for diagnostic in diagnostics:
        print(to_text(diagnostic))
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    sound, warnings = len(procedures.all), len(diagnostics) - errors
    print(f"{_count(sound, 'sound tree')}, {_count(errors, 'error')}, {_count(warnings, 'warning')}.")
    return 1 if errors else 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
