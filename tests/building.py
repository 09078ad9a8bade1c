"""Sites built from a folder of their own, with `mkdocs build --strict` as the Makefile calls it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ORGANISATION = PROJECT / "tests" / "cases" / "organisation"


def organisation(folder: Path) -> Path:
    """Put a made-up organisation's files into `folder`, with nothing of ours, and accept them."""
    shutil.copytree(ORGANISATION / "site", folder)
    _run(folder, "clauses", "accept")
    return folder


def school(folder: Path) -> Path:
    """Put a made-up school's files into `folder`, which has three policies, and accept them."""
    shutil.copytree(PROJECT / "tests" / "cases" / "several-policies", folder)
    _run(folder, "clauses", "accept")
    return folder


def elements(folder: Path) -> Path:
    """Put a site into `folder` whose pages ask for all that authors rely on in Material."""
    shutil.copytree(PROJECT / "tests" / "cases" / "elements", folder)
    (folder / "trees").mkdir()
    return folder


def add_tree(folder: Path, name: str, text: str) -> None:
    """Add a tree to the site that is made of `folder`, and accept it."""
    (folder / "trees" / f"{name}.tree").write_text(text, encoding="utf-8")
    _run(folder, "trees", "accept", name)


def course(folder: Path, tree: str, target: Path) -> None:
    """Make a course of a tree of the site that is made of `folder`, and unpack it into `target`."""
    packages = folder / "packages"
    _run(folder, "courses", "package", tree, "--for", "scorm-12", "--to", str(packages))
    (made,) = packages.glob(f"{tree}-*.zip")
    shutil.unpack_archive(made, target)


def _run(folder: Path, *order: str) -> None:
    command = str(Path(sys.executable).with_name("clausetree"))
    subprocess.run([command, *order], cwd=folder, stdout=subprocess.DEVNULL, check=True)


def our_own(folder: Path) -> Path:
    """Put what our own site is made of into `folder`."""
    folder.mkdir()
    for name in ("docs", "released", "trees"):
        shutil.copytree(PROJECT / name, folder / name)
    for name in ("clauses.lock", "trees.lock", "mkdocs.yml"):
        shutil.copy(PROJECT / name, folder)
    return folder


def build(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site that the mkdocs.yml in `folder` describes; `stdout` is all that was said."""
    given = {"SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *options],
        cwd=folder,
        env=os.environ | given,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
