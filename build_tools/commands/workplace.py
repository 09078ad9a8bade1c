"""Where a command finds the policies and what was published of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clausetree.report.diagnostic import Diagnostic
from clausetree.report.together import together
from publish.archive import Archive, load_archive
from publish.policies import Policies, load_policies


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folder of a site: its policies as they are written, and as they were published."""

    folder: Path
    docs: Path
    trees: Path
    lock_file: Path
    trees_lock: Path
    released: Path
    settings: Path
    policies: Policies
    archive: Archive


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Take the folder to work in."""
    parser.add_argument("--folder", type=Path, default=Path(), help="where mkdocs.yml is (here)")


def open_workplace(folder: Path) -> Workplace:
    """Read everything in `folder`."""
    folder = folder.resolve()
    lock_file, released = folder / "clauses.lock", folder / "released"
    archive = load_archive(lock_file, released)
    policies = load_policies(folder / "docs", lock=archive.lock)
    settings = folder / "mkdocs.yml"
    return Workplace(
        folder,
        folder / "docs",
        folder / "trees",
        lock_file,
        folder / "trees.lock",
        released,
        settings,
        policies,
        archive,
    )


def show(diagnostics: Iterable[Diagnostic]) -> int:
    """Print diagnostics, those that say the same together, and return how many there were."""
    told = list(diagnostics)
    print("\n".join(said.text() for said in together(told)), end="\n" if told else "")
    return len(told)


def count(number: int, what: str) -> str:
    """Return "1 clause", "2 clauses"."""
    return f"{number} {what}" + ("" if number == 1 else "s")
