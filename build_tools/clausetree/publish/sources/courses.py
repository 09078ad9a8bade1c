"""Which courses link to which clause, as it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

HEADER = """\
# Which courses link to which clause. `clausetree courses check … --record NAME` writes this file.
# policy anchor course
"""


type CoursesByClause = Mapping[str, Mapping[str, Sequence[str]]]
"""The names of courses by policy and by the anchor that they link to."""


def read_courses(file: Path) -> CoursesByClause:
    """Return the names of courses by policy and anchor.

    Raises `ValueError` for a line that has not all three.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.strip() and not line.startswith("#"):
            policy, anchor, name = line.split(maxsplit=2)
            found.setdefault(policy, {}).setdefault(anchor, []).append(name)
    return found


def record_course(file: Path, name: str, links: Iterable[tuple[str, str]]) -> None:
    """Write that the course `name` links to these (policy, anchor) pairs and to no others."""
    others = {row for row in _rows(file) if row[2] != name}
    _write(file, others | {(policy, anchor, name) for policy, anchor in links if anchor})


def record_more_of_course(file: Path, name: str, links: Iterable[tuple[str, str]]) -> None:
    """Write that the course `name` links to these pairs besides those that were recorded of it."""
    _write(file, _rows(file) | {(policy, anchor, name) for policy, anchor in links if anchor})


def _rows(file: Path) -> set[tuple[str, str, str]]:
    return {
        (policy, anchor, course)
        for policy, anchors in read_courses(file).items()
        for anchor, courses in anchors.items()
        for course in courses
    }


def _write(file: Path, rows: Iterable[tuple[str, str, str]]) -> None:
    file.write_text(HEADER + "".join(f"{' '.join(row)}\n" for row in sorted(rows)), encoding="utf-8")
