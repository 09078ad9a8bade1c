"""What anchors and clause numbers look like, and which anchor a number asks for."""

from __future__ import annotations

import re

_ANCHOR = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
_NUMBERED = re.compile(r"c\d+(?:-\d+)+[a-z]?(?:-[a-z0-9]+)*", re.ASCII)
_NEARLY = re.compile(r"(\d+(?:\.\d+)+[A-Z]?)[.):](?=\s)", re.ASCII)
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


def tidied(anchor: str) -> str:
    """Return the nearest text that has an anchor's form."""
    words = re.findall(r"[a-z0-9]+", anchor.lower())
    tidy = "-".join(words)
    return tidy if is_anchor(tidy) else f"c{tidy}"
