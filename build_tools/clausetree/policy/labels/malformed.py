"""What is nearly a number, as "1.1.Words" and "1.4-" are, and what to write in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d+(?:\.\d+)+[A-Za-z]?"
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Signs that have no width: a space that nobody sees parts nothing for a program."""
_MALFORMED = re.compile(
    rf"(?P<number>{_NUMBER})(?:[.):,;_*]*[-–—]|[.):,;][.):,;]+|[,;_*])(?=\s)"
    rf"|(?P<hidden>[{_UNSEEN}]*{_NUMBER}[.):]?[{_UNSEEN}]+\s*)(?=\S)"
    rf"|(?P<ahead>[{_UNSEEN}]+{_NUMBER})(?=\s)"
    rf"|(?P<tight>{_NUMBER})[.):](?=[^\W\d_]{{2}})"
    rf"|(?P<before>{_NUMBER})\.(?P<letter>[a-z])[.)]?(?=\s)"
    rf"|(?P<open>{_NUMBER})(?=\([a-zA-Z0-9]{{1,4}}\))"
    rf"|(?P<range>(?P<stem>\d+(?:\.\d+)*\.)\d+[A-Za-z]?)(?=[-–—/](?P=stem)\d+[A-Za-z]?\s)",
    re.ASCII,
)
_WHOLE = re.compile(rf".*?(?P<number>{_NUMBER}).*", re.ASCII | re.DOTALL)
_REST = re.compile(r"(?P<number>\d{1,3}[A-Za-z]?)(?=\s+[\W_]*[A-ZÀ-ÖØ-Þ])")


@dataclass(frozen=True, slots=True)
class MalformedNumber:
    """What was `found`, as "1.7-", the `number` that it nearly is, and the letter of an `item` behind that."""

    found: str
    number: str
    item: str = ""

    @property
    def corrected(self) -> str:
        """What to write, with a space behind it, in the place of what was found: of "1.11.a" "1.11 (a)"."""
        return f"{self.number} ({self.item})" if self.item else self.number


def malformed_number(words: str, list_label: str = "", before: str = "") -> MalformedNumber | None:
    """Return what words begin with that is nearly a number.

    A number parted as "1. 6" is one where `list_label` is "1." and `before`, the number before it in the
    policy, is 1.5 or the like: then what was found is not all in the words.
    """
    match = _MALFORMED.match(words)
    if match is None:
        return _split_number(words, list_label, before)
    if match["letter"]:
        return MalformedNumber(match[0], match["before"], match["letter"])
    return MalformedNumber(match[0], match["range"] or _WHOLE.sub(r"\g<number>", match[0]))


def _split_number(words: str, list_label: str, before: str) -> MalformedNumber | None:
    rest = _REST.match(words)
    first = list_label.removesuffix(".")
    if rest is None or first == list_label or not first.isdecimal() or not before.startswith(f"{first}."):
        return None
    return MalformedNumber(f"{list_label} {rest['number']}", f"{first}.{rest['number']}")
