"""Read which words each tree was checked against, and record it when somebody has checked one again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from clausetree.history.registry import Registry
from clausetree.publish.sources.procedures import Procedures, tree_sources
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.review.problems import RecordUnreadable, WordsUnrecorded
from clausetree.tree.review.review import Review, Reviewed, accepted, read_reviewed, review, write_reviewed
from clausetree.tree.review.wording import to_diagnostic


@dataclass(frozen=True, slots=True)
class Reviews:
    """What is known of every tree, by its id."""

    of: Mapping[str, Review]
    diagnostics: tuple[Diagnostic, ...]


def load_reviews(lock_file: Path, trees: Path, procedures: Procedures, registry: Registry) -> Reviews:
    """Hold every tree against the words that `lock_file` says it was checked against."""
    source = _source(lock_file)
    reviewed, strange = read_reviewed(source)
    found: dict[str, Review] = {}
    for procedure in procedures.all:
        policy = registry.policy(procedure.tree.policy)
        if policy is not None:
            found[procedure.tree.id] = review(procedure.tree, policy, reviewed)
    diagnostics = [to_diagnostic(RecordUnreadable(span), source) for span in strange]
    # The first version that is accepted records the trees that are there.
    accepted_once = (held for held in found.values() if registry.was_published(held.tree.policy))
    diagnostics += _unrecorded(accepted_once, tree_sources(trees))
    return Reviews(found, tuple(diagnostics))


def record_reviews(
    lock_file: Path, procedures: Procedures, registry: Registry, trees: Collection[str], *, only_new: bool
) -> list[str]:
    """Record that `trees` are right, and return the ids of those recorded.

    With `only_new`, a tree that was recorded before keeps what it has, so that changes still show.
    """
    known: Reviewed = read_reviewed(_source(lock_file))[0]
    standing = {procedure.tree.id: procedure.tree for procedure in procedures.all}
    recorded: list[str] = []
    for tree_id in trees:
        tree = standing[tree_id]
        policy = registry.policy(tree.policy)
        if policy is not None and not (only_new and tree_id in known):
            known = accepted(tree, policy, known)
            recorded.append(tree_id)
    if recorded:
        lock_file.write_text(write_reviewed(known), encoding="utf-8", newline="")
    return recorded


def _source(lock_file: Path) -> Source:
    return Source(lock_file.name, lock_file.read_text(encoding="utf-8") if lock_file.exists() else "")


def _unrecorded(reviews: Iterable[Review], sources: list[Source]) -> Iterator[Diagnostic]:
    for found in reviews:
        head = re.compile(rf"^tree[ \t]+{re.escape(found.tree.id)}\b[^\r\n]*", re.MULTILINE)
        # Looked for in every file, but seldom: a tree that is new, or cites something new.
        for source in sources if found.unrecorded else ():
            match = head.search(source.text)
            if match:
                labels = tuple(clause.label for clause in found.unrecorded)
                yield to_diagnostic(WordsUnrecorded(Span(*match.span()), found.tree.id, labels), source)
