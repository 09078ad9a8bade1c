"""A count as one of Word's formats writes it (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clausetree.tree.deadlines.number_words import number_words

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
LIST_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""Word's formats by the signs that stand for them in HTML and in OpenDocument."""
_CHICAGO = "*†‡§"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"


def written(count: int, form: str, pattern: str = "") -> str | None:
    """Return a count in Word's format `form`; None where we do not know that format.

    `pattern` is what a format of the document's own says: "001, 002, 003, ...".
    """
    if form == "custom":
        return (
            str(count).zfill(len(pattern.split(",")[0].strip()))
            if pattern.strip("0123456789, .") == ""
            else None
        )
    writer = _WRITERS.get(form)
    return None if writer is None else writer(count)


def _roman(count: int) -> str:
    """Return a count in capital Roman numerals; in figures where it is none that Romans write."""
    if not 0 < count < 32768:
        return str(count)
    letters = ""
    for worth, sign in _ROMAN:
        letters += sign * (count // worth)
        count %= worth
    return letters


def _repeated(alphabet: str) -> Callable[[int], str]:
    """Word counts on behind z with aa, bb, cc."""

    def write(count: int) -> str:
        if count < 1:
            return str(count)
        times, at = divmod(count - 1, len(alphabet))
        return alphabet[at] * (times + 1)

    return write


def _ordinal(count: int) -> str:
    teens = 10 < count % 100 < 14
    return f"{count}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


def _in_words(ordinal: bool) -> Callable[[int], str]:
    """In figures from a hundred on: no list is counted in words as far."""

    def write(count: int) -> str:
        words = number_words(count)
        return words[ordinal].capitalize() if words else str(count)

    return write


def _from(first: int, last: int, sign: int) -> Callable[[int], str]:
    """Signs that stand in Unicode one after the other, and figures behind the last of them."""
    return lambda count: chr(sign + count - first) if first <= count <= last else str(count)


_WRITERS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerLetter": _repeated("abcdefghijklmnopqrstuvwxyz"),
    "ordinal": _ordinal,
    "cardinalText": _in_words(ordinal=False),
    "ordinalText": _in_words(ordinal=True),
    "hex": lambda count: f"{count:X}",
    "chicago": _repeated(_CHICAGO),
    "numberInDash": lambda count: f"- {count} -",
    "decimalEnclosedCircle": _from(1, 20, 0x2460),
    "decimalEnclosedParen": _from(1, 20, 0x2474),
    "decimalEnclosedFullstop": _from(1, 20, 0x2488),
    "decimalFullWidth": lambda count: "".join(chr(0xFF10 + int(figure)) for figure in str(count)),
    "decimalHalfWidth": str,
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
}
