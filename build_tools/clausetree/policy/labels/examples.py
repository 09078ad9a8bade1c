"""Forms of labels that a policy's front matter gives by examples: `numbers: Minute 12/1, R1`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PIECE = re.compile(r"\d+|[^\W\d_]+|\s+|.", re.DOTALL)
_SIGNS = ".:)"


def is_example(text: str) -> bool:
    """Tell whether something in an example may vary; of another one no form can be made."""
    return any(_varies(pieces, at) for pieces in [_PIECE.findall(text)] for at in range(len(pieces)))


def form_of(example: str) -> re.Pattern[str]:
    """Return what labels like an example look like: its figures may be others, and so may a letter alone.

    Letters that stand together, or before figures as in R1, stay as they are. The group is the number.
    """
    pieces = _PIECE.findall(example.rstrip(_SIGNS))
    body = "".join(_pattern(pieces, at) for at in range(len(pieces)))
    return re.compile(rf"(?P<number>{body})[{re.escape(_SIGNS)}]?(?=\s|\Z)")


def _pattern(pieces: Sequence[str], at: int) -> str:
    piece = pieces[at]
    if piece.isspace():
        return r"\s+"
    if not _varies(pieces, at):
        return re.escape(piece)
    if piece.isdecimal():
        return r"\d{1,6}"
    return "(?:[A-Z]|[IVXLC]+)" if piece.isupper() else "(?:[a-z]|[ivxlc]+)"


def _varies(pieces: Sequence[str], at: int) -> bool:
    piece = pieces[at]
    if piece.isdecimal():
        return True
    before_figures = at + 1 < len(pieces) and pieces[at + 1].isdecimal()
    return len(piece) == 1 and piece.isascii() and piece.isalpha() and not before_figures
