"""How numbers are counted: figures, letters and roman numerals, and what comes after what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import product

from clausetree.policy.numbers.alphabets import OTHERS, Alphabet, alphabets_of, spelt, with_figures

_PIECES = re.compile(rf"\d+|[A-Za-z]+|[{OTHERS}]")
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.ASCII)
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Numeral(Enum):
    """What a number is counted in."""

    FIGURE = auto()
    LETTER = auto()
    CAPITAL = auto()
    ROMAN = auto()
    ROMAN_CAPITAL = auto()


type Count = tuple[tuple[Numeral | Alphabet, int], ...]
"""A number by its pieces, the outermost first: 3.1a is a figure, a figure and a letter."""


def figures(text: str) -> str:
    """Return a text with the digits of every script as the western ones."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)


def roman(text: str) -> int:
    """Return what a roman numeral up to 399, in small letters, counts; 0 where it is none."""
    if not _ROMAN.fullmatch(text):
        return 0
    worth = [_WORTH[char] for char in text]
    return sum(-one if one < two else one for one, two in zip(worth, [*worth[1:], 0], strict=True))


def letters(text: str) -> int:
    """Count a is 1 to z, then aa is 27; 0 for letters that no list is counted in.

    Behind z stands aa, then bb or ab: both are counted from 27 on.
    """
    if len(text) == 1:
        return ord(text) - ord("a") + 1
    if len(text) == 2 and (text[0] == text[1] or text[0] == "a"):
        return 26 + ord(text[1]) - ord("a") + 1
    return 0


def readings(number: str) -> tuple[Count, ...]:
    """Return every way to read a number: "I" is the ninth letter, and the first roman numeral."""
    return tuple(
        reading for spelling in spelt(with_figures(figures(number))) for reading in _readings(spelling)
    )


def _readings(number: str) -> Iterator[Count]:
    pieces = [_piece(piece) for piece in _PIECES.findall(number)]
    yield from product(*pieces) if pieces else ()


def _piece(piece: str) -> Sequence[tuple[Numeral | Alphabet, int]]:
    if piece.isdigit():
        return [(Numeral.FIGURE, int(piece))]
    if not piece.isascii():
        return alphabets_of(piece)
    small = piece.lower()
    capital = piece.isupper()
    found = [(Numeral.CAPITAL if capital else Numeral.LETTER, letters(small))]
    found.append((Numeral.ROMAN_CAPITAL if capital else Numeral.ROMAN, roman(small)))
    return [(numeral, value) for numeral, value in found if value]


def is_first(count: Count) -> bool:
    """Tell whether counting may begin with it: 1, A, 1.1, 0."""
    return all(value <= 1 for _, value in count)


def follows(before: Count, after: Count, missing: int = 0) -> bool:
    """Tell whether one comes next, or after so many that are missing: 3.1, 3.2, 3.2a, 3.3, 4, 4.1, 6."""
    at = next((at for at, (one, two) in enumerate(zip(before, after, strict=False)) if one != two), None)
    if at is None:
        return len(after) > len(before) and is_first(after[len(before) :])
    (numeral, value), (next_numeral, next_value) = before[at], after[at]
    stepped = numeral is next_numeral and 0 < next_value - value <= 1 + missing
    return stepped and is_first(after[at + 1 :])
