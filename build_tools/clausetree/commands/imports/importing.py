"""`clausetree import`: make a policy of the document that its owner has."""

from __future__ import annotations

import argparse
from pathlib import Path

from clausetree.commands.imports.anchoring import anchored_again, policy_now, worded_as_before
from clausetree.commands.imports.flow import import_flow
from clausetree.commands.imports.opened_document import opened
from clausetree.commands.imports.policy_file import put, with_head, write_policy
from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.refused import RefusedError, written_or_refused
from clausetree.commands.terminal import show
from clausetree.importing.changes import Settle
from clausetree.importing.documents import KINDS
from clausetree.importing.flow.read import KINDS as FLOWS
from clausetree.importing.imported import imported, title_in
from clausetree.importing.kept import classes_of
from clausetree.importing.places import with_classes, with_places
from clausetree.importing.remarks import Kind
from clausetree.importing.report import report
from clausetree.policy.language import primary
from clausetree.policy.links import addresses
from clausetree.policy.numbers.latin import latin
from clausetree.policy.wording import to_diagnostic
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.sources.settings_file import site_address
from clausetree.render.word.leading import addresses_from, written_links
from clausetree.report.names import is_name, slug
from clausetree.report.source import Source

NAME = "import"
HELP = "make a policy of a document: Word, LibreOffice, PDF, a web page or plain text"
ABOUT = """\
Read a document and write it as a policy: its words, its numbers as they are printed, its lists, tables, notes,
links and pictures. Whatever the document says of itself for certain (title, version, owner, days) stands at its
head. Every clause gets its anchor. Then a report says what was left out, and what you have to look at.

With --as and the name of a policy that is there, the new text takes the place of the old one. What is known
of the policy stays, and each clause that was published keeps its anchor. Where only you can know, you are
asked.

A flowchart that was drawn with Mermaid, draw.io, Visio or as BPMN, or in Word itself (--flowcharts), becomes
the draft of a procedure: its boxes, arrows and words, and a list of what the drawing does not say."""
EXAMPLES = """\
examples:
  clausetree import lone-working.docx
  clausetree import new-version.docx --as social-media
  clausetree import lost-phone.drawio --policy social-media
  clausetree import draft.docx --changes accepted      with all tracked changes accepted

It ends with 0 when the policy is written, and with 2 when it is not; then no file was changed."""

_THEN = "Mend this first, then call clausetree clauses anchor."
_HOW = {how.value: how for how in Settle}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the document, the name of the policy, and what becomes of tracked changes."""
    add_folder(parser)
    parser.add_argument("document", type=Path, metavar="FILE", help=f"the document ({', '.join(KINDS)})")
    parser.add_argument(
        "--as", dest="policy", metavar="POLICY", help="the policy's short name (from its title)"
    )
    parser.add_argument("--changes", choices=sorted(_HOW), help="what becomes of tracked changes")
    parser.add_argument(
        "--flowcharts", action="store_true", help="take the flowcharts of a Word document instead"
    )
    drawn = f"of a flowchart ({', '.join(FLOWS)}): the policy that it is drawn from"
    parser.add_argument("--policy", dest="drawn_from", metavar="POLICY", help=drawn)


def run(arguments: argparse.Namespace) -> int:
    """Read, and write the policy."""
    is_flow = arguments.flowcharts or arguments.document.suffix.lower() in FLOWS
    return written_or_refused(lambda: import_flow(arguments) if is_flow else _import(arguments))


def _import(arguments: argparse.Namespace) -> None:
    document: Path = arguments.document
    how = _HOW.get(arguments.changes or "")
    taken = opened(document, how)
    place = open_workplace(folders_of(arguments))
    named: str | None = arguments.policy
    policy = named or slug(latin(title_in(taken.blocks, taken.properties) or document.stem))
    if not is_name(policy):
        raise RefusedError(
            "no short name can be made of the policy's title. Give it one, as in --as lone-working."
        )
    path = _path(policy, place)
    if path.exists() and not named:
        raise RefusedError(
            f"{path.name} is there already. With --as {policy}, the new text takes the place of the old one."
        )
    labels = addresses(place.policies.links)
    now, address = (
        policy_now(policy, place),
        addresses_from(_name(path, place), site_address(place.folders.settings)),
    )
    made = imported(
        taken.blocks,
        policy,
        taken.properties,
        taken.pictures,
        taken.remarks,
        labels,
        taken.printed,
        written_links(now, address, labels) if now else {},
    )
    text = with_head(path, policy, made)
    anchors = anchored_again(path, policy, text, place)
    text = with_classes(with_places(anchors.source.text), classes_of(now))
    text = worded_as_before(policy, text, {**labels, **made.links}, place, address)
    write_policy(path, policy, made, text, place)
    page = path.relative_to(place.folders.folder).as_posix()
    remarks = [
        one
        for one in made.remarks
        if one.kind is not Kind.LANGUAGE or not now or one.more != primary(now.language)
    ]
    told = report(document.name, page, remarks, made.words, made.left)
    beside = place.folders.folder / f"import-{policy}.md"
    put(beside, told.encode())
    print(f"{told}\nThis is kept in {beside.name}. Next: clausetree check")
    if show(to_diagnostic(fault, Source(page, anchors.source.text)) for fault in anchors.faults):
        print(f"\nNo clause has its anchor yet, since anchors are made of numbers. {_THEN}")


def _path(policy: str, place: Workplace) -> Path:
    """Return the file of a policy, wherever it lies, or of a new one."""
    known = {page.id: name for name, page in place.policies.pages.items()}
    return place.folders.docs / (known.get(policy) or f"policy/{policy}.md")


def _name(path: Path, place: Workplace) -> str:
    return path.relative_to(place.folders.docs).as_posix()
