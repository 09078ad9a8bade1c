"""Make a course of a procedure: a zip for a learning system, which needs no network beyond it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from clausetree.render.course import to_page, to_views
from clausetree.render.manifests import cmi5, scorm_12, scorm_2004
from clausetree.tree.wire import Procedure

STANDARDS = ("scorm-12", "scorm-2004", "cmi5")
_SCRIPTS = Path(__file__).with_name("course")
_SCHEMAS = _SCRIPTS / "schemas"
_REPORT: Mapping[str, tuple[str, ...]] = {
    "scorm-12": ("scorm-12.js", "scorm.js"),
    "scorm-2004": ("scorm-2004.js", "scorm.js"),
    "cmi5": ("cmi5.js",),
}
"""The scripts that speak to the learning system, in the order in which they are run."""
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
    content = {path: text.encode() for path, text in files.items()} | dict(_schemas(standard))
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for path in sorted(content):
            # Without a date of its own, an entry has the first one that a zip can name: the bytes depend on the
            # procedure alone.
            archive.writestr(ZipInfo(path), content[path], ZIP_DEFLATED)


def package_name(procedure: Procedure, standard: str) -> str:
    """Return the name of a package: which procedure, which version of the policy, which standard."""
    version = re.sub(r"[^0-9A-Za-z.-]+", "-", procedure.edition.version)
    return f"{procedure.tree.id}-{version}-{standard}.zip"


def _files(procedure: Procedure, standard: str, style_folder: Path, address: str) -> dict[str, str]:
    scripts = ("views.js", *_REPORT[standard], "course.js")
    texts = {name: (_SCRIPTS / name).read_text(encoding="utf-8") for name in scripts[1:]}
    return {
        "index.html": to_page(procedure, address, _STYLES, scripts),
        "views.js": f"window.courseViews = {to_views(procedure, address)};\n",
        **texts,
        **{name: (style_folder / name).read_text(encoding="utf-8") for name in _STYLES},
    }


def _schemas(standard: str) -> Iterator[tuple[str, bytes]]:
    """What a SCORM manifest is written to has to lie beside it."""
    for path in (_SCHEMAS / standard).glob("*"):
        yield path.name, path.read_bytes()
