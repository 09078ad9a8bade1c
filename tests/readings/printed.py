"""The words of a policy in print, read back from its PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from io import BytesIO

from pypdf import PdfReader

from clausetree.policy.policy import Policy
from clausetree.publish.printing.documents import Edition
from clausetree.render.policy.headings import begins_with_title
from clausetree.render.typst.document import to_typst

from .piece import ANOTHER_CELL, PARTED, Piece

_PAGE = r",version1\.0Page\d+of\d+\Z"
_BULLETS = "•‣–"
_LEFT_OUT = re.compile(rf"[\s{_BULLETS}{PARTED}{ANOTHER_CELL}\u00ad\u200b\u2060\ufeff]+")
"""White space, and what is not seen or ends a line; and bullets, in whose place a task has its box."""
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")
_SHAPED = re.compile(r"[\u0590-\u0eff\ufb1d-\ufdff\ufe70-\ufefc]+")
"""Letters that are drawn by other rules than one after another: a PDF has them in the order of their shapes."""


def words_in_print(policy: Policy) -> str:
    """Return what stands on the pages of a policy's PDF, without its feet and without white space.

    Where the text has no title, the document begins with that of the head.
    """
    pdf = Edition(to_typst(policy, lambda href: href, {}), {}).to_pdf()
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    title = squeezed(policy.title)
    foot = re.compile(re.escape(title) + _PAGE)
    words = "".join(foot.sub("", squeezed(page)) for page in pages)
    return words if begins_with_title(policy.document) else words.removeprefix(title)


def words_to_print(pieces: list[Piece]) -> str:
    """Return what is to stand there."""
    return squeezed("\n".join(f"{piece.number} {piece.words}" for piece in pieces))


def are_alike(expected: str, found: str) -> bool:
    """Tell whether the words are the same, and in the same order where they run in one direction."""
    if _RIGHT_TO_LEFT.search(expected):
        return Counter(_SHAPED.sub("", expected)) == Counter(_SHAPED.sub("", found))
    return _SHAPED.sub("", expected) == _SHAPED.sub("", found)


def squeezed(text: str) -> str:
    """Return the signs of a text in one form each, without those that cannot be compared."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text))
