"""Policies without anchors: `clausetree clauses anchor` gives each unit one, and changes no word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetree.history.anchoring.anchored import anchored
from clausetree.history.lock import History
from clausetree.history.past import Past
from clausetree.report.source import Source

from .drawn_words import LABELS
from .oracle import oracle
from .piece import Piece

NO_ANCHOR = frozenset(("P101",))
"""What a policy is refused for that can be mended so."""


def with_anchors(text: str) -> str | None:
    """Return a policy's file with an anchor for each unit; None where something stands in the way."""
    made = anchored(Source("docs/policy/lone.md", text), LABELS, Past(History("lone")), "1.0")
    return None if made.faults else made.source.text


def without_anchors(text: str) -> list[Piece]:
    """Return what a policy's file says, whatever its anchors."""
    return list(_bare(oracle(text, LABELS)))


def _bare(pieces: list[Piece]) -> Iterator[Piece]:
    return (replace(piece, anchor="") for piece in pieces if piece.words)
