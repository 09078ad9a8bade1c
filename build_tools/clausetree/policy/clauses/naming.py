"""What words without a printed number are called, so that every link has a name of its own."""

from __future__ import annotations

import re

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.numbers.alphabets import Alphabet
from clausetree.policy.numbers.counting import readings

_NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def place_name(what: str, position: int, section: str) -> str:
    """Name words by where they stand: paragraph 1 of “Who does it apply to?”.

    "Appendix 1: a flowchart to show …" is called by what stands before its colon.
    """
    return f"{what} {position} of “{section.partition(': ')[0]}”"


def note_name(words: str) -> str:
    """Name a note by the raised figure it begins with, or return nothing: it is no note."""
    mark = _NOTE.match(words)
    return f"note {mark[0].translate(_FIGURES)}" if mark else ""


def item_label(parent: Clause | None, anchor: str) -> str | None:
    """Return the label of an item of a numbered clause: under 2.3, `c2-3-a` is "2.3(a)".

    The letter comes from the anchor, so that an item put in before it does not rename it.
    """
    if parent is None or parent.number is None or not anchor.startswith(f"{parent.anchor}-"):
        return None
    own = anchor[len(parent.anchor) + 1 :].split("-")
    return parent.number + "".join(f"({word})" for word in own)


def item_letter(number: str) -> str:
    """Return how the anchor of an item with this letter ends: for an Arabic, Greek or other one, with ours."""
    counts = [] if number.isascii() else readings(number)
    if not counts or not isinstance(counts[0][-1][0], Alphabet):
        return number
    return "".join(item_tail(None, value) for _, value in counts[0])


def item_tail(parent: Clause | None, position: int) -> str:
    """Return how a new item's anchor ends: the second of `c2-3` gets `c2-3-b`, the first of that `c2-3-b-1`."""
    within = parent is not None and parent.kind is ClauseKind.SUB_ITEM
    return str(position) if within or not 0 < position <= 26 else chr(ord("a") + position - 1)
