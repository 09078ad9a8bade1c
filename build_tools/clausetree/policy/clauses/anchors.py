"""What anchors look like, and which anchor a number, a label or words ask for."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import dropwhile

from clausetree.policy.citing.citations import division_and_number
from clausetree.policy.labels.label import Form, Label, Place
from clausetree.policy.numbers.counting import figures, roman
from clausetree.policy.numbers.latin import latin
from clausetree.report.names import LETTER_FIRST, slug, words_of_name

_ANCHOR = re.compile(LETTER_FIRST)
_NUMBERED = re.compile(r"c\d+(?:-\d+)+[a-z]?(?:-[a-z0-9]+)*", re.ASCII)
_OF_NUMBER = re.compile(r"c(\d+(?:-\d+)+[a-z]?)", re.ASCII)
_DECIMAL = re.compile(r"\d+(?:\.\d+)+(?:[A-Za-z]|\.[A-Z])?", re.ASCII)
_ITEM = re.compile(r"-[a-z](?:-(?:\d+|[a-z]|[ivx]+))*", re.ASCII)
_WITHIN = re.compile(r"(?:-(?:\d+|[a-z]|[ivx]+))+", re.ASCII)
_OF_ITEM = re.compile(_OF_NUMBER.pattern + _ITEM.pattern, re.ASCII)
_SINGLE = re.compile(r"\d{1,3}[A-Za-z]?", re.ASCII)
_LEAD_ON = frozenset(("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"))
"""Words that no anchor ends in which was cut short."""
_APOSTROPHES = re.compile("['’]")
_LONGEST = 6
"""Words in an anchor that is made of words."""


def is_anchor(text: str) -> bool:
    """Lower-case letters and digits in words joined by single hyphens, beginning with a letter."""
    return _ANCHOR.fullmatch(text) is not None


def is_numbered_anchor(text: str) -> bool:
    """Tell whether it has the form kept for numbers like 1.1 and their sub-items (`c2-4`, `c2-3-a`)."""
    return _NUMBERED.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def anchor_of_number(number: str) -> str:
    """Return the anchor that a new clause with this number gets, or "" where its words are to name it.

    2.4 gets `c2-4`, § 1 `par-1`, Article 4 `article-4`, A.1 `a-1`, POL-1 `pol-1`, 3 alone `clause-3`, and
    "Appendix A, 1.1" `appendix-a-1-1`. 2.2a and 2.2A ask for the same one.
    """
    division, own = division_and_number(figures(number))
    if division:
        return "-".join(filter(None, (_slug_of_number(division), _slug_of_number(own))))
    if _DECIMAL.fullmatch(own):
        return "c" + own.replace(".", "-").lower()
    if _SINGLE.match(own) and _SINGLE.fullmatch(own.partition("(")[0]):
        return f"clause-{_slug_of_number(own)}"
    return "" if len(own) == 1 or roman(own.lower()) else _slug_of_number(own)


def is_decimal(number: str | None) -> bool:
    """Tell whether a number is like 1.1: those alone must have the anchor that they ask for."""
    return number is not None and _DECIMAL.fullmatch(number) is not None


def anchor_of_label(label: Label, place: Place) -> str:
    """Return the anchor that a new unit with this label gets; words name a heading that has 1 or I alone."""
    if place is Place.HEADING and not label.division and label.form in (Form.SINGLE, Form.ROMAN):
        return ""
    return anchor_of_number(label.cited)


def anchor_of_item(parent: str, number: str) -> str:
    """Return the anchor of an item that begins with this letter, of the unit that has the anchor `parent`."""
    return f"{parent}-{_slug_of_number(figures(number))}"


def is_of_item(anchor: str, owner: str) -> bool:
    """Tell whether an anchor is of an item of the clause or item that has `owner`: `c2-3-b-1` of `c2-3`."""
    tail = _WITHIN if _OF_ITEM.fullmatch(owner) else _ITEM
    return anchor.startswith(owner) and tail.fullmatch(anchor, len(owner)) is not None


def number_of_anchor(anchor: str) -> str:
    """Return the number that asks for this anchor: `c2-4` is that of "2.4". Without one, return nothing."""
    match = _OF_NUMBER.fullmatch(anchor)
    return match[1].replace("-", ".").upper() if match else ""


def tidied(anchor: str) -> str:
    """Return the nearest text that has an anchor's form."""
    tidy = slug(latin(anchor))
    return tidy if is_anchor(tidy) else f"c{tidy}"


def anchor_of_words(words: str) -> str:
    """Return an anchor made of the first few words, or "" where no word in them begins with a letter.

    "Appendix 1: a flowchart to show …" is called by what stands before its colon.
    """
    plain = latin(_APOSTROPHES.sub("", words.partition(": ")[0]))
    found = list(dropwhile(lambda word: word[0].isdigit(), words_of_name(plain)))
    begun = found[:_LONGEST]
    while len(begun) < len(found) and begun[-1] in _LEAD_ON and len(begun) > 1:
        del begun[-1]
    anchor = "-".join(begun)
    return f"part-{anchor}" if is_numbered_anchor(anchor) else anchor


def _slug_of_number(number: str) -> str:
    return slug(latin(number.replace("§", "par ")))
