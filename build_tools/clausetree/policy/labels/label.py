"""A unit's label: the number or letter that it begins with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Place(Enum):
    """How a unit is written."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()


class Form(Enum):
    """How a label is written."""

    DECIMAL = "1.1"
    """Figures and points, with or without a letter behind: 1.1, 1.1.1, 1.2A, 2.2a."""
    LETTER_DOT = "A.1"
    SIGN = "§ 1"
    WORD = "Article 1"
    CODE = "POL-1"
    SINGLE = "1."
    ROMAN = "I."
    SUBSECTION = "(1)"
    """A figure below a heading or a paragraph with a number, of which it is a part: § 3(1)."""
    ITEM = "(a)"
    """A letter, a roman numeral or a figure that an item begins with: it belongs to the unit above."""
    EXAMPLE = "as in the front matter"
    """Like an example that the policy's front matter gives under `numbers`."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a unit before it is read.

    `words` is its plain text. `level` is that of a heading, or how many items an item stands in (0 in a list
    that stands in none). `list_label` is what a Markdown list prints before an ordered item: "3.".
    """

    words: str
    place: Place
    level: int = 0
    list_label: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """`printed` is what the words begin with, signs included: "2.4", "(a)", "Article 4.", "§ 1".

    It is "" where the list prints it and the words do not hold it. `number` is how it is cited: "2.4", "a",
    "Article 4", "§ 1". `division` is "" or "Schedule 2", within which alone the number is unique. `parent` is
    the place, among all units, of the one that this is an item of.
    """

    printed: str
    number: str
    form: Form
    division: str = ""
    parent: int | None = None

    @property
    def cited(self) -> str:
        """How to cite it in the whole policy: "Schedule 2, 1.1"."""
        return f"{self.division}, {self.number}" if self.division else self.number
