"""`clausetree verify`: is a file that somebody kept the text that people attested to?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from clausetree.commands.places import add_folder, folders_of
from clausetree.policy.links import labels_in
from clausetree.policy.policy import Policy
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.sources.kept import (
    Kept,
    KeptDocument,
    KeptPage,
    KeptPrint,
    KeptText,
    NotRead,
    read_kept,
)
from clausetree.publish.sources.policies import read_policy
from clausetree.render.html.reader import Words, read_pieces
from clausetree.render.versions.verify import (
    Verdict,
    closest_verdict,
    has_anchors,
    verdict_on_bare_words,
    verdict_on_document,
    verdict_on_page,
    verdict_on_policy,
)
from clausetree.render.versions.verify_print import verdict_on_print

NAME = "verify"
HELP = "say whether a page, a PDF or a Markdown file is a released version, word for word"
ABOUT = """\
Say whether a file that somebody kept is a released version of a policy, word for word: a page saved from the
site by any browser (.html, .mhtml, .webarchive), its PDF, the Markdown, or a document (.docx, .odt). If it is
not, you are told the version that it is nearest to, and where they differ."""
EXAMPLES = """\
examples:
  clausetree verify policy-as-saved.html
  clausetree verify social-media.pdf
  clausetree verify policy.md --policy social-media

It ends with 0 for a released version, with 1 for anything else, with 2 when there is no such file, and with 3
when the file cannot be read, or not so well that it could be told."""
_SHOWN = 20
_LETTERS = "some of its letters are in an encoding that is not known"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file, and what it should be."""
    add_folder(parser)
    parser.add_argument("file", type=Path, help="a page saved from the site, a PDF, Markdown, or a document")
    parser.add_argument("--policy", help="the policy that it should be (any)")
    parser.add_argument("--fingerprint", help="the fingerprint that was attested to (that of any version)")


def run(arguments: argparse.Namespace) -> int:
    """Print the verdict: 0 for a released version, 1 for anything else, 3 if it cannot be told."""
    if not arguments.file.is_file():
        print(f"There is no file {arguments.file}.")
        return 2
    place = open_workplace(folders_of(arguments))
    versions = [v for v in _released_versions(place) if arguments.policy in (None, v.id)]
    if arguments.fingerprint:
        versions = [version for version in versions if version.digest == arguments.fingerprint.lower()]
    if not versions:
        print("There is no released version to hold it against.")
        return 2
    kept = read_kept(arguments.file)
    if isinstance(kept, NotRead):
        print(f"{arguments.file} cannot be read: {kept.reason}.")
        return 3
    verdict = closest_verdict(_verdict(place, version, kept, arguments.file) for version in versions)
    assert verdict is not None
    return _tell(verdict, "" if getattr(kept, "whole", True) else _LETTERS)


def _released_versions(place: Workplace) -> Iterator[Policy]:
    """Every released version, the newest of each policy first."""
    for copies in place.archive.copies.values():
        yield from reversed(list(copies.values()))


def _verdict(place: Workplace, version: Policy, kept: Kept, file: Path) -> Verdict:
    frozen = place.released.page(version.id, version.version)
    match kept:
        case KeptPage(html=html):
            if has_anchors(html, version):
                return verdict_on_page(html, version, frozen)
            return verdict_on_bare_words(_words(html), version, frozen)
        case KeptText(text=text):
            labels = dict.fromkeys(labels_in(text), "")
            written = read_policy(text, file.name, labels, version.last_words())
            return (
                verdict_on_policy(written, version) if written else verdict_on_bare_words(text, version, frozen)
            )
        case KeptPrint(pages=pages):
            return verdict_on_print(pages, version, frozen)
        case KeptDocument(words=words):
            return verdict_on_document(words, version, frozen)
        case NotRead():
            raise ValueError(kept.reason)
        case _:
            assert_never(kept)


def _words(html: str) -> str:
    return "".join(piece.text if isinstance(piece, Words) else " " for piece in read_pieces(html))


def _tell(verdict: Verdict, unread: str) -> int:
    """Print a verdict, and return the status that goes with it."""
    version = verdict.version
    name = f"version {version.version} of {version.title}"
    if unread and verdict.differences:
        print(f"It cannot be told whether this is a released version: {unread}.")
        return 3
    if verdict.unsure:
        print(f"This may be {name}. What could not be compared: {verdict.unsure}.")
        _show(verdict, "It was found otherwise here:")
        return 3
    if not verdict.differences:
        print(f"This is {name}, word for word.\nFingerprint {version.digest}")
        return 0
    if verdict.has_hardly_any:
        print("This has none, or hardly any, of the words of a released version.")
        return 1
    _show(verdict, f"This is no released version. It is nearest to {name}, and differs from it:")
    return 1


def _show(verdict: Verdict, beginning: str) -> None:
    if verdict.differences:
        print(beginning)
        print("\n".join(f"  {difference}" for difference in verdict.differences[:_SHOWN]))
    more = len(verdict.differences) - _SHOWN
    if more > 0:
        print(f"  and {more} more")
