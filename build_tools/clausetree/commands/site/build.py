"""`clausetree build`: write the site."""

from __future__ import annotations

import argparse
from pathlib import Path

from clausetree.commands.places import add_settings, from_here, site_settings
from clausetree.commands.site.mkdocs_run import fix_the_date, mkdocs
from clausetree.publish.sources.settings_file import PLUGIN, plugins_in, read_settings, site_folder

_OURS = 'class="site-header"'
"""Stands in every page that we make, and in the first that a build writes."""

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
    page = read_settings(settings)
    if PLUGIN not in plugins_in(page.get("plugins")):
        print(f"{from_here(settings)} does not name the plugin `{PLUGIN}`, so nothing would be checked.")
        print(f"Write `- {PLUGIN}` under `plugins:`.")
        return 1
    target: Path = arguments.to or site_folder(settings)
    if not _may_be_emptied(target):
        print(f"{target} holds something else than a built site, and would be emptied.")
        print("Name another folder with --to.")
        return 1
    fix_the_date(settings.parent)
    return mkdocs(["build", "--strict", "--config-file", str(settings), "--site-dir", str(target.resolve())])


def _may_be_emptied(folder: Path) -> bool:
    """Return whether a folder is not there, is empty, or holds a site of ours."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    page = folder / "404.html"
    words = page.read_text(encoding="utf-8", errors="replace") if page.is_file() else ""
    return not any(folder.iterdir()) or _OURS in words
