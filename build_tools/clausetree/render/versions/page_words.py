"""The words of a policy's page in runs, each under the anchor that it stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

ITEM: Final = "\ue000"
"""Stands before the words of an item: a page draws a bullet or a number there. No policy has this sign."""
PICTURE: Final = "\ue001"
"""Stands on both sides of the words for a picture: print has them only where the picture is not there."""
_MARKS = re.compile(f"[{ITEM}{PICTURE}]")


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words in a row under one anchor of the policy, or under none.

    In `marked`, `ITEM` stands before items, and `PICTURE` before and behind the words for a picture.
    """

    anchor: str | None
    marked: str

    @property
    def words(self) -> str:
        """The words alone."""
        return _MARKS.sub("", self.marked)


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The words of a block in an element of a `kind` that only the site makes, `behind` that anchor."""

    kind: str
    words: str
    behind: str | None


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page, and apart from them those in elements that only the site makes.

    `otherwise` is what the page may show besides these words, or hide of them, each with its anchor.
    """

    runs: tuple[TextRun, ...]
    of_site: tuple[SiteWords, ...] = ()
    otherwise: tuple[tuple[str | None, str], ...] = ()

    @property
    def words(self) -> str:
        """All words in reading order, those of the site's elements behind the others."""
        return "\n".join([*(run.words for run in self.runs), *(one.words for one in self.of_site)])

    @property
    def has_anchors(self) -> bool:
        """Whether any words stand under an anchor: programs that make a page easier to read leave them out."""
        return any(run.anchor for run in self.runs)
