"""Languages as Typst is told them."""

from __future__ import annotations

import re

from clausetree.render.typst.strings import string


def language_of(tag: str) -> str:
    """Return a language as Typst is told it; English where it is none."""
    language, *rest = re.split("[-_]", tag)
    region = next((part for part in rest if re.fullmatch("[a-z]{2}", part)), "gb" if language == "en" else "")
    if not re.fullmatch("[a-z]{2,3}", language):
        language, region = "en", "gb"
    return f"lang: {string(language)}" + (f", region: {string(region)}" if region else "")


def within_another(tag: str) -> str:
    """Return the same for words among others: the country of these is not theirs."""
    said = language_of(tag)
    return said if "region" in said else f"{said}, region: none"
