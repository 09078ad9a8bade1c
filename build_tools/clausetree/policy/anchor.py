"""What anchors and clause numbers look like, and which anchor a number asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import dropwhile

_ANCHOR = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
_NUMBERED = re.compile(r"c\d+(?:-\d+)+[a-z]?(?:-[a-z0-9]+)*", re.ASCII)
_OF_NUMBER = re.compile(r"c(\d+(?:-\d+)+[a-z]?)", re.ASCII)
_LEAD_ON = frozenset(("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"))
"""Words that no anchor ends in which was cut short."""
_NEARLY = re.compile(r"(\d+(?:\.\d+)+[A-Z]?)[.):](?=\s)", re.ASCII)
_APOSTROPHES = re.compile("['’]")
_LONGEST = 6
"""Words in an anchor that is made of words."""
_NUMBER = re.compile(r"(\d+(?:\.\d+)+[A-Z]?)\s+(?=\S)", re.ASCII)


def is_anchor(text: str) -> bool:
    """Lower-case letters and digits in words joined by single hyphens, beginning with a letter."""
    return _ANCHOR.fullmatch(text) is not None


def is_numbered_anchor(text: str) -> bool:
    """Tell whether it has the form kept for numbered clauses and their sub-items (`c2-4`, `c2-3-a`)."""
    return _NUMBERED.fullmatch(text) is not None


def split_number(words: str) -> tuple[str | None, str]:
    """Part the clause number from the words that it begins: ("2.4", "Cafcass supports …")."""
    match = _NUMBER.match(words)
    return (match[1], words[match.end() :]) if match else (None, words)


def nearly_number(words: str) -> tuple[str, str] | None:
    """Return the number that words begin with, with a sign behind it and without: ("2.4.", "2.4")."""
    match = _NEARLY.match(words)
    return (match[0], match[1]) if match else None


def anchor_of_number(number: str) -> str:
    """Return the anchor that a new clause with this number gets: "2.4" gets `c2-4`."""
    return "c" + number.replace(".", "-").lower()


def number_of_anchor(anchor: str) -> str:
    """Return the number that asks for this anchor: `c2-4` is that of "2.4". Without one, return nothing."""
    match = _OF_NUMBER.fullmatch(anchor)
    return match[1].replace("-", ".").upper() if match else ""


def tidied(anchor: str) -> str:
    """Return the nearest text that has an anchor's form."""
    words = re.findall(r"[a-z0-9]+", anchor.lower())
    tidy = "-".join(words)
    return tidy if is_anchor(tidy) else f"c{tidy}"


def anchor_of_words(words: str) -> str:
    """Return an anchor made of the first few words, or "" where no word in them begins with a Latin letter.

    "Appendix 1: a flowchart to show …" is called by what stands before its colon.
    """
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", words.partition(": ")[0].lower()))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    found = list(dropwhile(lambda word: word[0].isdigit(), re.findall(r"[a-z0-9]+", plain)))
    begun = found[:_LONGEST]
    while len(begun) < len(found) and begun[-1] in _LEAD_ON and len(begun) > 1:
        del begun[-1]
    anchor = "-".join(begun)
    return f"part-{anchor}" if is_numbered_anchor(anchor) else anchor


def unused(anchor: str, taken: Collection[str]) -> str:
    """Return `anchor`, or the first of `anchor-2`, `anchor-3` … that is not taken."""
    counted = (f"{anchor}-{count}" for count in range(2, len(taken) + 3))
    return next(found for found in (anchor, *counted) if found not in taken)
