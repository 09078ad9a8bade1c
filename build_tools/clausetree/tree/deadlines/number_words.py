"""Numbers in English words, as people write lengths of time."""

from __future__ import annotations

_ONES = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def number_words(number: int) -> tuple[str, str] | None:
    """Return a number from 1 to 99 in words, and which one of several has that number; None for any other.

    That is "twenty-one" and "twenty-first".
    """
    if 0 < number < len(_ONES):
        return _ONES[number], _ordinal(_ONES[number])
    if not len(_ONES) <= number < 10 * len(_TENS):
        return None
    tens, ones = _TENS[number // 10], _ONES[number % 10]
    return (f"{tens}-{ones}", f"{tens}-{_ordinal(ones)}") if ones else (tens, _ordinal(tens))


def _ordinal(word: str) -> str:
    return _ORDINALS.get(word) or (f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th")
