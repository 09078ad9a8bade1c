"""`clausetree verify`: is a file that somebody kept the text that people attested to?"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from clausetree.commands.places import add_folder, folders_of
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
from clausetree.publish.sources.kept_markdown import verdict_on_text
from clausetree.publish.unpacking.part import Reason
from clausetree.render.html.reader import Piece, read_pieces
from clausetree.render.versions.site_words import KnownWords, known_words
from clausetree.render.versions.text_runs import page_words
from clausetree.render.versions.verify import (
    ReleasedWords,
    Verdict,
    anchors_of,
    closest_verdict,
    released_words,
    verdict_on_bare_page,
    verdict_on_document,
    verdict_on_page,
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

It ends with 0 for a released version, with 1 for anything else, with 2 when there is no such file, or no
released version to hold it against, and with 3 when it cannot be told."""
_SHOWN = 20
_WRITTEN_ON = "notes, stamps or fields are drawn over its pages, and their words are not read"


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
    holding = _Holding(place, frozenset(procedure.tree.title.text for procedure in place.procedures().all))
    verdict = closest_verdict(holding.verdicts(kept, versions, arguments.file))
    assert verdict is not None
    return _tell(verdict, kept)


def _released_versions(place: Workplace) -> Iterator[Policy]:
    """Every released version, the newest of each policy first."""
    for copies in place.archive.copies.values():
        yield from reversed(list(copies.values()))


@dataclass(frozen=True, slots=True)
class _Holding:
    """Holds a file against versions. `procedures` are the titles of those that may cite a clause."""

    place: Workplace
    procedures: frozenset[str]

    def verdicts(self, kept: Kept, versions: Iterable[Policy], file: Path) -> Iterator[Verdict]:
        """Yield what to say of the file as each of the versions."""
        pieces = read_pieces(kept.html) if isinstance(kept, KeptPage) else []
        for version in versions:
            frozen = self.place.released.page(version.id, version.version)
            yield self._verdict(kept, pieces, released_words(version, frozen), file)

    def _verdict(self, kept: Kept, pieces: list[Piece], released: ReleasedWords, file: Path) -> Verdict:
        match kept:
            case KeptPage():
                page = page_words(pieces, anchors_of(released.version))
                if page.has_anchors:
                    return verdict_on_page(page, released, self._known(released.version))
                return verdict_on_bare_page(page, released)
            case KeptText(text=text):
                markdown = self.place.released.markdown(released.version.id, released.version.version)
                return verdict_on_text(text, file.name, released, markdown)
            case KeptPrint(pages=pages):
                return verdict_on_print(pages, released)
            case KeptDocument(words=words):
                return verdict_on_document(words, released)
            case NotRead():
                raise ValueError(kept.reason)
            case _:
                assert_never(kept)

    def _known(self, version: Policy) -> KnownWords:
        past = self.place.archive.past(version.id)
        return known_words(version, past, self.place.policies.registry, self.procedures)


def _tell(verdict: Verdict, kept: Kept) -> int:
    """Print a verdict, and return the status that goes with it."""
    version = verdict.version
    name = f"version {version.version} of {version.title}"
    unread = _unread_in(kept)
    if unread and (verdict.differences or isinstance(kept, KeptPrint)):
        print(f"It cannot be told whether this is a released version: {unread}.")
        return 3
    if verdict.has_hardly_any:
        print("This has none, or hardly any, of the words of a released version.")
        return 1
    if verdict.unsure:
        print(f"This may be {name}. What could not be compared: {verdict.unsure}.")
        _show(verdict, "It was found otherwise here:")
        return 3
    if not verdict.differences:
        print(f"This is {name}, word for word.\nFingerprint {version.digest}")
        return 0
    _show(verdict, f"This is no released version. It is nearest to {name}, and differs from it:")
    return 1


def _unread_in(kept: Kept) -> str:
    match kept:
        case KeptPage(whole=False) | KeptText(whole=False):
            return Reason.LETTERS.value
        case KeptPrint(whole=False):
            return _WRITTEN_ON
        case KeptPage() | KeptText() | KeptPrint() | KeptDocument() | NotRead():
            return ""
        case _:
            assert_never(kept)


def _show(verdict: Verdict, beginning: str) -> None:
    if verdict.differences:
        print(beginning)
        print("\n".join(f"  {difference}" for difference in verdict.differences[:_SHOWN]))
    more = len(verdict.differences) - _SHOWN
    if more > 0:
        print(f"  and {more} more")
