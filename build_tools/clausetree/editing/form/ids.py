"""Ids for what is added, worked out from its words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clausetree.editing.form.lines import WrittenCard
from clausetree.editing.form.offers import NODES
from clausetree.report.names import in_plain_letters, slug, unused
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.phrases import RESERVED

_LONGEST = 32
_WITH_A_MEANING = RESERVED | {"any", "days", "done", "today", "you"}
"""Names that mean something else in some place."""


def id_from(words: str, otherwise: str, taken: Collection[str]) -> str:
    """Return a name that is not taken: of words, or `otherwise` where nothing of them can stand in one."""
    name = slug(in_plain_letters(words))
    while len(name) > _LONGEST:
        name = name[:_LONGEST] if "-" not in name else name.rpartition("-")[0]
    return unused(name or otherwise, {*taken, *_WITH_A_MEANING})


def names_of_nodes(cards: Sequence[WrittenCard]) -> Iterator[str]:
    """Yield what the nodes of a tree are called, and what stands among them in conditions."""
    for card in cards:
        if card.kind in NODES or card.kind is BlockKind.SHARED:
            yield card.head.id
        elif card.kind is BlockKind.TREE:
            yield from (line.id for line in card.lines if line.id)
