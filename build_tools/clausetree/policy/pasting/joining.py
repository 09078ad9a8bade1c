"""Words between the items of a list, as in "charge it, and": a line that ends in one is followed by an item."""

from __future__ import annotations

from typing import Final

_WORDS = (
    *("and", "or", "and/or", "und", "oder", "sowie", "und/oder"),
    *("et", "ou", "et/ou", "a", "ac", "neu", "y", "e", "o", "u", "ed", "en", "of", "és", "vagy"),
    *("i", "oraz", "lub", "og", "eller", "och", "ja", "tai", "και", "ή", "и", "или", "та", "або"),
    *("و", "أو", "ו", "או", "और", "या", "và", "hoặc", "和", "或", "及"),
)
JOINING: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
"""A pattern of them, in the languages of policies."""
