"""The words that stand before numbers, in the languages of policies."""

from __future__ import annotations

import re

_ANNEXES = (
    *("Schedule", "Appendix", "Annex", "Annexe"),
    *("Anlage", "Anhang"),
    *("Atodlen", "Atodiad"),
    "الملحق",
)
_PARTS = (
    *_ANNEXES,
    *("Part", "Chapter", "Title"),
    *("Teil", "Kapitel", "Abschnitt", "Titel"),
    *("Partie", "Chapitre", "Titre"),
    *("Rhan", "Pennod"),
    *("الباب", "الفصل", "الجزء"),
)
"""What holds clauses: they may be numbered anew within it."""
_CLAUSES = (
    *("Article", "Art.", "Section", "Sec.", "Clause", "Rule", "Regulation", "Paragraph", "Standing Order"),
    *("Bye-law", "Byelaw", "Bylaw"),
    *("Artikel", "Regel", "Absatz", "Ziffer", "Nummer"),
    *("Règle", "Section", "Paragraphe"),
    *("Erthygl", "Adran", "Rheol", "Cymal", "Paragraff", "Rheoliad", "Rheol Sefydlog"),
    *("المادة", "مادة", "البند", "الفقرة", "القسم"),
)


def _any_of(nouns: tuple[str, ...]) -> str:
    longest_first = sorted(set(nouns), key=lambda noun: (-len(noun), noun))
    return "|".join(re.escape(noun).replace(r"\ ", r"\s+") for noun in longest_first)


PARTS = _any_of(_PARTS)
CLAUSES = _any_of(_CLAUSES)
NOUNS = _any_of((*_PARTS, *_CLAUSES))
"""Patterns of nouns, to be matched without regard to case."""


def is_of_annex(number: str) -> bool:
    """Tell whether what has this number stands behind a policy's clauses, and may have parts in its turn."""
    return re.match(rf"(?:{_any_of(_ANNEXES)})\s", number, re.IGNORECASE) is not None


def is_of_part(number: str) -> bool:
    """Tell whether what has this number holds clauses: "Schedule 2" does."""
    return re.match(rf"(?:{PARTS})\s", number, re.IGNORECASE) is not None
