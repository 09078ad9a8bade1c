"""`clausetree courses check`: which links of a course are dead, superseded, or lead to new words."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from clausetree.commands.courses.linkable import fault_in_site, site_links
from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.terminal import count
from clausetree.history.courses.checker import LinkFinding, LinkState
from clausetree.history.courses.finding import CourseFinding, CourseText, findings_in
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.sources.courses import record_course, record_more_of_course
from clausetree.publish.unpacking.part import MediaPart, TextPart, UnreadPart
from clausetree.publish.unpacking.parts import parts_of
from clausetree.report.closest import closest, with_suggestion

NAME = "check"
HELP = "say which links of a course are dead, superseded, or lead to words that have changed"
ABOUT = """\
Say which links of a course are dead, lead to a withdrawn clause or an older version, or to words that have
changed. The course may be a folder, an archive, or one file: what authoring tools export, H5P, PowerPoint,
Word, PDF, mail. What could not be read is told."""
EXAMPLES = """\
examples:
  clausetree courses check course.zip
  clausetree courses check slides.pptx --since 2.2

It ends with 0 when all was read and every link is good, with 1 when a link needs a look, with 2 when there is
nothing to check, and with 3 when no link needs one in what was read, but something is not known."""
_SHOWN = 20
_NOT_LOOKED_AT = (LinkState.GOOD, LinkState.UNKNOWN)
_LONGEST = 160


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the course, and the version that its author knew."""
    add_folder(parser)
    parser.add_argument("course", type=Path, help="a folder, an archive or a file of a course")
    parser.add_argument("--since", metavar="VERSION", help="the version that the course was made for")
    parser.add_argument("--policy", help="the policy that VERSION is of, where there are several")
    parser.add_argument(
        "--site", metavar="ADDRESS", help="where the site is published (site_url in mkdocs.yml)"
    )
    parser.add_argument("--record", metavar="NAME", help="remember that the course NAME has these links")


def run(arguments: argparse.Namespace) -> int:
    """Print every link that needs a look, and what was not read: 0 if all is read and well."""
    if not arguments.course.exists():
        print(f"There is nothing at {arguments.course}.")
        return 2
    place = open_workplace(folders_of(arguments))
    fault = fault_in_site(arguments.site or "") or _fault_in_since(place, arguments)
    if fault:
        print(fault)
        return 2
    site = site_links(place, arguments.site, arguments.since, arguments.policy)
    others: list[UnreadPart | MediaPart] = []
    found = findings_in(_texts(arguments.course, others), site)
    unread = list(dict.fromkeys(part for part in others if isinstance(part, UnreadPart)))
    for one in found:
        if one.finding.state is not LinkState.GOOD:
            print("\n".join(_lines(one)))
    _show_unread(unread, sum(isinstance(part, MediaPart) for part in others))
    if arguments.record and unread:
        record_more_of_course(place.folders.courses, arguments.record, _pairs(found))
        print(f"Not all was read: what was recorded of {arguments.record} before stays.")
    elif arguments.record:
        record_course(place.folders.courses, arguments.record, _pairs(found))
    return _sum_up([one.finding for one in found], len(unread))


def _texts(course: Path, others: list[UnreadPart | MediaPart]) -> Iterator[CourseText]:
    """Yield the texts of a course one by one, and add to `others` what is none."""
    for part in parts_of(course):
        if isinstance(part, TextPart):
            yield CourseText(part.name, part.text)
        else:
            others.append(part)


def _lines(one: CourseFinding) -> Iterator[str]:
    yield f"{one.finding.state.value}: {one.finding.url}"
    if one.link.written != one.finding.url:
        yield f"    written as {_shortened(one.link.written)}"
    yield f"    in {one.link.name}: {one.finding.message}"


def _shortened(address: str) -> str:
    return address if len(address) <= _LONGEST else f"{address[:_LONGEST]}…"


def _show_unread(unread: list[UnreadPart], media: int) -> None:
    if unread:
        print("Not read, or not wholly:")
    for reason, number in Counter(part.reason for part in unread).items():
        names = [part.name for part in unread if part.reason is reason]
        print("".join(f"    {name}: {reason.value}.\n" for name in names[:_SHOWN]), end="")
        if number > _SHOWN:
            print(f"    and {number - _SHOWN} more of this kind")
    if media:
        print(f"No links are looked for in pictures, sound, film and fonts: {count(media, 'file')}.")


def _sum_up(found: list[LinkFinding], unread: int) -> int:
    bad = sum(finding.state not in _NOT_LOOKED_AT for finding in found)
    unknown = sum(finding.state is LinkState.UNKNOWN for finding in found)
    said = f"{count(len(found), 'link')} to this site, {bad} to look at"
    rest = [f"{unknown} not known"] if unknown else []
    rest += [f"{count(unread, 'file')} not read, or not wholly"] if unread else []
    print(", ".join([said, *rest]) + ".")
    if bad:
        return 1
    return 3 if unknown or unread else 0


def _pairs(found: list[CourseFinding]) -> list[tuple[str, str]]:
    findings = (one.finding for one in found)
    return [(finding.policy, finding.anchor) for finding in findings if finding.state is not LinkState.DEAD]


def _fault_in_since(place: Workplace, arguments: argparse.Namespace) -> str | None:
    if not arguments.since:
        return None
    histories = [h for h in place.archive.lock.histories.values() if arguments.policy in (None, h.policy)]
    known = [version for history in histories for version in history.versions]
    if arguments.since in known:
        return None
    near = closest(arguments.since, known)
    return with_suggestion(f"Version {arguments.since} was never released.", near)
