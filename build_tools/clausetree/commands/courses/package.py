"""`clausetree courses package`: make a course of each procedure, for a learning system."""

from __future__ import annotations

import argparse
from pathlib import Path

from clausetree.commands.courses.linkable import fault_in_site
from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.terminal import count, show, unknown
from clausetree.publish.courses.packages import write_package
from clausetree.publish.loading.workplace import open_workplace
from clausetree.render.courses.course import to_views
from clausetree.render.courses.downloads import Standard, package_name
from clausetree.render.courses.options import CourseOptions
from clausetree.render.courses.room import advice
from clausetree.report.diagnostic import Severity

NAME = "package"
HELP = "make a SCORM 1.2, SCORM 2004 and cmi5 package of each procedure"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which procedures, for what, and where to."""
    add_folder(parser)
    parser.add_argument("trees", nargs="*", metavar="TREE", help="the procedures (all)")
    parser.add_argument("--to", type=Path, default=Path("packages"), help="the folder to write to (packages)")
    parser.add_argument(
        "--for", dest="standard", choices=[s.value for s in Standard], help="one kind of package (all three)"
    )
    parser.add_argument(
        "--each-version",
        action="store_true",
        help="make each version of the policy a course of its own, which everybody takes anew",
    )
    parser.add_argument("--site", default="", help="the address of the site, for links to the policy")


def run(arguments: argparse.Namespace) -> int:
    """Write the packages."""
    if fault := fault_in_site(arguments.site):
        print(fault)
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
    standards = [Standard(arguments.standard)] if arguments.standard else list(Standard)
    options = CourseOptions(arguments.each_version)
    for procedure in made:
        views = to_views(procedure, address)
        for line in advice(procedure.tree.id, views):
            print(line)
        for standard in standards:
            target = arguments.to / package_name(procedure, standard)
            write_package(procedure, standard, address, target, options, views)
    print(f"Wrote {count(len(made) * len(standards), 'package')} to {arguments.to}.")
    return 0
