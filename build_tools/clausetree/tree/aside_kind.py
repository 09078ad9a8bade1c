"""What a step or an outcome may tell beside duties."""

from __future__ import annotations

from enum import StrEnum


class AsideKind(StrEnum):
    """Which of them it is. The value is the word that its line begins with."""

    NOTE = "note"
    CONTACT = "contact"
    LINK = "link"
