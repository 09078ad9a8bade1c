"""`clausetree clauses anchor`: write the anchors that a pasted policy lacks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from clausetree.commands.clauses.anchors_written import left_open, summary
from clausetree.commands.clauses.asking import ask
from clausetree.commands.clauses.doubts import settle
from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.progress import Progress
from clausetree.commands.terminal import show
from clausetree.history.anchoring.ambiguous_match import AmbiguousMatch, leave_open
from clausetree.history.anchoring.anchored import Anchored, anchored
from clausetree.policy.file_text import file_text
from clausetree.policy.links import addresses
from clausetree.policy.messages.front_matter import NOT_A_POLICY, NOT_UTF8
from clausetree.policy.policy import Policy
from clausetree.policy.problems.front_matter import NotAPolicy
from clausetree.policy.wording import to_diagnostic
from clausetree.publish.files.whole_file import write_whole
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.report.source import Source
from clausetree.report.span import Span

NAME = "anchor"
HELP = "write the anchors that a policy lacks, as one does that was just pasted"
ABOUT = """\
Give an anchor to every clause, heading, item and other paragraph that has none. A numbered clause gets its
number (c1-2), an item of it a letter more (c1-2-a), a heading its words, and a paragraph without a number those
of its heading and a figure. An anchor that is there is never changed.

Paste a new version over the old one, without any anchor: each clause that was published gets its own back,
whatever its number is now and wherever it stands. Where that is not certain you are asked, with the words of
both before you. An anchor that was ever published is given to nothing else.

A paste is laid out first: a clause, an item or a list that begins in the middle of other words gets a blank
line before it, bullets become hyphens, 1.1- becomes 1.1, and where no heading is marked, # is put before those
that look like one. No word is changed. Do it again after every paste: what has its anchors is left alone."""
EXAMPLES = """\
examples:
  clausetree clauses anchor                                every policy
  clausetree clauses anchor docs/policy/lone-working.md    one policy

It ends with 0 when every clause has its anchor now, with 1 when something must be mended first, and with 2
when a file is not there."""

_BYTE_ORDER_MARK = "\ufeff"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take which policies."""
    add_folder(parser)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="FILE", help="the file of a policy (every policy)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the anchors of each policy."""
    missing = [path for path in arguments.paths if not path.is_file()]
    for path in missing:
        print(f"{path} is not a file that is there.", file=sys.stderr)
    if missing:
        return 2
    place = open_workplace(folders_of(arguments))
    policies = {place.folders.docs / page: policy for page, policy in place.policies.pages.items()}
    strangers = [place.folders.docs / page for page in place.policies.strangers]
    paths = [path.resolve() for path in arguments.paths] or [*policies, *strangers]
    return max((_anchor_policy(path, policies, place) for path in paths), default=0)


def _anchor_policy(path: Path, policies: Mapping[Path, Policy], place: Workplace) -> int:
    name = (
        path.relative_to(place.folders.folder).as_posix()
        if path.is_relative_to(place.folders.folder)
        else path.as_posix()
    )
    policy = policies.get(path)
    written = _text_of(path)
    if policy is None or written is None:
        return _not_read(name, path, place)
    made = _with_anchors(Source(name, written.removeprefix(_BYTE_ORDER_MARK)), policy, place)
    mark = _BYTE_ORDER_MARK if written.startswith(_BYTE_ORDER_MARK) else ""
    if mark + made.source.text != written:
        write_whole(path, (mark + made.source.text).encode())
    if made.laid_out:
        print(f"Laid out {name}: clauses, items and lists stand apart from the words before them.")
    if made.headings:
        print(_HEADINGS.format(name=name, lines="\n".join(f"  {line}" for line in made.headings)))
    if show(to_diagnostic(fault, made.source) for fault in made.faults):
        print(f"\nNo anchor was written into {name}, since anchors are made of numbers. Mend this first.")
        return 1
    print(summary(name, made))
    if made.ambiguous or made.gone:
        last = place.archive.past(policy.id).history.versions[-1]
        print(left_open(made, last, asked=sys.stdin.isatty()))
    return 0


def _with_anchors(source: Source, policy: Policy, place: Workplace) -> Anchored:
    """Give the anchors. At a terminal, ask about each clause that may have been published."""
    past = place.archive.past(policy.id)
    progress = Progress("Comparing with what was published")

    def at_terminal(doubt: AmbiguousMatch) -> int | None:
        progress.end()
        return settle(doubt, past.history.versions[-1], ask)

    asked = at_terminal if sys.stdin.isatty() else leave_open
    references = addresses(place.policies.links)
    made = anchored(source, references, past, policy.version, asked, progress, policy.numbers)
    progress.end()
    return made


def _text_of(path: Path) -> str | None:
    """Return the text of a file with the line endings that it has; None if it is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


def _not_read(name: str, path: Path, place: Workplace) -> int:
    """Say why a file cannot be read as a policy: what is wrong with it, or what it has to begin with."""
    kind = path.suffix if path.suffix != ".md" else file_text(path.read_bytes()).kind
    if kind:
        show([to_diagnostic(NotAPolicy(Span(0, 0), kind), Source(name, ""))])
        return 1
    faults = [fault for fault in place.policies.diagnostics if fault.source.name == name]
    # Anchors would be written by now, but for a character that cannot be read.
    faults = [fault for fault in faults if fault.code == NOT_UTF8] or faults
    # Of a page without a head more can be said than its code says.
    if not show(fault for fault in faults if fault.code != NOT_A_POLICY):
        print(_HEAD.format(name=name, id=path.stem, title=path.stem.replace("-", " ").capitalize()))
    return 1


_HEADINGS = """\
These lines are headings now, since no heading was marked. Where one is not right, change its # signs:

{lines}
"""
_HEAD = """\
{name} does not say which policy it is. Put this at its beginning, with what is true of yours:

---
policy: {id}
title: {title}
version: "1.0"
owner: the person who owns it
approved: the day on which it was approved
---
"""
