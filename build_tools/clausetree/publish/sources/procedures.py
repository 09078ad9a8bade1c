"""Read the trees from their folder."""

from __future__ import annotations

from pathlib import Path

from clausetree.history.registry import Registry
from clausetree.report.source import Source
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.procedures import Procedures, procedures_of, tree_source


def load_procedures(folder: Path, registry: Registry, calendar: Calendar | None = None) -> Procedures:
    """Read every `.tree` file in `folder`. Diagnostics name them by their path from its parent."""
    return procedures_of(tree_sources(folder), registry, calendar)


def tree_sources(folder: Path) -> list[Source]:
    """Return the `.tree` files in `folder`, by name."""
    paths = sorted(folder.glob("*.tree"))
    return [tree_source(path.relative_to(folder.parent).as_posix(), path.read_bytes()) for path in paths]
