"""`clausetree graph`: a tree as a drawing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from clausetree.commands.trees.one_tree import add_tree, open_tree
from clausetree.publish.pages.carried_graphviz import NoGraphvizError
from clausetree.publish.pages.drawing import draw_whole
from clausetree.render.tree.picture.dot import to_dot
from clausetree.tree.model import Tree

NAME = "graph"
HELP = "draw a tree as a flowchart"
ABOUT = """\
Draw a tree as a flowchart: as a picture (svg), which any browser shows, or as its description (dot), which
Graphviz and other programs draw."""
EXAMPLES = """\
examples:
  clausetree graph evidence --output evidence.svg
  clausetree graph evidence --format dot

It ends with 0; with 1 when the tree has errors or is not there; and with 2 when Graphviz is not there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the tree, and what to make of it."""
    add_tree(parser)
    parser.add_argument(
        "--format", choices=("svg", "dot"), default="svg", help="a picture or its description (svg)"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to write it (standard output)")


def run(arguments: argparse.Namespace) -> int:
    """Write the drawing."""
    opened = open_tree(arguments)
    if opened is None:
        return 1
    try:
        drawn = _drawn(opened[1], arguments.format)
    except NoGraphvizError as error:
        print(error, file=sys.stderr)
        return 2
    if arguments.output:
        arguments.output.write_text(drawn, encoding="utf-8", newline="")
    else:
        print(drawn, end="")
    return 0


def _drawn(tree: Tree, form: str) -> str:
    dot = to_dot(tree)
    return dot if form == "dot" else draw_whole(dot) + "\n"
