"""Which files changes may be made to: policies, procedures and what belongs to them; never code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from posixpath import dirname

_PICTURES = re.compile(r"\.(png|jpe?g|gif|webp|svg)$")
_BESIDE = ("links.yml", "calendar.yml")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\\:*?"<>|]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_LONGEST = 240


class Kind(Enum):
    """What a file that may be changed is."""

    PAGE = "page"
    TREE = "procedure"
    PICTURE = "picture"
    LINKS = "links"
    CALENDAR = "calendar"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the pages and trees of a site are, and its settings, from its folder. "" is that folder itself."""

    docs: str
    trees: str
    settings: str

    def kind(self, path: str) -> Kind | None:
        """Return what the file `path` is; None where it is not for whoever writes policies."""
        if not is_sound(path):
            return None
        if path == self.settings:
            return Kind.SETTINGS
        if path.endswith(".tree"):
            return Kind.TREE if _is_in(path, self.trees) else None
        if not _is_in(path, self.docs):
            return None
        if dirname(path) == self.docs and path.rsplit("/", 1)[-1] in _BESIDE:
            return Kind.LINKS if path.endswith(_BESIDE[0]) else Kind.CALENDAR
        if path.endswith(".md"):
            return Kind.PAGE
        return Kind.PICTURE if _PICTURES.search(path.lower()) else None


def is_sound(path: str) -> bool:
    """Return whether a path leads to a file in the folder on every system, and to none that is hidden."""
    parts = path.split("/")
    return len(path.encode()) <= _LONGEST and path.isprintable() and all(map(_is_name, parts))


def _is_name(part: str) -> bool:
    forbidden = _FORBIDDEN.search(part) or _DEVICE.match(part)
    return bool(part) and not forbidden and not part.startswith((".", " ")) and not part.endswith((".", " "))


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/") if folder else True
