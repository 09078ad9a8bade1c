"""The one tree that a command is about."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from clausetree.commands.places import add_places, folders_of, from_here
from clausetree.publish.loading.reading import Reading, named_trees, read_site
from clausetree.report.closest import closest, with_suggestion
from clausetree.report.diagnostic import Severity
from clausetree.report.text import to_text
from clausetree.tree.model import Tree


def add_tree(parser: argparse.ArgumentParser) -> None:
    """Take the tree, and the folders to look in."""
    what = "the file of a tree, or the name of one in the folder of the trees"
    parser.add_argument("tree", metavar="TREE", help=what)
    add_places(parser)


def open_tree(arguments: argparse.Namespace) -> tuple[Reading, Tree] | None:
    """Return the tree that was named, or None when it is not there or has errors, which are printed."""
    folders = folders_of(arguments)
    path = Path(arguments.tree)
    if path.suffix != ".tree":
        path = from_here(folders.trees) / f"{arguments.tree}.tree"
    if not path.is_file():
        known = [file.stem for file in sorted(folders.trees.glob("*.tree"))]
        near = closest(path.stem, known)
        print(with_suggestion(f"There is no tree {arguments.tree}.", near), file=sys.stderr)
        return None
    reading = read_site(folders, dict(named_trees([path])))
    procedure = reading.procedures.find(path.stem)
    if procedure is None:
        faults = [d for d in reading.within([path]) if d.severity is Severity.ERROR]
        print("\n".join(map(to_text, faults)), file=sys.stderr, end="")
        return None
    return reading, procedure.tree
