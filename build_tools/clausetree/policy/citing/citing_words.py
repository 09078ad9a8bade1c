"""The words by which the clauses of a policy are named in its text, by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_PLURAL_IN_S = (
    *("section", "clause", "rule", "regulation", "article", "paragraph", "part", "chapter", "schedule"),
    *("standing order", "bye-law", "byelaw"),
)
_INFLECTED = {
    "en": {
        **{noun: f"{noun}s".replace(" ", "_") for noun in _PLURAL_IN_S},
        "appendix": "appendices appendixes",
        "annex": "annexes",
    },
    "de": {
        "Artikel": "artikels artikeln",
        "Regel": "regeln",
        "Kapitel": "kapitels kapiteln",
        "Abschnitt": "abschnitts abschnitte abschnitten",
        "Anlage": "anlagen",
        "Anhang": "anhangs anhänge anhängen",
        "Teil": "teils teile teilen",
        "Ziffer": "ziffern",
        "Nummer": "nummern",
    },
    "fr": {
        "Article": "articles",
        "Chapitre": "chapitres",
        "Annexe": "annexes",
        "Titre": "titres",
        "Section": "sections",
        "Règle": "règles",
        "Paragraphe": "paragraphes",
        "Partie": "parties",
    },
    "cy": {
        "Erthygl": "erthyglau",
        "Adran": "adrannau hadran",
        "Atodlen": "atodlenni",
        "Atodiad": "atodiadau",
        "Rhan": "rhannau ran",
        "Rheol": "rheolau reol",
        "Paragraff": "paragraffau baragraff",
        "Pennod": "bennod phennod penodau",
        "Cymal": "chymal gymal cymalau",
    },
    "ar": {
        "المادة": "مادة والمادة للمادة بالمادة",
        "الملحق": "ملحق والملحق",
    },
}

type NounForms = Mapping[str, str]
"""Each form of a noun, and the one that stands before the number of a clause."""

NOUNS: Mapping[str, NounForms] = MappingProxyType(
    {
        language: {form.replace("_", " "): noun for noun, forms in nouns.items() for form in forms.split()}
        for language, nouns in _INFLECTED.items()
    }
)
"""The forms of the nouns that stand before numbers, by language; those that are the same are left out."""

LEADS: Mapping[str, str] = MappingProxyType(
    {
        "en": r"see(?:\s+also)?|as\s+in|under",
        "de": r"siehe(?:\s+auch)?|vgl\.|s\.|nach|gemäß",
        "fr": r"voir(?:\s+aussi)?|cf\.|selon",
        "cy": r"gweler|gwelwch|o\s+dan",
        "ar": r"انظر|راجع",
    }
)
"""What stands before a number like 4.2 that is named without a noun."""

AND: Mapping[str, str] = MappingProxyType(
    {"en": "and|or|to", "de": "und|oder|bis", "fr": "et|ou|à", "cy": "a|ac|neu|i|hyd", "ar": "و|أو|إلى"}
)

ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "en": r"(?:sub-?)?(?:paragraph|clause|section)s?|items?|points?",
        "de": r"Buchstaben?|Punkte?|Abs\.|Absätze",
        "fr": r"(?:point|alinéa|lettre)s?",
        "cy": r"(?:is-?)?baragraff|paragraff|eitem|pwynt",
        "ar": r"(?:ال)?(?:فقرة|بند)",
    }
)
"""What stands before the letter of an item that is named alone: "paragraph (a)"."""


def language_of(tag: str) -> str:
    """Return which of these languages a policy's is: English where none of them is."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return language if language in NOUNS else "en"
