"""`clausetree build`: write the site."""

from __future__ import annotations

import argparse
from pathlib import Path

from clausetree.commands.mkdocs_run import fix_the_date, mkdocs
from clausetree.commands.places import add_settings, site_settings

NAME = "build"
HELP = "write the site to a folder"
ABOUT = """\
Read and check everything, and write the site to a folder that any web server can hand out. A link that leads
nowhere, or an error in a policy or a procedure, stops it. A commit of git gives the same bytes each time."""
EXAMPLES = """\
examples:
  clausetree build
  clausetree build --to /srv/policies

It ends with 0 when the site is written, and with 1 when it is not."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the settings, and where to write."""
    add_settings(parser)
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="the folder to write, anew (as the settings say, or site)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Build the site strictly."""
    settings = site_settings(arguments)
    fix_the_date(settings.parent)
    to = ["--site-dir", str(arguments.to.resolve())] if arguments.to else []
    return mkdocs(["build", "--strict", "--config-file", str(settings), *to])
