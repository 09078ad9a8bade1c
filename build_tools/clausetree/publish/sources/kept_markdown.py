"""Markdown that somebody kept, read as the policy is, and held against a released version."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from clausetree.policy.links import labels_in
from clausetree.policy.policy import Policy
from clausetree.publish.sources.policies import read_alone
from clausetree.render.html.reader import read_pieces
from clausetree.render.policy.page import to_frozen
from clausetree.render.versions.text_runs import page_words
from clausetree.render.versions.verify import (
    ReleasedWords,
    Verdict,
    anchors_of,
    verdict_on_bare_words,
    verdict_on_policy,
)
from clausetree.report.diagnostic import Diagnostic


def verdict_on_text(text: str, name: str, released: ReleasedWords, kept: str) -> Verdict:
    """Hold the text of a file called `name` against a version, of which `kept` is the Markdown.

    What cannot be published as it is written is read without that: words that are struck through, as plain
    ones. So nothing may be said of the file that is not said of the version.
    """
    written, said = _read(text, name, released)
    if written is None:
        return verdict_on_bare_words(text, released)
    page = page_words(read_pieces(to_frozen(written)), anchors_of(written))
    verdict = verdict_on_policy(written, page, released)
    if verdict.differences or not said:
        return verdict
    said_of_kept = Counter(one.message for one in _read(kept, name, released)[1])
    more = Counter(one.message for one in said) - said_of_kept
    return replace(verdict, differences=tuple(message.rstrip(".") for message in more))


def _read(text: str, name: str, released: ReleasedWords) -> tuple[Policy | None, list[Diagnostic]]:
    return read_alone(text, name, dict.fromkeys(labels_in(text), ""), released.version.last_words())
