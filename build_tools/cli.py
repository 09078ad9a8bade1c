"""The one command."""

from __future__ import annotations

import argparse
from pathlib import Path

from clausetree.report.diagnostic import Severity
from clausetree.report.text import to_text
from publish.policies import load_policies
from publish.procedures import load_procedures


def main() -> int:
    """Do what the command line asks. Returns 1 when anything is wrong with what an author wrote."""
    parser = argparse.ArgumentParser(
        prog="clausetree", description="Check a policy and the trees that are drawn from it."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say everything that is wrong, and change nothing")
    check.add_argument("--docs", type=Path, default=Path("docs"), help="the policies (docs)")
    check.add_argument("--trees", type=Path, default=Path("trees"), help="the trees (trees)")
    check.set_defaults(run=_check)
    arguments = parser.parse_args()
    result: int = arguments.run(arguments)
    return result


def _check(arguments: argparse.Namespace) -> int:
    policies = load_policies(arguments.docs.resolve())
    procedures = load_procedures(arguments.trees.resolve(), policies.registry)
    diagnostics = [*policies.diagnostics, *procedures.diagnostics]
    for diagnostic in diagnostics:
        print(to_text(diagnostic))
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    print(f"{len(procedures.all)} trees are sound. {_count(errors, 'error')}, ", end="")
    print(f"{_count(len(diagnostics) - errors, 'warning')}.")
    return 1 if errors else 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
