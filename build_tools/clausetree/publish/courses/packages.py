"""Make a course of a procedure: a zip for a learning system, which needs no network beyond it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from types import MappingProxyType

from clausetree.publish.files.cache import Cache, program
from clausetree.publish.files.earlier_site import Place
from clausetree.publish.files.installed import THEME_FOLDER
from clausetree.publish.files.zip_archive import write_zip
from clausetree.render.courses.course import to_page, to_views
from clausetree.render.courses.downloads import PACKAGES, Standard, package_name, scenario_name
from clausetree.render.courses.manifests import cmi5, scorm_12, scorm_2004
from clausetree.render.courses.options import PLAIN, CourseOptions
from clausetree.render.courses.room import advice
from clausetree.render.courses.typed import is_typed
from clausetree.render.h5p.content import fits, to_files
from clausetree.tree.wire import Procedure, Wire

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
_VIEWS = "views"
"""What the cache calls what a course shows."""
_STYLES = "course.css"
_STYLE_SHEET = re.compile(r'^@import "(?P<path>[^"]+)";$', re.MULTILINE)
_MANIFESTS: Mapping[Standard, tuple[str, Callable[[Procedure, CourseOptions, list[str]], str]]] = {
    Standard.SCORM_12: ("imsmanifest.xml", scorm_12),
    Standard.SCORM_2004: ("imsmanifest.xml", scorm_2004),
    Standard.CMI5: ("cmi5.xml", lambda procedure, options, _: cmi5(procedure, options)),
}


def write_package(
    procedure: Procedure,
    standard: Standard,
    address: str,
    target: Path,
    options: CourseOptions = PLAIN,
    views: str | None = None,
) -> None:
    """Write the course of `procedure` for a learning system.

    `address` is the site's own, which links to the policy lead to; without one they are words. `views` is what
    `to_views` makes of both, where that is known.
    """
    known = views or to_views(procedure, address)
    target.write_bytes(_package(procedure, standard, options, _styles(), address, lambda: known))


def write_scenario(procedure: Procedure, address: str, target: Path, options: CourseOptions = PLAIN) -> None:
    """Write `procedure`, which fits, for H5P. Raises `OSError` if `target` cannot be written.

    `address` is the site's own, as for `write_package`.
    """
    target.write_bytes(_scenario(procedure, address, options))


def publish_packages(
    procedures: Iterable[Procedure],
    wires: Mapping[str, Wire],
    address: str,
    site: Path,
    cache: Cache,
    place: Place = copyfile,
    options: CourseOptions = PLAIN,
) -> list[str]:
    """Write every package of every procedure into `site`; what `cache` holds is not made again.

    Returns what the author has to know of them.

    `wires` is each procedure as data, by the id of its tree: all of a course but its manner follows from it.
    """
    (site / PACKAGES).mkdir(parents=True, exist_ok=True)
    styles = _styles()
    said: list[str] = []
    looks = {standard: (*styles.values(), *_scripts(standard, TYPING).values()) for standard in Standard}
    for procedure in procedures:
        made_from = _made_from(procedure, wires, address)
        views = partial(views_of, procedure, wires, address, cache)
        said += advice(procedure.tree.id, views())
        for standard, look in looks.items():
            make = partial(_package, procedure, standard, options, styles, address, views)
            made = cache.file("packages", *made_from, standard, repr(options), *look, make=make)
            place(made, site / PACKAGES / package_name(procedure, standard))
        if fits(procedure):
            make = partial(_scenario, procedure, address, options)
            made = cache.file("packages", *made_from, "h5p", repr(options), make=make)
            place(made, site / PACKAGES / scenario_name(procedure))
    return said


def views_of(procedure: Procedure, wires: Mapping[str, Wire], address: str, cache: Cache) -> str:
    """Return all that the course of a procedure can show, as `to_views` makes it."""
    made_from = _made_from(procedure, wires, address)
    return cache.text(_VIEWS, *made_from, make=partial(to_views, procedure, address))


def views_kept(procedure: Procedure, wires: Mapping[str, Wire], address: str, cache: Cache) -> bool:
    """Return whether `cache` has all that the course of a procedure can show."""
    return cache.path(_VIEWS, *_made_from(procedure, wires, address)).exists()


def _made_from(procedure: Procedure, wires: Mapping[str, Wire], address: str) -> tuple[str, ...]:
    return program(), wires[procedure.tree.id].digest, address


def _package(
    procedure: Procedure,
    standard: Standard,
    options: CourseOptions,
    styles: Mapping[str, str],
    address: str,
    views: Callable[[], str],
) -> bytes:
    scripts = _scripts(standard, TYPING if is_typed(procedure.tree) else ())
    files = {
        "index.html": to_page(procedure, address, (_STYLES,), ("views.js", *scripts)),
        "views.js": f"window.courseViews = {views()};\nwindow.courseOptions = {_chosen(options)};\n",
        **scripts,
        **styles,
    }
    name, manifest = _MANIFESTS[standard]
    files[name] = manifest(procedure, options, sorted(files))
    return _packed(files, dict(_schemas(standard)))


def _scenario(procedure: Procedure, address: str, options: CourseOptions) -> bytes:
    return _packed(to_files(procedure, address, options.h5p_version))


def _chosen(options: CourseOptions) -> str:
    """Return what the scripts of a course have to know of the options."""
    return json.dumps({"eachAnswer": options.each_answer, "score": options.score})


def _packed(texts: Mapping[str, str], more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    content = {path: text.encode() for path, text in texts.items()} | dict(more)
    packed = BytesIO()
    write_zip(packed, sorted(content.items()))
    return packed.getvalue()


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
    named = _STYLE_SHEET.finditer((assets / _STYLES).read_text(encoding="utf-8"))
    return {_STYLES: "\n".join((assets / m["path"]).read_text(encoding="utf-8") for m in named)}


def _schemas(standard: Standard) -> Iterator[tuple[str, bytes]]:
    """What a SCORM manifest is written to has to lie beside it."""
    for path in (_SCHEMAS / standard).glob("*"):
        yield path.name, path.read_bytes()
