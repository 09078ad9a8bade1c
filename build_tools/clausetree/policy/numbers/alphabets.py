"""Letters and numerals of other scripts, as lists are counted in them."""

from __future__ import annotations

import re
from enum import Enum
from itertools import product


class Alphabet(Enum):
    """The letters that lists are counted in, in order."""

    GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
    CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
    HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
    ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
    """The order of Arabic letters in which lists are counted more often."""
    ALIF = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
    """The order of Arabic dictionaries."""
    DEVANAGARI = "कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह"


_OTHER_FORMS = {
    "đ": "d-a",
    "ґ": "гa",
    "є": "еa",
    "ё": "еa",
    "і": "иa",
    "ї": "иb",
    "й": "иa иc",
    "ь": "щa",
    "ङ": "घa",
    "ञ": "झa",
    "ण": "ढa",
    "στ": "εa",
    "ا": "أ",
    "هـ": "ه",
}
"""Letters that some count and others leave out, as what stands behind the one before: "й" at the first place or
the third. Beside them stand other forms of a letter."""
OTHERS = "".join(letter for alphabet in Alphabet for letter in alphabet.value) + "".join(_OTHER_FORMS)
"""All of these signs: to stand between the square brackets of a pattern."""
_SIGNS = re.compile("στ|هـ|.", re.DOTALL)
_ONES = "一二三四五六七八九"
CHINESE = f"{_ONES}十百"
"""The signs of Chinese numerals: to stand between the square brackets of a pattern."""
_CHINESE = re.compile(rf"[{CHINESE}]+")
_BEHIND = {"bis": "a", "ter": "b", "quater": "c", "quinquies": "d"}
_ORDINAL = re.compile(r"(?<=[1I])(?:er|re|ère)\b")
_REPEATED = re.compile(rf"\s+(?P<word>{'|'.join(_BEHIND)})\b")


def with_figures(number: str) -> str:
    """Return a number with figures for Chinese numerals, 1 for "1er" and 4a for "4 bis"."""
    plain = _REPEATED.sub(lambda match: _BEHIND[match["word"]], _ORDINAL.sub("", number))
    return _CHINESE.sub(lambda match: str(chinese(match[0])), plain)


def chinese(text: str) -> int:
    """Return what a Chinese numeral up to 199 counts: 十二 is 12."""
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    worth = 100 * _one(hundreds) if hundred else 0
    return worth + (10 * _one(tens) if ten else 0) + (_ONES.find(ones[-1:]) + 1 if ones else 0)


def spelt(number: str) -> list[str]:
    """Return every way to write a number in the letters that all count: "й" is behind "и"."""
    spellings = [_OTHER_FORMS.get(sign, sign).split() or [sign] for sign in _SIGNS.findall(number)]
    return ["".join(spelling) for spelling in product(*spellings)]


def alphabets_of(letter: str) -> list[tuple[Alphabet, int]]:
    """Return in which alphabets a letter is counted, and as what."""
    return [(alphabet, alphabet.value.index(letter) + 1) for alphabet in Alphabet if letter in alphabet.value]


def _one(numeral: str) -> int:
    return _ONES.find(numeral[-1:]) + 1 if numeral else 1
