"""`clausetree courses check`: which links of a course are dead, superseded, or lead to new words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import is_zipfile

from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.terminal import count
from clausetree.history.courses import LinkChecker, LinkFinding, LinkState
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.sources.courses import links_in, record_course
from clausetree.report.closest import closest, ended_with_suggestion, with_suggestion

NAME = "check"
HELP = "say which links of a course are dead, superseded, or lead to words that have changed"
_BEHIND = re.compile(r"(#[^;,]*?)(?:[;,].*|\.)$")
"""What stands behind an anchor in the cell of a table, or at the end of a sentence."""
_SECTIONS = ("picture", "list", "sections")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the course, and the version that its author knew."""
    add_folder(parser)
    parser.add_argument("course", type=Path, help="a folder or zip of a course, or a text file with addresses")
    parser.add_argument("--since", metavar="VERSION", help="the version that the course was made for")
    parser.add_argument("--policy", help="the policy that VERSION is of, where there are several")
    parser.add_argument("--record", metavar="NAME", help="remember that the course NAME has these links")


def run(arguments: argparse.Namespace) -> int:
    """Print every link that needs a look: 0 if none does, 1 otherwise."""
    if not arguments.course.exists():
        print(f"There is nothing at {arguments.course}.")
        return 2
    if arguments.course.suffix.lower() == ".zip" and not is_zipfile(arguments.course):
        print(f"{arguments.course} cannot be opened: it is damaged, or no zip. Export the course again.")
        return 2
    place = open_workplace(folders_of(arguments))
    fault = _fault_in_since(place, arguments)
    if fault:
        print(fault)
        return 2
    found = list(_findings(place, arguments))
    for name, finding in found:
        if finding.state is not LinkState.GOOD:
            print(f"{finding.state.value}: {finding.url}\n    in {name}: {finding.message}")
    if arguments.record:
        pairs = [
            (finding.policy, finding.anchor) for _, finding in found if finding.state is not LinkState.DEAD
        ]
        record_course(place.folders.courses, arguments.record, pairs)
    bad = sum(finding.state is not LinkState.GOOD for _, finding in found)
    print(f"{count(len(found), 'link')} to this site, {bad} to look at.")
    return 1 if bad else 0


def _fault_in_since(place: Workplace, arguments: argparse.Namespace) -> str | None:
    if not arguments.since:
        return None
    histories = [h for h in place.archive.lock.histories.values() if arguments.policy in (None, h.policy)]
    known = [version for history in histories for version in history.versions]
    if arguments.since in known:
        return None
    near = closest(arguments.since, known)
    return with_suggestion(f"Version {arguments.since} was never released.", near)


def _findings(place: Workplace, arguments: argparse.Namespace) -> Iterator[tuple[str, LinkFinding]]:
    judges = list(_judges(place, arguments))
    anchors = _tree_anchors(place)
    for name, written in links_in(arguments.course):
        url = _BEHIND.sub(r"\1", written)
        parts = urlsplit(url)
        anchor = unquote(parts.fragment)
        judged = (judge.check(url, parts.path, anchor) for judge in judges)
        finding = next((f for f in judged if f is not None), None) or _on_tree(url, parts.path, anchor, anchors)
        if finding is not None:
            yield name, finding


def _judges(place: Workplace, arguments: argparse.Namespace) -> Iterator[LinkChecker]:
    for policy in place.policies.registry:
        past = place.archive.past(policy.id)
        asked = arguments.policy in (None, policy.id) and arguments.since in past.history.versions
        yield LinkChecker(policy, past, arguments.since if asked else None)


def _tree_anchors(place: Workplace) -> dict[str, set[str]]:
    procedures = place.procedures()
    return {
        p.tree.id: {"", *_SECTIONS, *(f"{p.tree.id}--{node.id}" for node in p.tree.nodes)}
        for p in procedures.all
    }


def _on_tree(url: str, path: str, anchor: str, anchors: dict[str, set[str]]) -> LinkFinding | None:
    """A link to a page of a tree. Answers may stand in the part after `#`, which no check can judge."""
    above, _, tree = path.rstrip("/").rpartition("/")
    if above.rpartition("/")[2] != "trees":
        return None
    if tree not in anchors:
        sentence = ended_with_suggestion(f"there is no procedure `{tree}`", closest(tree, anchors))
        return LinkFinding(url, "", "", LinkState.DEAD, sentence)
    if "=" not in anchor and anchor not in anchors[tree]:
        return LinkFinding(url, "", "", LinkState.DEAD, f"the procedure has nothing called `{anchor}`.")
    return LinkFinding(url, "", "", LinkState.GOOD, "a procedure.")
