"""`clausetree compare`: what a new version of a tree means, in sentences to sign off."""

from __future__ import annotations

import argparse
import sys

from clausetree.commands.places import add_places, folders_of
from clausetree.publish.loading.revisions import NotThere, read_version
from clausetree.render.review.compared import to_comparison
from clausetree.report.text import to_text
from clausetree.tree.compare.trees import compare
from clausetree.tree.model import Tree

NAME = "compare"
HELP = "say in sentences what differs between two versions of a tree"
ABOUT = """\
Say in sentences what differs between two versions of a tree: which answers lead elsewhere, and which readers
end elsewhere; which duties were added, dropped, weakened, strengthened or reworded, for whom, with their
clauses; which questions, answers and outcomes are new or gone; which words changed. This is what a policy
owner signs off. Spaces, comments and the order of lines do not count, and scenarios are left out: readers
do not meet them.

A version is a file, or a file of a revision in git: HEAD~3:trees/evidence.tree."""
EXAMPLES = """\
examples:
  clausetree compare HEAD:trees/evidence.tree trees/evidence.tree
  clausetree compare released.tree trees/evidence.tree

It ends with 0 whether or not anything differs, with 1 when a version has errors, and with 2 when one is
not there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the two versions."""
    parser.add_argument("old", metavar="OLD", help="the version before: a file, or REVISION:FILE")
    parser.add_argument("new", metavar="NEW", help="the version after: a file, or REVISION:FILE")
    add_places(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the differences."""
    try:
        folders = folders_of(arguments)
        versions = [read_version(name, folders) for name in (arguments.old, arguments.new)]
    except NotThere as missing:
        print(missing, file=sys.stderr)
        return 2
    for version in versions:
        print("\n".join(map(to_text, version.faults)), end="", file=sys.stderr)
    sound: list[Tree] = [version.tree for version in versions if version.tree]
    if len(sound) < len(versions):
        return 1
    before, after = sound
    print(to_comparison(before, after, compare(before, after)), end="")
    return 0
