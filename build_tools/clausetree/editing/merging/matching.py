"""Which piece of a changed text is which of the text that it was changed from."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from clausetree.editing.merging.pieces import Piece

_LIKE = 0.5
"""How much of two pieces without names is alike where one has become the other."""


def matched(base: Sequence[Piece], side: Sequence[Piece]) -> dict[int, int]:
    """Return the place in `base` of each piece of `side` that was there, by its place in `side`.

    Names decide. Without one, a piece is the one that says the same; or the one between the same neighbours,
    where as many stand there as stood there, and each is like the one in its place.
    """
    places = {piece.key: at for at, piece in enumerate(base) if piece.key}
    found = {at: places[piece.key] for at, piece in enumerate(side) if piece.key in places}
    old, new = ([_landmark(piece) for piece in pieces] for pieces in (base, side))
    taken = set(found.values())
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before = [at for at in range(a, b) if at not in taken]
        after = [at for at in range(c, d) if at not in found]
        if tag == "equal":
            found |= {n: o for o, n in zip(range(a, b), range(c, d), strict=True) if n in after and o in before}
        elif len(before) == len(after) and all(
            _became(base[o], side[n]) for o, n in zip(before, after, strict=True)
        ):
            found |= dict(zip(after, before, strict=True))
    return found


def _landmark(piece: Piece) -> tuple[str, str]:
    return (piece.key, "" if piece.key else piece.text)


def _became(old: Piece, new: Piece) -> bool:
    """Whether a piece without a name, or whose name is new, is what became of another."""
    if old.key and new.key:
        return False
    return SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False).ratio() >= _LIKE
