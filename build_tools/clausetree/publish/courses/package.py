"""A course of a procedure: a zip for a learning system, which needs no network beyond it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from clausetree.publish.files.installed import THEME_FOLDER
from clausetree.publish.files.zip_archive import write_zip
from clausetree.render.courses.course import to_page
from clausetree.render.courses.downloads import Standard
from clausetree.render.courses.manifests import cmi5, scorm_12, scorm_2004
from clausetree.render.courses.options import CourseOptions
from clausetree.render.courses.typed import is_typed
from clausetree.tree.wire import Procedure

_SCRIPTS = Path(__file__).with_name("files")
_SCHEMAS = _SCRIPTS / "schemas"
_REPORT: Mapping[Standard, tuple[str, ...]] = {
    Standard.SCORM_12: ("keeper.js", "scorm-12.js", "scorm-api.js", "scorm-interactions.js", "scorm.js"),
    Standard.SCORM_2004: ("keeper.js", "scorm-2004.js", "scorm-api.js", "scorm-interactions.js", "scorm.js"),
    Standard.CMI5: ("keeper.js", "cmi5-wire.js", "cmi5-statements.js", "cmi5-owed.js", "cmi5.js"),
}
"""The scripts that speak to the learning system, in the order in which they are run."""
LOOKUP = ("lookup.js", "memory.js")
"""The scripts that look up what is shown, and what comes of what a learner does."""
TYPING = ("figures.js", "days.js", "dates.js", "typed.js", "ends.js")
"""Those that come before them where anything is typed."""
_SHARED = (
    "answers/close-on-escape.js",
    "answers/exclusive-box.js",
    "answers/heed.js",
    "page/bring-to.js",
    "page/browser-storage.js",
    "page/came-back.js",
)
"""The scripts of the site that a course has too, which come before its own."""
_STYLES = "course.css"
_STYLE_SHEET = re.compile(r'^@import "(?P<path>[^"]+)";$', re.MULTILINE)
_MANIFESTS: Mapping[Standard, tuple[str, Callable[[Procedure, CourseOptions, list[str]], str]]] = {
    Standard.SCORM_12: ("imsmanifest.xml", scorm_12),
    Standard.SCORM_2004: ("imsmanifest.xml", scorm_2004),
    Standard.CMI5: ("cmi5.xml", lambda procedure, options, _: cmi5(procedure, options)),
}


def to_package(
    procedure: Procedure,
    standard: Standard,
    options: CourseOptions,
    address: str,
    views: str,
) -> bytes:
    """Return the course of `procedure` for a learning system, as a zip.

    `address` is the site's own, which links to the policy lead to; without one they are words. `views` is
    what `to_views` makes of both.
    """
    scripts = _scripts(standard, TYPING if is_typed(procedure.tree) else ())
    files = {
        "index.html": to_page(procedure, address, (_STYLES,), ("views.js", *scripts)),
        "views.js": f"window.courseViews = {views};\nwindow.courseOptions = {_chosen(options)};\n",
        **scripts,
        **_styles(),
    }
    name, manifest = _MANIFESTS[standard]
    files[name] = manifest(procedure, options, sorted(files))
    return packed(files, dict(_schemas(standard)))


def scripts_and_styles(standard: Standard) -> tuple[str, ...]:
    """Return all that courses have in common: their style sheet and their scripts."""
    return (*_styles().values(), *_scripts(standard, TYPING).values())


def theme_files() -> Iterator[str]:
    """Yield the path of each file of the theme that courses are made with, from its folder."""
    yield from (f"assets/{name}" for name in (_STYLES, *_style_sheets(), *_SHARED))


def packed(texts: Mapping[str, str], more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return a zip of files, by their names."""
    content = {path: text.encode() for path, text in texts.items()} | dict(more)
    zipped = BytesIO()
    write_zip(zipped, sorted(content.items()))
    return zipped.getvalue()


def _chosen(options: CourseOptions) -> str:
    """Return what the scripts of a course have to know of the options."""
    return json.dumps({"eachAnswer": options.each_answer, "score": options.score})


def _scripts(standard: Standard, typing: tuple[str, ...]) -> dict[str, str]:
    shared = (THEME_FOLDER / "assets" / name for name in _SHARED)
    own = (
        _SCRIPTS / name
        for name in (*_REPORT[standard], *typing, *LOOKUP, "screen.js", "sections.js", "course.js")
    )
    files = (*shared, *own)
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def _styles() -> dict[str, str]:
    """One file with what the theme's list for courses names: each file more is asked for by itself."""
    assets = THEME_FOLDER / "assets"
    return {_STYLES: "\n".join((assets / path).read_text(encoding="utf-8") for path in _style_sheets())}


def _style_sheets() -> list[str]:
    listed = (THEME_FOLDER / "assets" / _STYLES).read_text(encoding="utf-8")
    return [named["path"] for named in _STYLE_SHEET.finditer(listed)]


def _schemas(standard: Standard) -> Iterator[tuple[str, bytes]]:
    """What a SCORM manifest is written to has to lie beside it."""
    for path in (_SCHEMAS / standard).glob("*"):
        yield path.name, path.read_bytes()
