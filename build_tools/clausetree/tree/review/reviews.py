"""Which words each of several trees was checked against, and what was recorded of none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausetree.history.registry import Registry
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.procedures import Procedures
from clausetree.tree.review.problems import RecordUnreadable, WordsUnrecorded
from clausetree.tree.review.review import Review, Reviewed, accepted, read_reviewed, review
from clausetree.tree.review.wording import to_diagnostic


@dataclass(frozen=True, slots=True)
class Reviews:
    """What is known of every tree, by its id."""

    of: Mapping[str, Review]
    diagnostics: tuple[Diagnostic, ...]


def review_all(
    reviewed: Source, procedures: Procedures, registry: Registry, sources: Sequence[Source]
) -> Reviews:
    """Hold every tree against the words that the file `reviewed` says it was checked against.

    `sources` are the files of the trees.
    """
    recorded, strange = read_reviewed(reviewed)
    found: dict[str, Review] = {}
    for procedure in procedures.all:
        found[procedure.tree.id] = review(procedure.tree, registry, recorded)
    diagnostics = [to_diagnostic(RecordUnreadable(span), reviewed) for span in strange]
    diagnostics += _unrecorded(found.values(), registry, sources)
    return Reviews(found, tuple(diagnostics))


def record(
    reviewed: Reviewed, procedures: Procedures, registry: Registry, trees: Collection[str], *, only_new: bool
) -> tuple[Reviewed, list[str]]:
    """Return what is known once somebody has said that `trees` are right, and the ids of those recorded.

    With `only_new`, a tree that was recorded before keeps what it has, so that changes still show. Raises
    `KeyError` for an id that no sound tree has.
    """
    standing = {procedure.tree.id: procedure.tree for procedure in procedures.all}
    recorded: list[str] = []
    for tree_id in trees:
        tree = standing[tree_id]
        if not (only_new and tree_id in reviewed):
            reviewed = accepted(tree, registry, reviewed)
            recorded.append(tree_id)
    return reviewed, recorded


def _unrecorded(
    reviews: Iterable[Review], registry: Registry, sources: Sequence[Source]
) -> Iterator[Diagnostic]:
    for found in reviews:
        # The first version of a policy that is accepted records the trees that are there.
        labels = tuple(each.label for each in found.unrecorded if registry.was_published(each.policy.id))
        heading = re.compile(rf"^tree[ \t]+{re.escape(found.tree.id)}\b[^\r\n]*", re.MULTILINE)
        # Looked for in every file, but seldom: a tree that is new, or cites something new.
        for source in sources if labels else ():
            match = heading.search(source.text)
            if match:
                yield to_diagnostic(WordsUnrecorded(Span(*match.span()), found.tree.id, labels), source)
