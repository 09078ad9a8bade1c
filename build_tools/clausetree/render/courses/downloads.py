"""The packages of procedures, as the site offers them to whoever runs a learning system."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from clausetree.render.h5p.content import fits
from clausetree.render.html.markup import Html, element, parted
from clausetree.tree.wire import Procedure

PACKAGES = "courses/"
"""Where packages stand in the site."""


class Standard(StrEnum):
    """What a package keeps to, so that a learning system can read it. Its value stands in the file's name."""

    SCORM_12 = "scorm-12"
    SCORM_2004 = "scorm-2004"
    CMI5 = "cmi5"


CALLED = {Standard.SCORM_12: "SCORM 1.2", Standard.SCORM_2004: "SCORM 2004", Standard.CMI5: "cmi5"}
"""What people call each standard."""


def package_name(procedure: Procedure, standard: Standard) -> str:
    """Return the name of a package: which procedure, which version of the policy, which standard."""
    return f"{_slug(procedure)}-{standard}.zip"


def scenario_name(procedure: Procedure) -> str:
    """Return the name of an H5P package: which procedure, and which version of the policy."""
    return f"{_slug(procedure)}.h5p"


def _slug(procedure: Procedure) -> str:
    version = re.sub(r"[^0-9A-Za-z.-]+", "-", procedure.edition.version)
    return f"{procedure.tree.id}-{version}"


def to_downloads(procedures: Iterable[Procedure], root: str) -> Html:
    """Return a list of the procedures, each with a link to every package of it. Some have none for H5P."""
    return element("ul", *(_downloads(procedure, root) for procedure in procedures), class_="downloads")


def _downloads(procedure: Procedure, root: str) -> Html:
    title = procedure.tree.title.text
    of = element("span", f" package of “{title}”", class_="visually-hidden")
    named = [(CALLED[standard], package_name(procedure, standard)) for standard in Standard]
    if fits(procedure):
        named.append(("H5P", scenario_name(procedure)))
    links = [element("a", called, of, href=f"{root}{PACKAGES}{name}", download=True) for called, name in named]
    return element("li", f"{title}: ", *parted(links))
