"""What stands at the foot of each page, in its language: which document it is, and which page of it."""

from __future__ import annotations

import re

from clausetree.policy.policy import Policy
from clausetree.render.typst.strings import string

_FEET = {
    "ar": ("الإصدار {}", "صفحة {page} من {pages}"),
    "cy": ("fersiwn {}", "Tudalen {page} o {pages}"),
    "de": ("Fassung {}", "Seite {page} von {pages}"),
    "el": ("έκδοση {}", "Σελίδα {page} από {pages}"),
    "en": ("version {}", "Page {page} of {pages}"),
    "es": ("versión {}", "Página {page} de {pages}"),
    "fr": ("version {}", "Page {page} sur {pages}"),
    "he": ("גרסה {}", "עמוד {page} מתוך {pages}"),
    "hi": ("संस्करण {}", "पृष्ठ {page} / {pages}"),
    "it": ("versione {}", "Pagina {page} di {pages}"),
    "nl": ("versie {}", "Pagina {page} van {pages}"),
    "pl": ("wersja {}", "Strona {page} z {pages}"),
    "pt": ("versão {}", "Página {page} de {pages}"),
    "uk": ("версія {}", "Сторінка {page} з {pages}"),
    "vi": ("phiên bản {}", "Trang {page} / {pages}"),
    "zh": ("版本 {}", "第 {page} 页 / {pages} 页"),
}
"""What stands at the foot of a page, by language: the version, and which page it is."""
_ANY = "\ue000"


def version_in(language: str, version: str) -> str:
    """Return which version it is in words: "version 2.0"."""
    return _feet_in(language)[0].format(version)


def page_in(language: str) -> str:
    """Return which page it is, and of how many, as content."""
    counters = {"{page}": "counter(page).display()", "{pages}": "counter(page).final().first()"}
    parts = re.split(r"(\{pages?\})", _feet_in(language)[1])
    return "".join(f"#{counters.get(part) or string(part)};" for part in parts if part)


def foot_pattern(policy: Policy) -> str:
    """Return a regular expression for what stands at the foot of a page, white space between any two words."""
    return re.escape(policy.title or policy.id).replace(r"\ ", r"\s*") + _foot_of(
        policy.language, policy.version
    )


def any_foot_pattern(language: str) -> str:
    """Return the same for the foot of any version of any policy in a language, but for the title before it."""
    return _foot_of(language, _ANY).replace(_ANY, r"\S{1,40}")


def _foot_of(language: str, of: str) -> str:
    version, page = _feet_in(language)
    numbers = (
        re.escape(f", {version.format(of)} {page}").replace(r"\{page\}", r"\d+").replace(r"\{pages\}", r"\d+")
    )
    return numbers.replace(r"\ ", r"\s*")


def _feet_in(language: str) -> tuple[str, str]:
    return _FEET.get(language.lower().partition("-")[0], _FEET["en"])
