"""`clausetree verify`: is a file that somebody kept the text that people attested to?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from clausetree.commands.places import add_folder, folders_of
from clausetree.policy.links import labels_in
from clausetree.policy.policy import Policy
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.sources.policies import read_policy
from clausetree.render.versions.verify import Verdict, closest_verdict, verdict_on_page, verdict_on_policy

NAME = "verify"
HELP = "say whether a page or a Markdown file is a released version, word for word"
ABOUT = """\
Say whether a file that somebody kept is a released version of a policy, word for word: a page saved from the
site, or the Markdown. If it is not, you are told the version that it is nearest to, and where they differ."""
EXAMPLES = """\
examples:
  clausetree verify policy-as-saved.html
  clausetree verify policy.md --policy social-media

It ends with 0 for a released version, with 1 for anything else, and with 2 when there is no such file."""
_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file, and what it should be."""
    add_folder(parser)
    parser.add_argument(
        "file", type=Path, help="a page saved from the site (.html), or a policy's Markdown (.md)"
    )
    parser.add_argument("--policy", help="the policy that it should be (any)")
    parser.add_argument("--fingerprint", help="the fingerprint that was attested to (that of any version)")


def run(arguments: argparse.Namespace) -> int:
    """Print the verdict: 0 for a released version, 1 for anything else."""
    if not arguments.file.is_file():
        print(f"There is no file {arguments.file}.")
        return 2
    place = open_workplace(folders_of(arguments))
    text = arguments.file.read_bytes().decode("utf-8-sig", errors="replace")
    versions = [v for v in _released_versions(place) if arguments.policy in (None, v.id)]
    if arguments.fingerprint:
        versions = [version for version in versions if version.digest == arguments.fingerprint.lower()]
    verdict = closest_verdict(_verdicts(place, versions, text, arguments.file))
    if verdict is None:
        print("There is no released version to hold it against.")
        return 2
    print(_verdict_text(verdict))
    return 1 if verdict.differences else 0


def _released_versions(place: Workplace) -> Iterator[Policy]:
    """Every released version, the newest of each policy first."""
    for copies in place.archive.copies.values():
        yield from reversed(list(copies.values()))


def _verdicts(place: Workplace, versions: list[Policy], text: str, file: Path) -> Iterator[Verdict]:
    is_page = file.suffix.lower() in (".html", ".htm")
    labels = dict.fromkeys(labels_in(text), "")
    for version in versions:
        written = None if is_page else read_policy(text, file.name, labels, version.last_words())
        if written is not None:
            yield verdict_on_policy(written, version)
        else:
            yield verdict_on_page(text, version, place.released.page(version.id, version.version))


def _verdict_text(verdict: Verdict) -> str:
    version = verdict.version
    name = f"version {version.version} of {version.title}"
    if not verdict.differences:
        return f"This is {name}, word for word.\nFingerprint {version.digest}"
    more = len(verdict.differences) - _SHOWN
    lines = [f"This is no released version. It is nearest to {name}, and differs from it:"]
    lines += [f"  {difference}" for difference in verdict.differences[:_SHOWN]]
    lines += [f"  and {more} more"] if more > 0 else []
    return "\n".join(lines)
