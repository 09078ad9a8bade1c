"""Which way a language is written."""

from __future__ import annotations

_FROM_THE_RIGHT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
_SCRIPTS_FROM_THE_RIGHT = frozenset(("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"))


def direction_of(language: str) -> str:
    """Return "rtl" or "ltr" for a language as BCP 47 writes it: "ar", or "az-Arab", which names its script."""
    first, *rest = language.lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    from_the_right = script in _SCRIPTS_FROM_THE_RIGHT if script else first in _FROM_THE_RIGHT
    return "rtl" if from_the_right else "ltr"
