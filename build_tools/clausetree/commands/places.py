"""Where a command looks for policies and trees, and what it was told to read from standard input."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from clausetree.publish.sources.settings_file import Folders, SettingsUnreadableError, read_folders, settings_in
from clausetree.report.source import Source
from clausetree.tree.procedures import tree_source

STANDARD_INPUT = Path("-")


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Take the folder to work in, or its settings."""
    add_settings(parser)
    parser.add_argument("--folder", type=Path, help="where mkdocs.yml is (here)")


def add_places(parser: argparse.ArgumentParser) -> None:
    """Take the settings, and the folders to look in instead of those that they name."""
    add_settings(parser)
    parser.add_argument("--docs", type=Path, help="the folder of the policies (as the settings say, or docs)")
    parser.add_argument("--trees", type=Path, help="the folder of the trees (as the settings say, or trees)")


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Take the settings of the site."""
    parser.add_argument(
        "-f", "--config-file", type=Path, metavar="FILE", help="the settings of the site (mkdocs.yml)"
    )


def site_settings(arguments: argparse.Namespace) -> Path:
    """Return the settings of the site, which are there. Raises `SettingsUnreadableError`."""
    return _there((arguments.config_file or settings_in(Path())).resolve())


def _there(settings: Path) -> Path:
    """Return settings that are there. Raises `SettingsUnreadableError`."""
    if not settings.is_file():
        raise SettingsUnreadableError(
            f"There are no settings {from_here(settings)}. `clausetree init FOLDER` writes new ones."
        )
    return settings


def folders_of(arguments: argparse.Namespace) -> Folders:
    """Return where the files are that a command is about. Raises `SettingsUnreadableError`."""
    docs: Path | None = getattr(arguments, "docs", None)
    # `clausetree trees accept` calls the trees that it is to accept by this name, and takes no folders.
    trees: Path | None = getattr(arguments, "trees", None) if hasattr(arguments, "docs") else None
    settings: Path | None = arguments.config_file and _there(arguments.config_file.resolve())
    # Policies that lie elsewhere bring their own settings and their own lock.
    folder = getattr(arguments, "folder", None) or (docs.resolve().parent if docs else Path())
    found = read_folders(settings or settings_in(folder))
    return replace(found, docs=(docs or found.docs).resolve(), trees=(trees or found.trees).resolve())


def add_name(parser: argparse.ArgumentParser) -> None:
    """Take the name of what comes from standard input."""
    parser.add_argument(
        "--name",
        type=Path,
        metavar="FILE",
        help="with -: the file that the text is of, as it is called in messages",
    )


def from_here(path: Path) -> Path:
    """Return a path as it is said in the folder that the command was called in."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def standard_input(name: Path | None) -> tuple[Path, Source]:
    """Return the tree on standard input, and the path of the file that it is of."""
    content = sys.stdin.buffer.read()
    if name is None:
        return STANDARD_INPUT, tree_source("standard input", content)
    return name, tree_source(name.as_posix(), content)
