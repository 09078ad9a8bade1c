"""`clausetree clauses check`: is every published link still good, and every version still its own?"""

from __future__ import annotations

import argparse

from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.terminal import count, show
from clausetree.publish.loading.workplace import open_workplace
from clausetree.report.diagnostic import Severity

NAME = "check"
HELP = "say where the policies differ from what was published"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder to look in."""
    add_folder(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print every fault, and what was found in order."""
    place = open_workplace(folders_of(arguments))
    unreadable = [d for d in place.policies.diagnostics if d.severity is Severity.ERROR]
    faults = unreadable or place.faults_against_archive()
    show(faults)
    if any(fault.severity is Severity.ERROR for fault in faults):
        return 1
    for history in place.archive.lock.histories.values():
        records = history.records().values()
        standing = sum(not record.withdrawn for record in records)
        print(
            f"{history.policy} {', '.join(history.versions)}: {count(standing, 'anchor')} as published, "
            f"{len(records) - standing} withdrawn."
        )
    return 0
