"""What stands beside the files in a zip of changes: what each was made from, by whom, and why."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

NAME = "changes.json"
FORMAT = 1
"""Raised when whoever reads it would have to change."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_RELEASE = re.compile(r"[0-9a-f]{0,64}")
_LONGEST = 1_000
"""Characters of a name or a reason: more of it is none."""


class NoManifestError(Exception):
    """What stands there is no list of changes. Its text says why."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file, by its path from the site's folder: the digest of what it said, and of what it says now.

    One that is added said nothing (`was` is None), and one that is removed says nothing now.
    """

    path: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """`release` tells the release that the changes were made from, and `program` the version that made it.

    Both may be empty, as may be who made the changes, and why. `scenarios` is how many scenarios the changed
    procedures have; None where nobody counted.
    """

    files: tuple[FileChange, ...]
    release: str = ""
    program: str = ""
    name: str = ""
    why: str = ""
    scenarios: int | None = None


def read_manifest(text: bytes) -> Manifest:
    """Return what a list of changes says. Raises NoManifestError."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoManifestError("its list of changes cannot be read.") from error
    if not isinstance(said, dict) or type(said.get("format")) is not int:
        raise NoManifestError("its list of changes is none.")
    if said["format"] != FORMAT:
        newer = "an older" if said["format"] < FORMAT else "a newer"
        told = f"it was made by {newer} version of the workbench (format {said['format']}, and not {FORMAT})."
        raise NoManifestError(f"{told} Open it in the workbench of this site, and save it again.")
    files = said.get("files")
    if not isinstance(files, list) or not files:
        raise NoManifestError("its list of changes names no file.")
    release, scenarios = said.get("release", ""), said.get("scenarios")
    if not isinstance(release, str) or not _RELEASE.fullmatch(release):
        raise NoManifestError("what it says of the release that it was made from cannot be right.")
    program, name, why = (one_line(said.get(field, "")) for field in ("program", "name", "why"))
    counted = scenarios if type(scenarios) is int and 0 <= scenarios < 1_000_000 else None
    return Manifest(tuple(map(_file, files)), release, program, name, why, counted)


def manifest_text(manifest: Manifest) -> str:
    """Return the list of changes as JSON."""
    return json.dumps({"format": FORMAT, **dict(_said(manifest))}, ensure_ascii=False, indent=1) + "\n"


def one_line(words: object) -> str:
    """Return words that somebody typed in one line, without signs that a terminal or git would obey."""
    if not isinstance(words, str):
        raise NoManifestError("its name, reason or version is no text.")
    shown = "".join(sign if sign.isprintable() else " " for sign in words)
    return " ".join(shown.split())[:_LONGEST].strip()


def _file(said: object) -> FileChange:
    fields: Mapping[str, Any] = said if isinstance(said, dict) else {}
    path, was, now = (fields.get(field) for field in ("path", "was", "now"))
    sound = all(each is None or (isinstance(each, str) and _DIGEST.fullmatch(each)) for each in (was, now))
    if not isinstance(path, str) or not path or not sound or was == now:
        raise NoManifestError("its list of changes names a file, and not what became of it.")
    return FileChange(path, was, now)


def _said(manifest: Manifest) -> Iterator[tuple[str, object]]:
    yield from (("program", manifest.program), ("release", manifest.release))
    yield from (("name", manifest.name), ("why", manifest.why), ("scenarios", manifest.scenarios))
    yield "files", [{"path": one.path, "was": one.was, "now": one.now} for one in manifest.files]
