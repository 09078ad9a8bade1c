"""`clausetree courses package`: make a course of each procedure, for a learning system."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.terminal import count, show
from clausetree.publish.courses.packages import write_package
from clausetree.publish.loading.workplace import open_workplace
from clausetree.render.courses.course import to_views
from clausetree.render.courses.downloads import Standard, package_name
from clausetree.render.courses.options import CourseOptions
from clausetree.render.courses.room import advice
from clausetree.report.closest import closest, with_suggestion
from clausetree.report.diagnostic import Severity
from clausetree.tree.wire import Procedure

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
        help="make each version of the policy a course of its own, which everybody takes anew, as "
        "`courses: each_version: true` in mkdocs.yml does",
    )
    parser.add_argument("--site", default="", help="the address of the site, for links to the policy")


def run(arguments: argparse.Namespace) -> int:
    """Write the packages."""
    if arguments.site and not arguments.site.startswith(("https://", "http://")):
        print(f"{arguments.site} is not a whole address. Write --site https://{arguments.site.lstrip('/')}")
        return 2
    folders = folders_of(arguments)
    procedures = open_workplace(folders).procedures()
    if show(d for d in procedures.diagnostics if d.severity is Severity.ERROR):
        return 1
    known = [procedure.tree.id for procedure in procedures.all]
    if missing := next((tree for tree in arguments.trees if tree not in known), None):
        print(with_suggestion(f"No tree is called {missing}.", closest(missing, known)))
        return 2
    chosen = [p for p in procedures.all if not arguments.trees or p.tree.id in arguments.trees]
    options = CourseOptions(arguments.each_version or folders.course_options.each_version)
    made = _write(chosen, arguments, options)
    print(f"Wrote {count(made, 'package')} to {arguments.to}.")
    return 0


def _write(procedures: Iterable[Procedure], arguments: argparse.Namespace, options: CourseOptions) -> int:
    """Write the packages of procedures, and return how many they are."""
    address = f"{arguments.site.rstrip('/')}/" if arguments.site else ""
    standards = [Standard(arguments.standard)] if arguments.standard else list(Standard)
    arguments.to.mkdir(parents=True, exist_ok=True)
    made = 0
    for procedure in procedures:
        views = to_views(procedure, address)
        for line in advice(procedure.tree.id, views):
            print(line)
        for standard in standards:
            target = arguments.to / package_name(procedure, standard)
            write_package(procedure, standard, address, target, options, views)
            made += 1
    return made
