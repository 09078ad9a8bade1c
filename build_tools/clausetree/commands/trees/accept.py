"""`clausetree trees accept`: somebody has looked at a tree, and it agrees with the policy as it is now."""

from __future__ import annotations

import argparse

from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.terminal import show, unknown
from clausetree.publish.loading.workplace import open_workplace
from clausetree.publish.sources.reviews import load_reviews, record_reviews
from clausetree.render.review.notice import to_line
from clausetree.report.diagnostic import Severity

NAME = "accept"
HELP = "record that trees agree with the words of the policy as they are now"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which trees."""
    add_folder(parser)
    parser.add_argument(
        "trees", nargs="*", metavar="TREE", help="the trees that were checked (those that are new)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Record the trees that were named; without names, those never recorded, and list the others."""
    place = open_workplace(folders_of(arguments))
    registry = place.policies.registry
    procedures = place.procedures()
    if show(d for d in procedures.diagnostics if d.severity is Severity.ERROR):
        return 1
    known = [procedure.tree.id for procedure in procedures.all]
    strange = [tree for tree in arguments.trees if tree not in known]
    if strange:
        print("\n".join(unknown("tree", tree, known) for tree in strange))
        return 2
    named = arguments.trees or known
    recorded = record_reviews(
        place.folders.trees_lock, procedures, registry, named, only_new=not arguments.trees
    )
    print(f"Recorded: {', '.join(recorded)}." if recorded else "No tree was waiting to be recorded.")
    reviews = load_reviews(place.folders.trees_lock, place.folders.trees, procedures, registry)
    print("".join(f"{to_line(found)}\n" for found in reviews.of.values() if found.changed), end="")
    return 0
