"""`clausetree paths`: the paths through a tree, or the fewest scenarios that show all of it."""

from __future__ import annotations

import argparse
import sys
from itertools import islice

from clausetree.commands.trees.one_tree import add_tree, open_tree
from clausetree.publish.loading.parsed_again import tree_as_written
from clausetree.render.tree.as_written import givens, scenario_of
from clausetree.tree.model import Tree
from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.walk import Walk, paths

NAME = "paths"
HELP = "list every way through a tree, or scenarios that show all of it"
ABOUT = """\
List every way through a tree: the answers, in the names that the tree gives them, and the outcome.

With --fewest you get scenarios that together show everything: every node, option and branch, every duty due
and not due, both sides of each limit. They are as few as can be, ready to paste at the end of the file.
Read each: it says what the tree does, and only you know whether that is right. Then give it a title that
tells a story."""
EXAMPLES = """\
examples:
  clausetree paths evidence
  clausetree paths --fewest trees/evidence.tree

It ends with 0, or with 1 when the tree has errors or is not there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the tree, and which paths through it."""
    add_tree(parser)
    parser.add_argument("--fewest", action="store_true", help="as few as show everything")
    parser.add_argument("--most", type=int, default=1000, metavar="N", help="stop after so many paths (1000)")


def run(arguments: argparse.Namespace) -> int:
    """Print the paths."""
    opened = open_tree(arguments)
    if opened is None:
        return 1
    reading, whole = opened
    tree = tree_as_written(reading, whole.id)
    if arguments.fewest:
        print("\n".join(scenario_of(tree, path, reading.calendar) for path in fewest_paths(tree)), end="")
        return 0
    found = paths(tree)
    for path in islice(found, arguments.most):
        print(_path_line(tree, path))
    if next(found, None):
        print(f"There are more than {arguments.most}. --fewest lists those that matter.", file=sys.stderr)
    return 0


def _path_line(tree: Tree, path: Walk) -> str:
    return f"{'; '.join(givens(tree, path)) or 'always'} -> {path.at.id}"
