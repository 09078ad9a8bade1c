"""The lists that fields choose their values from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clausetree.editing.form.form import Offered
from clausetree.editing.form.lines import WrittenCard, WrittenLine
from clausetree.editing.form.shape import Reads
from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.strength import Strength
from clausetree.tree.syntax import Verb

NODES = (
    BlockKind.QUESTION,
    BlockKind.STEP,
    BlockKind.WAIT,
    BlockKind.ROUTE,
    BlockKind.TABLE,
    BlockKind.VISIT,
    BlockKind.OUTCOME,
)
"""Blocks that arrows can lead to."""

_ANSWERS = ("option", "many", "none", "unsure")
_FIXED = {
    "bases": (
        Offered("clauses", "You drew it from the clauses"),
        Offered("flowchart", "The policy prints it as a flowchart"),
    ),
    "strengths": tuple([Offered(each.value, each.value) for each in Strength]),
    "verbs": (Offered(Verb.IS.value, "is"), Offered(Verb.INCLUDES.value, "includes")),
    "shown": tuple([Offered(each.value, each.value) for each in AsideKind]),
}


def answers_list(question: str) -> str:
    """Return the name of the list of a question's answers."""
    return f"answers {question}"


def lists_of(cards: Sequence[WrittenCard]) -> Mapping[str, tuple[Offered, ...]]:
    """Return every list that a field of these cards may choose from."""
    lists = {
        **_FIXED,
        "nodes": tuple(_heads(cards, *NODES)),
        "ends": tuple(_heads(cards, BlockKind.OUTCOME, BlockKind.WAIT, BlockKind.STEP)),
        "questions": tuple(_heads(cards, BlockKind.QUESTION, BlockKind.VISIT)),
        "shared": tuple(_heads(cards, BlockKind.SHARED)),
        "roles": (Offered("you", "You, who read this"), *_lines(cards, "role")),
        "facts": tuple(_lines(cards, "fact")),
        "totals": tuple(_lines(cards, "total")),
    }
    for card in cards:
        if card.kind is BlockKind.QUESTION:
            offered = (_offered(line) for line in card.lines if line.kind in _ANSWERS and line.id)
            lists[answers_list(card.head.id)] = tuple(offered)
    return lists


def _heads(cards: Sequence[WrittenCard], *kinds: BlockKind) -> Iterator[Offered]:
    return (_offered(card.head) for card in cards if card.kind in kinds)


def _lines(cards: Sequence[WrittenCard], kind: str) -> Iterator[Offered]:
    heads = [card for card in cards if card.kind is BlockKind.TREE]
    return (_offered(line) for card in heads for line in card.lines if line.kind == kind and line.id)


def _offered(line: WrittenLine) -> Offered:
    words = (each.value for each in line.found if each.piece.reads is Reads.WORDS and each.value)
    return Offered(line.id, next(words, line.id))
