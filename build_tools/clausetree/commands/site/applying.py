"""`clausetree apply`: take what an author changed in the workbench into the repository."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.refused import CANNOT, RefusedError, written_or_refused
from clausetree.commands.site.changes_told import message_of, said_of
from clausetree.commands.site.committing import NotCommittedError, can_commit, commit
from clausetree.commands.terminal import add_colour, count, ink_for
from clausetree.editing.handing_over.package import MOST, Changes, NoChangesError, not_for_authors, read_changes
from clausetree.publish.authors.differing import policies_differing, trees_differing
from clausetree.publish.authors.left_to_publisher import NEEDS_VERSION, left_to_publisher
from clausetree.publish.authors.taking import (
    Target,
    as_changed,
    changed_since,
    leading_out,
    settings_refused,
    target_of,
    to_write,
)
from clausetree.publish.files.all_or_none import write_all
from clausetree.publish.loading.readers import anew_on
from clausetree.publish.loading.reading import Reading, read_site
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.grouped import grouped

NAME = "apply"
HELP = "take the changes that an author saved in the workbench into the repository"
ABOUT = """\
Take a zip that “Save what changed” in the workbench made. Nothing in it is trusted: only policies,
procedures, other pages, pictures, links, the calendar and the words of the settings can be changed, and
never a program or what was recorded as published. Where a file has changed since the release that she
began with, nothing is written, and each such file is named.

The result is checked, as `clausetree check` does, before anything is written. Then all files are written,
or none. What changed is told in sentences, and so is a message for the commit. Git is called only with
--commit, which commits these files and no others."""
EXAMPLES = """\
examples:
  clausetree apply changes.zip
  clausetree apply changes.zip --dry-run             only say what it would change
  clausetree apply changes.zip --message message.txt
  clausetree apply changes.zip --commit

It ends with 0 when the changes are taken. It ends with 1 when they have errors, and with 2 when they cannot
be taken; no file was changed then. Where git does not commit what was written, it ends with 2, too."""

_MERGE = """\
What to do: publish what you have. Then let whoever made the changes open the workbench of that site in the
same browser. It puts both together, asks where they say different things, and she saves what changed again."""

_NEXT = (
    "Next: clausetree clauses accept publishes the new version, and asks what became of clauses that are gone."
)
_NEXT_VERSION = """\
Next: what was released must not change. Give the policy a new version in its head. clausetree clauses accept
publishes that, and asks what became of clauses that are gone."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the zip, and what becomes of it."""
    parser.add_argument("changes", type=Path, metavar="CHANGES.zip", help="what the workbench saved")
    add_folder(parser)
    errors = "take them although they have errors: you mend these before you publish"
    parser.add_argument("--with-errors", action="store_true", help=errors)
    parser.add_argument("--dry-run", action="store_true", help="check them and say what changes; write nothing")
    where = "write the message for the commit into a file, and not below what changed"
    parser.add_argument("--message", type=Path, metavar="FILE", help=where)
    parser.add_argument("--commit", action="store_true", help="commit the files, under that message")
    add_colour(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check the changes, and write them."""
    code = 0

    def take() -> None:
        nonlocal code
        code = _take(arguments)

    return written_or_refused(take) or code


def _take(arguments: argparse.Namespace) -> int:
    changes = _opened(arguments.changes)
    target = target_of(folders_of(arguments), changes)
    _refuse_what_does_not_fit(changes, target)
    if arguments.commit and not arguments.dry_run:
        can_commit(target.folders.folder)
    writing = to_write(changes, target)
    if not writing:
        print("Every file is as these changes make it: there is nothing to do.")
        return 0
    today = anew_on(date.today())
    before = read_site(target.folders, readers=today)
    with as_changed(target, writing) as folders:
        after = read_site(folders, readers=today)
        found = [d for d in after.all() if d.severity is not Severity.ACKNOWLEDGED]
        policies, trees = [*policies_differing(before, after)], [*trees_differing(before, after)]
    left = left_to_publisher(found)
    errors = _tell_faults([d for d in found if d not in left], before, arguments.color)
    if errors and not arguments.with_errors:
        flag = "With --with-errors they are taken all the same."
        print(f"Nothing was written: these changes have {count(errors, 'error')}. {flag}", file=sys.stderr)
        return 1
    print(said_of(policies, trees, writing, target))
    message = message_of(policies, trees, writing, changes.said)
    if not arguments.dry_run:
        write_all({target.path(name): content for name, content in writing.items()})
        print(f"Wrote {count(len(writing), 'file')}.")
    if next_step := _next_step(left):
        print(next_step)
    _hand_message(message, arguments)
    if arguments.commit and not arguments.dry_run:
        return _commit(target, [*writing], message)
    return 0


def _next_step(left: Sequence[Diagnostic]) -> str:
    codes = {d.code for d in left}
    if codes & {*NEEDS_VERSION}:
        return _NEXT_VERSION
    return _NEXT if "L115" in codes else ""


def _commit(target: Target, names: Sequence[str], message: str) -> int:
    try:
        print(commit(target.folders.folder, names, message))
    except NotCommittedError as error:
        print(f"The files are written, and git did not commit them. It says:\n{error}", file=sys.stderr)
        return CANNOT
    return 0


def _opened(path: Path) -> Changes:
    try:
        if path.stat().st_size > MOST:
            raise RefusedError(f"{path} is larger than what the workbench saves.")
        return read_changes(path.read_bytes())
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}.") from error
    except NoChangesError as error:
        raise RefusedError(str(error)) from error


def _refuse_what_does_not_fit(changes: Changes, target: Target) -> None:
    """Raise RefusedError, with everything that is in the way."""
    refused = [*not_for_authors(changes, target.places), *leading_out(target)]
    if refused or (refused := settings_refused(changes, target)):
        raise RefusedError("\n".join(["these changes are not to be made in this way.", *refused]))
    if since := changed_since(changes, target):
        release = f" (release {changes.said.release})" if changes.said.release else ""
        begun = f"these changes were made from older files than yours{release}. Since then:"
        raise RefusedError("\n".join([begun, *since, _MERGE]))


def _tell_faults(found: Sequence[Diagnostic], before: Reading, colour: str) -> int:
    """Print what is wrong now and was not before, and every error; return how many errors there are."""
    known = Counter(map(_same, before.all()))
    errors = [d for d in found if d.severity is Severity.ERROR]
    new = [d for d in found if not known[_same(d)] or d.severity is Severity.ERROR]
    ink = ink_for(colour, sys.stdout)
    for group in grouped(new):
        print(group.text(ink))
    old = sum(known[_same(d)] > 0 for d in errors)
    if old:
        print(f"{old} of the errors {'was' if old == 1 else 'were'} there before these changes.")
    return len(errors)


def _same(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.source.name, diagnostic.code, diagnostic.message


def _hand_message(message: str, arguments: argparse.Namespace) -> None:
    if arguments.message:
        arguments.message.write_text(message, encoding="utf-8", newline="\n")
        print(f"The message for the commit is in {arguments.message}.")
    elif not arguments.commit or arguments.dry_run:
        print(f"\nA message for the commit:\n\n{message}", end="")
