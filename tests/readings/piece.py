"""What a policy says, flattened: words in reading order, each with its number, its anchor and its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

PARTED = " \ue0f2 "
"""Stands between two paragraphs of one item, entry or note."""
ANOTHER_CELL = " \ue0f3 "
"""Stands between two cells of a row."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together. `kind` names them and what they stand in ("p", "quote/p", "ol/li/ul/li").

    `number` is what a list or a note prints before them. `anchor` is given to the first piece of what it names;
    where two stand on the same words, both are named.
    """

    kind: str
    words: str
    number: str = ""
    anchor: str = ""


def collapsed(text: str) -> str:
    """Return `text` in Unicode NFC with every run of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def raised(figure: str) -> str:
    """Return a number as the mark of a note has it."""
    return figure.translate(_RAISED)


def kept(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces without those that say nothing and that no number or anchor is given to."""
    return [piece for piece in pieces if piece.words or piece.number or piece.anchor]


def shown(pieces: Iterable[Piece]) -> str:
    """Return the pieces a line each, for people to compare."""
    return "".join(f"{_place(piece)} {readable(piece.words)}\n" for piece in pieces)


def readable(words: str) -> str:
    """Return words with signs that people see between paragraphs and cells."""
    return words.replace(PARTED.strip(), "¶").replace(ANOTHER_CELL.strip(), "¦")


def _place(piece: Piece) -> str:
    anchor = f"#{piece.anchor}" if piece.anchor else "-"
    return f"{piece.kind:<14} {piece.number or '-':<5} {anchor:<14}"
