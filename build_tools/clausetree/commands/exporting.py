"""`clausetree export`: a policy as a Word document, to be sent out and to come back."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.refused import RefusedError, written_or_refused
from clausetree.policy.policy import Policy
from clausetree.publish.files.whole_file import write_whole
from clausetree.publish.files.zip_archive import write_zip
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.sources.pictures import read_pictures
from clausetree.publish.sources.policies import read_policy
from clausetree.publish.sources.settings_file import site_address
from clausetree.render.word.document import Earlier, to_word
from clausetree.render.word.leading import addresses_from
from clausetree.report.closest import closest, with_suggestion

NAME = "export"
HELP = "write a policy as a Word document"
ABOUT = """\
Write a policy as a Word document (.docx): Word counts its clauses, and prints the numbers that the site has.
Every clause can be found again when the document comes back: clausetree import --as POLICY takes it, with
whatever was changed in it, and each clause keeps its anchor.

With --compare and a released version, what changed since then stands in the document as tracked changes, word
by word, which Word and LibreOffice show, accept and reject."""
EXAMPLES = """\
examples:
  clausetree export social-media --docx
  clausetree export social-media --docx draft.docx --compare 2.1

It ends with 0 when the document is written, and with 2 when it is not."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the policy, the file to write, and the version to compare with."""
    add_folder(parser)
    parser.add_argument("policy", metavar="POLICY", help="the policy's short name")
    parser.add_argument(
        "--docx",
        type=Path,
        nargs="?",
        const=Path(),
        required=True,
        metavar="FILE",
        help="the Word document to write (POLICY-VERSION.docx, here)",
    )
    parser.add_argument("--compare", metavar="VERSION", help="track what changed since this released version")


def run(arguments: argparse.Namespace) -> int:
    """Write the document."""
    return written_or_refused(lambda: _export(arguments))


def _export(arguments: argparse.Namespace) -> None:
    place = open_workplace(folders_of(arguments))
    policy = _named(arguments.policy, place)
    version: str | None = arguments.compare
    earlier = Earlier(_released(policy, version, place), _today()) if version else None
    path: Path = arguments.docx
    if path == Path():
        path = Path(f"{policy.id}-{policy.version}{f'-since-{version}' if version else ''}.docx")
    page = place.folders.docs.parent / place.policies.sources[policy.id].name
    pictures = read_pictures(policy.document, page, place.folders.docs).found
    file = page.relative_to(place.folders.docs).as_posix()
    address = addresses_from(file, site_address(place.folders.settings))
    made = BytesIO()
    write_zip(made, to_word(policy, address, pictures, earlier).items())
    try:
        write_whole(path, made.getvalue()) if path.exists() else path.write_bytes(made.getvalue())
    except OSError as error:
        raise RefusedError(f"{path} cannot be written: {error.strerror}.") from error
    print(f"{path} holds {policy.title}, version {policy.version}.")


def _named(name: str, place: Workplace) -> Policy:
    policies = {policy.id: policy for policy in place.policies.registry}
    if name not in policies:
        raise RefusedError(with_suggestion(f"there is no policy {name}.", closest(name, policies)))
    return policies[name]


def _released(policy: Policy, version: str, place: Workplace) -> Policy:
    """Return a released version with its document, which is kept as Markdown."""
    copies = place.archive.copies.get(policy.id, {})
    if version not in copies:
        near = closest(version, copies)
        raise RefusedError(with_suggestion(f"version {version} of {policy.id} was never released.", near))
    markdown = place.released.markdown(policy.id, version)
    read = read_policy(markdown, policy.id, place.policies.registry.links, copies[version].last_words())
    assert read is not None, "a released version is a policy"
    return read


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
