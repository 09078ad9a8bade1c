"""Languages by their names on the web (BCP 47)."""

from __future__ import annotations

import re

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def primary(language: str) -> str:
    """Return a language without its country: "en" for both en-GB and en_US."""
    return re.split("[-_]", language.lower(), maxsplit=1)[0]
