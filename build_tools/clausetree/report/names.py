"""What a name is, and how words become one.

A name is small letters a to z and figures, in words joined by single hyphens: `lone-working`. The ids of
policies and trees are names, and so are those of nodes and answers. An anchor is a name that begins with a
letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from unicodedata import normalize

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A pattern, to stand within others."""
LETTER_FIRST = rf"(?=[a-z]){NAME}"
"""The pattern of a name that begins with a letter."""
_WHOLE = re.compile(NAME)
_WORD = re.compile(r"[a-z0-9]+")


def is_name(text: str) -> bool:
    """Tell whether a text is a name, and nothing else."""
    return _WHOLE.fullmatch(text) is not None


def words_of_name(text: str) -> list[str]:
    """Return what can stand in a name of a text in small Latin letters: the rest of it parts two words."""
    return _WORD.findall(text)


def in_plain_letters(text: str) -> str:
    """Return a text in small Latin letters: without accents, and "what's" is one word."""
    return without_accents(text.lower()).replace("'", "")


def unused(name: str, taken: Collection[str]) -> str:
    """Return `name`, or the first of `name-2`, `name-3` … that is not taken."""
    counted = (f"{name}-{count}" for count in range(2, len(taken) + 3))
    return next(found for found in (name, *counted) if found not in taken)


def slug(text: str) -> str:
    """Return a text in small Latin letters as a name, or "" where nothing of it can stand in one."""
    return "-".join(words_of_name(text))


def without_accents(text: str) -> str:
    """Return a text in ASCII: letters without their accents, and nothing for what has none beneath."""
    return normalize("NFKD", text).encode("ascii", "ignore").decode()
