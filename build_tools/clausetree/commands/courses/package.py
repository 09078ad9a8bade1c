"""`clausetree courses package`: make a course of each procedure, for a learning system."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clausetree.commands.courses.linkable import fault_in_site
from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.terminal import count, show, unknown
from clausetree.publish.courses.packages import write_package, write_scenario
from clausetree.publish.loading.workplace import open_workplace
from clausetree.render.courses.course import to_views
from clausetree.render.courses.downloads import Standard, package_name, scenario_name
from clausetree.render.courses.options import CourseOptions
from clausetree.render.courses.room import advice
from clausetree.render.h5p.content import MOST_SCREENS, OLDEST_SCENARIO, fault_in_version, fits
from clausetree.render.h5p.losses import OF_EVERY_TREE, losses
from clausetree.report.diagnostic import Severity
from clausetree.tree.walk import compares_answers
from clausetree.tree.wire import Procedure

NAME = "package"
HELP = "make a SCORM 1.2, SCORM 2004, cmi5 and H5P package of each procedure"

_H5P = "h5p"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which procedures, for what, and where to."""
    add_folder(parser)
    parser.add_argument("trees", nargs="*", metavar="TREE", help="the procedures (all)")
    parser.add_argument("--to", type=Path, default=Path("packages"), help="the folder to write to (packages)")
    parser.add_argument(
        "--for",
        dest="kind",
        choices=[*(s.value for s in Standard), _H5P],
        help="one kind of package (all four)",
    )
    parser.add_argument(
        "--each-version",
        action="store_true",
        help="make each version of the policy a course of its own, which everybody takes anew, as "
        "`courses: each_version: true` in mkdocs.yml does",
    )
    parser.add_argument(
        "--each-answer",
        action="store_true",
        help="tell the learning system each answer by itself, with its time; the learner is told so",
    )
    parser.add_argument(
        "--score",
        action="store_true",
        help="give whoever reaches an outcome 100 points; the learner is told so",
    )
    parser.add_argument(
        "--h5p-version",
        metavar="VERSION",
        help=f"the version of Branching Scenario that your H5P has (as mkdocs.yml says, or {OLDEST_SCENARIO})",
    )
    parser.add_argument("--site", default="", help="the address of the site, for links to the policy")


def run(arguments: argparse.Namespace) -> int:
    """Write the packages."""
    if fault := fault_in_site(arguments.site):
        print(fault)
        return 2
    # MkDocs reads these settings as it does for the build. No other command of courses has a use for it.
    from clausetree.publish.mkdocs.settings import course_options  # noqa: PLC0415

    folders = folders_of(arguments)
    options = _options(arguments, course_options(folders.course_settings))
    if said := fault_in_version(options.h5p_version):
        print(f"“{options.h5p_version}” cannot be used. {said}.")
        return 2
    procedures = open_workplace(folders).procedures()
    if show(d for d in procedures.diagnostics if d.severity is Severity.ERROR):
        return 1
    known = [procedure.tree.id for procedure in procedures.all]
    if missing := next((tree for tree in arguments.trees if tree not in known), None):
        print(unknown("tree", missing, known))
        return 2
    chosen = [p for p in procedures.all if not arguments.trees or p.tree.id in arguments.trees]
    made = _write(chosen, arguments, options)
    print(f"Wrote {count(made, 'package')} to {arguments.to}.")
    return 0


def _options(arguments: argparse.Namespace, settings: CourseOptions) -> CourseOptions:
    """Return what is chosen here, and else what the settings of the site choose."""
    return replace(
        settings,
        each_version=arguments.each_version or settings.each_version,
        each_answer=arguments.each_answer or settings.each_answer,
        score=arguments.score or settings.score,
        h5p_version=arguments.h5p_version or settings.h5p_version,
    )


def _write(procedures: Sequence[Procedure], arguments: argparse.Namespace, options: CourseOptions) -> int:
    """Write the packages of procedures, and return how many they are."""
    address = f"{arguments.site.rstrip('/')}/" if arguments.site else ""
    arguments.to.mkdir(parents=True, exist_ok=True)
    kinds = [arguments.kind] if arguments.kind else [*Standard, _H5P]
    standards = [standard for standard in Standard if standard in kinds]
    made = _write_courses(procedures, standards, address, arguments.to, options) if standards else 0
    return made + (_write_scenarios(procedures, address, arguments.to, options) if _H5P in kinds else 0)


def _write_courses(
    procedures: Sequence[Procedure],
    standards: Sequence[Standard],
    address: str,
    folder: Path,
    options: CourseOptions,
) -> int:
    """Write the courses, say what an author has to know of them, and return how many there are."""
    for procedure in procedures:
        views = to_views(procedure, address)
        for line in advice(procedure.tree.id, views):
            print(line)
        for standard in standards:
            write_package(
                procedure, standard, address, folder / package_name(procedure, standard), options, views
            )
    return len(procedures) * len(standards)


def _write_scenarios(
    procedures: Sequence[Procedure], address: str, folder: Path, options: CourseOptions
) -> int:
    """Write the H5P packages, say what they cannot, and return how many there are."""
    made = 0
    for procedure in procedures:
        tree = procedure.tree
        if compares_answers(tree):
            print(
                f"{tree.id} compares two answers with each other. H5P offers ranges, which do not decide that."
            )
            continue
        if not fits(procedure):
            print(f"{tree.id} has too many ways through it for H5P: it would need over {MOST_SCREENS} screens.")
            continue
        write_scenario(procedure, address, folder / scenario_name(procedure), options)
        made += 1
        for line in losses(tree):
            print(f"{tree.id} in H5P: {line}")
    if made:
        print("\n".join(["Of every procedure in H5P:", *(f"  {line}" for line in OF_EVERY_TREE)]))
    return made
