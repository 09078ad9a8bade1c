"""Packages for learning systems, unpacked as such a system does."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from clausetree.publish.courses.packages import write_package
from clausetree.render.courses.downloads import Standard
from clausetree.render.courses.options import PLAIN, CourseOptions
from clausetree.tree.wire import Procedure

SITE = "https://policy.example/"
"""The site that the courses lead to."""


def unpacked(
    procedure: Procedure,
    standard: Standard,
    folder: Path,
    options: CourseOptions = PLAIN,
    views: str | None = None,
) -> Path:
    """Make a package, unpack it, and return the folder that holds what was in it."""
    folder.mkdir(exist_ok=True)
    write_package(procedure, standard, SITE, folder / "package.zip", options, views)
    with ZipFile(folder / "package.zip") as archive:
        archive.extractall(folder / standard)
    return folder / standard
