"""Read which words each tree was checked against, and record it when somebody has checked one again."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from clausetree.history.registry import Registry
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.tree.procedures import Procedures
from clausetree.tree.review.review import read_reviewed, write_reviewed
from clausetree.tree.review.reviews import Reviews, record, review_all


def load_reviews(lock_file: Path, trees: Path, procedures: Procedures, registry: Registry) -> Reviews:
    """Hold the trees in a folder against the words that `lock_file` says each was checked against."""
    return review_all(reviewed_source(lock_file), procedures, registry, tree_sources(trees))


def record_reviews(
    lock_file: Path, procedures: Procedures, registry: Registry, trees: Collection[str], *, only_new: bool
) -> list[str]:
    """Write down that `trees` are right, as `record` says, and return the ids of those recorded."""
    before = read_reviewed(reviewed_source(lock_file))[0]
    reviewed, recorded = record(before, procedures, registry, trees, only_new=only_new)
    if recorded:
        lock_file.write_text(write_reviewed(reviewed), encoding="utf-8", newline="")
    return recorded


def reviewed_source(lock_file: Path) -> Source:
    """Return the file that says what was checked; it may not be there."""
    return Source(lock_file.name, lock_file.read_text(encoding="utf-8") if lock_file.exists() else "")
