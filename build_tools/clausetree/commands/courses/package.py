"""`clausetree courses package`: make a course of each procedure, for a learning system."""

from __future__ import annotations

import argparse
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
from clausetree.render.h5p.content import MOST_SCREENS, OLDEST_SCENARIO, fault_in_version
from clausetree.render.h5p.losses import OF_EVERY_TREE, losses
from clausetree.report.diagnostic import Severity
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
        help="make each version of the policy a course of its own, which everybody takes anew",
    )
    parser.add_argument(
        "--h5p-version",
        default=OLDEST_SCENARIO,
        metavar="VERSION",
        help=f"the version of Branching Scenario that your H5P has ({OLDEST_SCENARIO})",
    )
    parser.add_argument("--site", default="", help="the address of the site, for links to the policy")


def run(arguments: argparse.Namespace) -> int:
    """Write the packages."""
    if fault := fault_in_site(arguments.site):
        print(fault)
        return 2
    if said := fault_in_version(arguments.h5p_version):
        print(f"“{arguments.h5p_version}” cannot be used. {said}.")
        return 2
    place = open_workplace(folders_of(arguments))
    procedures = place.procedures()
    if show(d for d in procedures.diagnostics if d.severity is Severity.ERROR):
        return 1
    known = [procedure.tree.id for procedure in procedures.all]
    for tree in arguments.trees:
        if tree not in known:
            print(unknown("tree", tree, known))
            return 2
    address = f"{arguments.site.rstrip('/')}/" if arguments.site else ""
    arguments.to.mkdir(parents=True, exist_ok=True)
    made = [p for p in procedures.all if not arguments.trees or p.tree.id in arguments.trees]
    options = CourseOptions(arguments.each_version, arguments.h5p_version)
    wanted = [arguments.kind] if arguments.kind else [*Standard, _H5P]
    courses = _write_courses(made, [s for s in Standard if s in wanted], address, arguments.to, options)
    scenarios = _write_scenarios(made, address, arguments.to, options) if _H5P in wanted else 0
    print(f"Wrote {count(courses + scenarios, 'package')} to {arguments.to}.")
    return 0


def _write_courses(
    made: list[Procedure], standards: list[Standard], address: str, folder: Path, options: CourseOptions
) -> int:
    for procedure in made if standards else ():
        views = to_views(procedure, address)
        for line in advice(procedure.tree.id, views):
            print(line)
        for standard in standards:
            target = folder / package_name(procedure, standard)
            write_package(procedure, standard, address, target, options, views)
    return len(made) * len(standards)


def _write_scenarios(made: list[Procedure], address: str, folder: Path, options: CourseOptions) -> int:
    """Write the H5P packages, say what they cannot, and return how many there are."""
    written = 0
    for procedure in made:
        tree = procedure.tree
        if not write_scenario(procedure, address, folder / scenario_name(procedure), options):
            print(f"{tree.id} has too many ways through it for H5P: it would need over {MOST_SCREENS} screens.")
            continue
        written += 1
        for line in losses(tree):
            print(f"{tree.id} in H5P: {line}")
    if written:
        print("\n".join(["Of every procedure in H5P:", *(f"  {line}" for line in OF_EVERY_TREE)]))
    return written
