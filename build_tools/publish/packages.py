"""Make a course of a procedure: a zip for a learning system, which needs no network beyond it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from clausetree.render.course import to_page, to_views
from clausetree.render.manifests import cmi5, scorm_12, scorm_2004
from clausetree.tree.wire import Procedure
from publish.python_archive import write_archive

STANDARDS = ("scorm-12", "scorm-2004", "cmi5")
_SCRIPTS = Path(__file__).with_name("course")
_STYLES = ("site.css", "trees.css")
_MANIFESTS: Mapping[str, tuple[str, Callable[[Procedure, list[str]], str]]] = {
    "scorm-12": ("imsmanifest.xml", scorm_12),
    "scorm-2004": ("imsmanifest.xml", scorm_2004),
    "cmi5": ("cmi5.xml", lambda procedure, _: cmi5(procedure)),
}


def write_package(procedure: Procedure, standard: str, style_folder: Path, address: str, target: Path) -> None:
    """Write the course of `procedure` for one of `STANDARDS`.

    `style_folder` holds the site's style sheets. `address` is the site's own, which links to the
    policy lead to; without one they are words.
    """
    files = _files(procedure, standard, style_folder, address)
    name, manifest = _MANIFESTS[standard]
    files[name] = manifest(procedure, sorted(files))
    write_archive(target, {path: text.encode() for path, text in files.items()})


def package_name(procedure: Procedure, standard: str) -> str:
    """Return the name of a package: which procedure, which version of the policy, which standard."""
    version = re.sub(r"[^0-9A-Za-z.-]+", "-", procedure.edition.version)
    return f"{procedure.tree.id}-{version}-{standard}.zip"


def _files(procedure: Procedure, standard: str, style_folder: Path, address: str) -> dict[str, str]:
    scripts = ("views.js", "report.js", "course.js")
    views = to_views(procedure, address)
    return {
        "index.html": to_page(procedure, address, _STYLES, scripts),
        "views.js": f"window.courseViews = {views};\n",
        "report.js": (_SCRIPTS / f"{standard}.js").read_text(encoding="utf-8"),
        "course.js": (_SCRIPTS / "course.js").read_text(encoding="utf-8"),
        **{name: (style_folder / name).read_text(encoding="utf-8") for name in _STYLES},
    }
