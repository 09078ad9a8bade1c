"""The words that stand before numbers, in the languages of policies."""

from __future__ import annotations

import re

_ANNEXES = (
    *("Schedule", "Appendix", "Annex", "Annexe"),
    *("Anlage", "Anhang", "Bijlage"),
    *("Anexo", "Allegato", "Załącznik", "Додаток", "Приложение", "Παράρτημα", "Phụ lục"),
    *("נספח", "परिशिष्ट"),
    *("Atodlen", "Atodiad"),
    "الملحق",
)
_DIVISIONS = (
    *_ANNEXES,
    *("Part", "Chapter", "Title"),
    *("Teil", "Kapitel", "Abschnitt", "Titel"),
    *("Partie", "Chapitre", "Titre"),
    *("Rhan", "Pennod"),
    *(
        "Hoofdstuk",
        "Capítulo",
        "Título",
        "Capitolo",
        "Titolo",
        "Rozdział",
        "Розділ",
        "Глава",
        "Κεφάλαιο",
        "Chương",
    ),
    *("פרק", "अध्याय"),
    *("الباب", "الفصل", "الجزء"),
)
"""What holds clauses: they may be numbered anew within it."""
_CLAUSES = (
    *("Article", "Art.", "Section", "Sec.", "Clause", "Rule", "Regulation", "Paragraph", "Standing Order"),
    *("Bye-law", "Byelaw", "Bylaw"),
    *("Artikel", "Regel", "Absatz", "Ziffer", "Nummer"),
    *("Règle", "Section", "Paragraphe"),
    *("Artículo", "Articolo", "Artigo", "Artykuł", "Стаття", "Статья", "Άρθρο", "Điều"),
    *("סעיף", "अनुच्छेद", "धारा"),
    *("Erthygl", "Adran", "Rheol", "Cymal", "Paragraff", "Rheoliad", "Rheol Sefydlog"),
    *("المادة", "مادة", "البند", "الفقرة", "القسم"),
)


def _any_of(nouns: tuple[str, ...]) -> str:
    longest_first = sorted(set(nouns), key=lambda noun: (-len(noun), noun))
    return "|".join(re.escape(noun).replace(r"\ ", r"\s+") for noun in longest_first)


DIVISIONS = _any_of(_DIVISIONS)
CLAUSES = _any_of(_CLAUSES)
ALL = (*_DIVISIONS, *_CLAUSES)
NOUNS = _any_of(ALL)
"""Patterns of nouns, to be matched without regard to case."""


def is_of_annex(number: str) -> bool:
    """Tell whether what has this number stands behind a policy's clauses, and may have divisions itself."""
    return re.match(rf"(?:{_any_of(_ANNEXES)})\s", number, re.IGNORECASE) is not None


def is_of_division(number: str) -> bool:
    """Tell whether what has this number holds clauses: "Schedule 2" does."""
    return re.match(rf"(?:{DIVISIONS})\s", number, re.IGNORECASE) is not None
