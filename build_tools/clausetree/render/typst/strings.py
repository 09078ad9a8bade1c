"""Words as strings of Typst's: nothing that an author writes can then be taken for a command."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_KEPT = "\u00a0\u2007\u202f\u3000"
"""Spaces that mean more than the end of a word: no line is broken at them, or they are as wide as a sign."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
"""Signs that no font has, and that no reader sees on the page either."""
_RUN = re.compile(r"[!-~\u00a1-\u024f]+")
"""Letters and signs that may be parted anywhere, if they must be: others may stand joined."""


def string(text: str) -> str:
    """Return `text` as a string literal. Control characters are left out; spaces that follow another too."""
    return '"' + plain(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def plain(text: str) -> str:
    """Return the signs of `text` that are printed, in Unicode NFC as they are kept."""
    spaced = _SPACES.sub(_one_space, unicodedata.normalize("NFC", text))
    return _UNSEEN.sub("", spaced)


def words(text: str, longest: int) -> str:
    """Return `text` as content. What is longer than `longest` signs without a space may be parted there."""
    pieces = [string(piece) for piece in _parted(plain(text), longest)]
    return "#h(0.01pt);".join(f"#{piece};" for piece in pieces)


def _one_space(match: re.Match[str]) -> str:
    kept = [sign for sign in match[0] if sign in _KEPT]
    return "".join(kept) or " "


def _parted(text: str, longest: int) -> list[str]:
    cuts = [0]
    for run in _RUN.finditer(text) if len(text) > longest else ():
        cuts += range(run.start() + longest, run.end(), longest)
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True) if start < end]
