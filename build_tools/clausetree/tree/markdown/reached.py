"""How somebody is reached: telephone numbers and electronic addresses that a phone or a computer can open.

Nothing is guessed. What might be something else, such as a date, an account or a number within a building,
stays as it is: an author can make a link of it.
"""

from __future__ import annotations

import re

from clausetree.report.lazy import lazy
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.model import Prose

_APART = lazy(r"(<a\b.*?</a>|<code>.*?</code>|<[^>]*>)", re.DOTALL)
"""What is a link already, code, and tags."""

_BEGINS = r"(?<![^\s(\[“‘:,>])"
_MAIL = (
    rf"{_BEGINS}(?P<mail>[A-Za-z0-9](?:[\w.+-]*[A-Za-z0-9])?@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{{2,}})(?![\w@-]|\.\w)"
)
_GAP = "[ \u00a0\u202f\u2011-]"
_APART_BY = rf"(?:{_GAP}?\([0-9]{{1,5}}\){_GAP}?|{_GAP})"
_NUMBER = rf"{_BEGINS}(?P<number>\+?(?:\([0-9]{{2,6}}\)|[0-9])(?:{_APART_BY}?[0-9])*)(?![\w@/%]|[.,:][0-9])"
_FOUND = lazy(rf"{_MAIL}|{_NUMBER}", re.ASCII)

_DATE = lazy(r"[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_CODED = lazy(r"\+[1-9][0-9]{7,14}")
"""The whole of a number, by E.164: with a country code, 15 figures at the most."""
_NATIONAL = lazy(r"0[1-9][0-9]{7,9}")
_FREE = lazy(r"0[58]00[0-9]{4}")
_SHORT = lazy(r"999|112|111|101|105|119|911|988|116[0-9]{3}")
"""Emergencies, and numbers that are the same in a whole country or continent."""

_CALLS = lazy(r"\b(?:call|dial|phone|ring|telephone|tel)\.?:?(?:\s+(?:us|them|on))*\s+$", re.IGNORECASE)
_SAYS_OTHERWISE = lazy(
    r"\b(?:accounts?|case|charity|code|company|fax|file|id|invoice|order|quot(?:e|ing)|ref(?:erence)?|registration"
    r"|room|sms|text|vat)\b\.?(?:\s+(?:number|no|us|to|on|is|the|code|your))*\.?:?\s*$",
    re.IGNORECASE,
)
_COUNTED = lazy(
    r"\s*(?:am|pm|a\.m|p\.m|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|times)\b", re.IGNORECASE
)
_NOBODY = lazy(r"(?:first|fore|last|sur|your|user)_?-?\.?name|first\.last", re.IGNORECASE)


def reached(markdown: str) -> Prose:
    """Return words within a line with links for the telephone numbers and electronic addresses in them."""
    words = phrase(markdown)
    pieces = _APART.split(words.html)
    # Every other piece stands between links and tags.
    pieces[::2] = [_FOUND.sub(_linked, piece) for piece in pieces[::2]]
    return Prose(words.text, "".join(pieces))


def _linked(match: re.Match[str]) -> str:
    address = _mail(match["mail"]) if match["mail"] else _number(match)
    return f'<a href="{address}">{match[0]}</a>' if address else match[0]


def _mail(address: str) -> str | None:
    return None if _NOBODY.search(address) else f"mailto:{address}"


def _number(match: re.Match[str]) -> str | None:
    """Return the address of a telephone number, or None for what may be something else."""
    written = match["number"]
    before, behind = match.string[: match.start()], match.string[match.end() :]
    if _DATE.fullmatch(written) or _SAYS_OTHERWISE.search(before) or _COUNTED.match(behind):
        return None
    # A nought in brackets is dialled within the country alone.
    dialled = re.sub(r"(?<=[0-9])\D*\(0\)", "", written) if written.startswith("+") else written
    figures = re.sub(r"[^0-9+]", "", dialled)
    groups = re.findall("[0-9]+", written)
    whole = _CODED.fullmatch(figures) or (_NATIONAL.fullmatch(figures) and _is_grouped(groups))
    whole = whole or (_FREE.fullmatch(figures) and len(groups) > 1)
    return f"tel:{figures}" if whole or (_SHORT.fullmatch(figures) and _CALLS.search(before)) else None


def _is_grouped(groups: list[str]) -> bool:
    """Return whether the last group is as long as in a number: two figures where all behind the first are."""
    return len(groups[-1]) > 2 or (len(groups) > 2 and all(len(group) == 2 for group in groups[1:]))
