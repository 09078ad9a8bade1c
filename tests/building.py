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
    """Put a made-up organisation's files into `folder`, with nothing of ours but the look, and accept them."""
    shutil.copytree(ORGANISATION / "site", folder)
    shutil.copytree(PROJECT / "site_overrides", folder / "site_overrides")
    accept = [str(Path(sys.executable).with_name("clausetree")), "clauses", "accept"]
    subprocess.run(accept, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return folder


def our_own(folder: Path) -> Path:
    """Put what our own site is made of into `folder`."""
    folder.mkdir()
    for name in ("docs", "released", "trees", "site_overrides"):
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
