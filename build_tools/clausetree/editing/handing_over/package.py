"""A zip of changes, opened without trusting it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never
from unicodedata import normalize

from clausetree.editing.handing_over.content import digest
from clausetree.editing.handing_over.drawings import is_active
from clausetree.editing.handing_over.manifest import NAME, Manifest, NoManifestError, read_manifest
from clausetree.editing.handing_over.paths import Kind, Places, is_sound
from clausetree.importing.package import NotReadError, Reason, open_package

MOST = 50_000_000
"""Bytes that the page for authors opens: nobody has changed more."""
MOST_FILES = 5_000


class NoChangesError(Exception):
    """A zip is not taken. Its text says why, in a sentence that goes on from “Nothing was written: ”."""


@dataclass(frozen=True, slots=True)
class Changes:
    """`said` is what the zip says of itself, and `files` what each file that is changed or added says now."""

    said: Manifest
    files: Mapping[str, bytes]

    @property
    def gone(self) -> tuple[str, ...]:
        """The files that are removed."""
        return tuple(one.path for one in self.said.files if one.now is None)


def read_changes(data: bytes) -> Changes:
    """Return the changes in a zip: they are whole, and each path leads to a file in the site's folder.

    Raises NoChangesError.
    """
    if len(data) > MOST:
        raise NoChangesError(_TOO_LARGE)
    try:
        parts = open_package(data, MOST_FILES, MOST).parts
    except NotReadError as error:
        raise NoChangesError(_not_read(error)) from error
    said = parts.pop(NAME, None)
    if said is None:
        told = f"this zip has no list of changes ({NAME})."
        raise NoChangesError(f"{told} Take the one that “Save what changed” in the workbench made.")
    try:
        manifest = read_manifest(said)
    except NoManifestError as error:
        raise NoChangesError(str(error)) from error
    if faults := [*_faults(manifest, parts)]:
        raise NoChangesError("\n".join(["this zip is not as the workbench makes it.", *faults]))
    return Changes(manifest, parts)


def not_for_authors(changes: Changes, places: Places) -> list[str]:
    """Return a line for each file that is not to be changed in this way."""
    refused = [one.path for one in changes.said.files if places.kind(one.path) is None]
    gone = [path for path in changes.gone if places.kind(path) is Kind.SETTINGS]
    lines = [f"- {path} is not a policy, a procedure, or what belongs to them." for path in refused]
    drawn = [
        path for path, content in changes.files.items() if path.lower().endswith(".svg") and is_active(content)
    ]
    lines += [f"- {path} is a drawing that could run something." for path in drawn]
    return [*lines, *(f"- {path} holds the settings, and cannot be removed." for path in gone)]


_TOO_LARGE = "this zip holds more than 50 MB."


def _not_read(error: NotReadError) -> str:
    match error.reason:
        case Reason.TOO_LARGE:
            return (
                _TOO_LARGE if not error.part else f"{_shown(error.part)} is larger than anything that is read."
            )
        case Reason.LOCKED:
            return "this zip has a password."
        case Reason.DAMAGED | Reason.OLD | Reason.UNSAFE:
            return "this is not a zip, or it is damaged."
        case Reason.MACROS | Reason.OTHER_KIND | Reason.SCANNED | Reason.EMPTY:
            raise AssertionError("a zip is looked at as a zip") from error
        case _:
            assert_never(error.reason)


def _faults(manifest: Manifest, parts: Mapping[str, bytes]) -> Iterator[str]:
    paths = [one.path for one in manifest.files]
    folded = Counter(map(_on_any_disk, paths))
    for path in paths:
        if not is_sound(path):
            yield f"- {_shown(path)} does not lead to a file in the site's folder."
        elif folded[_on_any_disk(path)] > 1:
            yield f"- {path} is named more than once."
    for one in manifest.files:
        if one.now is None and one.path in parts:
            yield f"- {_shown(one.path)} is removed, and there."
        elif one.now is not None and one.path not in parts:
            yield f"- {_shown(one.path)} is missing."
        elif one.now is not None and digest(one.path, parts[one.path]) != one.now:
            yield f"- {_shown(one.path)} was changed after the zip was made."
    yield from (f"- {_shown(path)} is not on its list." for path in sorted(parts.keys() - {*paths}))


def _on_any_disk(path: str) -> str:
    """Return what two paths have in common that are one file on some systems."""
    return normalize("NFC", path).casefold()


def _shown(path: str) -> str:
    """Return a path that may be hostile, so that a terminal does nothing but show it."""
    return "".join(sign if sign.isprintable() else "�" for sign in path[:200])
