"""Write the packages of procedures, and make none twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from shutil import copyfile

from clausetree.publish.courses.package import packed, scripts_and_styles, to_package
from clausetree.publish.files.cache import Cache, program
from clausetree.publish.files.earlier_site import Place
from clausetree.render.courses.course import to_views
from clausetree.render.courses.downloads import PACKAGES, Standard, package_name, scenario_name
from clausetree.render.courses.options import PLAIN, CourseOptions
from clausetree.render.courses.room import advice
from clausetree.render.h5p.content import fits, to_files
from clausetree.tree.wire import Procedure, Wire

_VIEWS = "views"
"""What the cache calls what a course shows."""


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
    target.write_bytes(to_package(procedure, standard, options, address, known))


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
    said: list[str] = []
    looks = {standard: scripts_and_styles(standard) for standard in Standard}
    for procedure in procedures:
        made_from = _made_from(procedure, wires, address)
        views = views_of(procedure, wires, address, cache)
        said += advice(procedure.tree.id, views)
        for standard, common in looks.items():
            make = partial(to_package, procedure, standard, options, address, views)
            made = cache.file("packages", *made_from, standard, repr(options), *common, make=make)
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


def _scenario(procedure: Procedure, address: str, options: CourseOptions) -> bytes:
    return packed(to_files(procedure, address, options.h5p_version))
