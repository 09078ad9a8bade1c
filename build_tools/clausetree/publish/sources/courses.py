"""Read the links that a course makes, and remember which courses link to which clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from zipfile import ZipFile, is_zipfile

_READ = {".html", ".htm", ".xhtml", ".js", ".json", ".xml", ".txt", ".csv", ".md"}
_URL = re.compile(r"""https?://[^\s"'<>\\^`{|}()]+""")
_HREF = re.compile(r"""href\s*=\s*(["'])(?P<url>[^"']*#[^"']*)\1""", re.IGNORECASE)
HEADER = """\
# Which courses link to which clause. `clausetree courses check … --record NAME` writes this file.
# policy anchor course
"""


type CoursesByClause = Mapping[str, Mapping[str, Sequence[str]]]
"""The names of courses by policy and by the anchor that they link to."""


def links_in(course: Path) -> Iterator[tuple[str, str]]:
    """Yield each link of a course once, with the name of the first file that has it.

    `course` is a folder, a zip of one, or a text file with addresses. Authoring tools keep links in
    scripts and data as well, so every text in the course is searched.
    """
    seen: set[str] = set()
    for name, text in _texts(course):
        for url in _urls(text):
            if url not in seen:
                seen.add(url)
                yield name, url


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
    rows = {
        (policy, anchor, course)
        for policy, anchors in read_courses(file).items()
        for anchor, courses in anchors.items()
        for course in courses
        if course != name
    }
    rows |= {(policy, anchor, name) for policy, anchor in links if anchor}
    file.write_text(HEADER + "".join(f"{' '.join(row)}\n" for row in sorted(rows)), encoding="utf-8")


def _texts(course: Path) -> Iterator[tuple[str, str]]:
    if course.is_dir():
        for path in sorted(course.rglob("*")):
            if path.is_file() and path.suffix.lower() in _READ:
                yield path.relative_to(course).as_posix(), path.read_bytes().decode("utf-8", "replace")
    elif is_zipfile(course):
        with ZipFile(course) as archive:
            for name in sorted(archive.namelist()):
                if Path(name).suffix.lower() in _READ:
                    yield name, archive.read(name).decode("utf-8", "replace")
    else:
        yield course.name, course.read_bytes().decode("utf-8", "replace")


def _urls(text: str) -> Iterator[str]:
    plain = unescape(text.replace("\\/", "/"))
    yield from (match[0].rstrip(".,;") for match in _URL.finditer(plain))
    yield from (
        m["url"] for m in _HREF.finditer(plain) if not m["url"].startswith(("#", "http", "mailto:", "tel:"))
    )
