"""`clausetree outline`: a tree as a nested list."""

from __future__ import annotations

import argparse

from clausetree.commands.trees.one_tree import add_tree, open_tree
from clausetree.render.tree.outline import to_outline

NAME = "outline"
HELP = "print a tree as a nested list"
ABOUT = """\
Print a tree as a nested list: each question with its answers, and what each leads to. A node that several
answers lead to is set out once."""
EXAMPLES = """\
examples:
  clausetree outline evidence
  clausetree outline trees/evidence.tree > evidence.txt

It ends with 0, or with 1 when the tree has errors or is not there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the tree."""
    add_tree(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the outline."""
    opened = open_tree(arguments)
    if opened is None:
        return 1
    print(to_outline(opened[1]), end="")
    return 0
