"""One unit of a policy that can be linked to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

from clausetree.report.span import Span


class ClauseKind(Enum):
    """What a unit is in the policy's order."""

    CLAUSE = "clause"
    """A numbered paragraph."""
    SUB_ITEM = "sub-item"
    """An item of the list that stands under a clause or an unnumbered paragraph."""
    UNNUMBERED = "part"
    """An unnumbered paragraph, a row of a table, or a note."""
    HEADING = "heading"


class Standing(Enum):
    """Whose words these are, and whether a reader attests to them."""

    NORMATIVE = "normative"
    """The policy itself: attested, and part of its digest."""
    INFORMATIVE = "informative"
    """The organisation's words about the policy, such as its owner and its history."""
    EDITORIAL = "editorial"
    """The publisher's words. They are not the organisation's."""


@dataclass(frozen=True, slots=True)
class Clause:
    """`text` is plain words, spaces collapsed, the number left out.

    `html` is the same words, safe to show on any page: it links only to whole addresses.
    `number` is as printed ("2.4"); a sub-item has a label made of its clause's number ("2.3(a)").
    `parent` is the anchor of the clause a sub-item belongs to, `section` that of the heading above.
    `printed` is what the words begin with in the text that is their number ("2.4", "(a)", "Article 4."), and
    `key` is that of their unit in the policy's document. `depth` is how deep an item stands in its clause: 1
    for 2.3(a), 2 for 2.3(a)(i).
    """

    anchor: str
    kind: ClauseKind
    number: str | None
    title: str
    text: str
    html: str
    parent: str | None
    section: str | None
    standing: Standing = Standing.NORMATIVE
    span: Span = field(default=Span(0, 0), compare=False)
    printed: str = field(default="", compare=False)
    key: int = field(default=-1, compare=False)
    depth: int = field(default=1, compare=False)

    @property
    def label(self) -> str:
        """What to call it in a sentence: "clause 2.3(a)", "section 2.0", "Article 4" or its title."""
        if self.number is None:
            return self.title
        if " " in self.number:  # a word or a sign stands before the figure
            return self.number
        return f"{'section' if self.kind is ClauseKind.HEADING else 'clause'} {self.number}"

    @property
    def digest(self) -> str:
        """SHA-256 of the words, in hexadecimal: neither a new number nor a new theme changes it."""
        return digest(self.text)


class LastWords(NamedTuple):
    """The number, and the digest of the words, that an anchor was published with last."""

    number: str | None
    digest: str


type Published = Mapping[str, LastWords]
"""What each anchor of a policy was published with last."""
NOTHING: Published = MappingProxyType({})


def digest(text: str) -> str:
    """Return the SHA-256 of words, in hexadecimal."""
    return sha256(text.encode()).hexdigest()
