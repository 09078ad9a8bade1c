"""The page of every policy in the corpus is that policy, and nothing else stands on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.history.lock import Lock
from clausetree.history.past import Past
from clausetree.history.registry import Registry
from clausetree.render.html.reader import read_pieces
from clausetree.render.policy.page import to_frozen, to_page
from clausetree.render.versions.site_words import known_words
from clausetree.render.versions.text_runs import page_words
from clausetree.render.versions.verify import Verdict, anchors_of, released_words, verdict_on_page
from tests.policy.corpus import CORPUS

from .test_printed_corpus import read

FILES = sorted(CORPUS.glob("*/policy.md"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_page_is_read_back_as_its_policy(file: Path) -> None:
    policy = read(file)
    if policy is None or not policy.clauses:
        return
    page = page_words(read_pieces(to_page(policy, {}, lambda href: href)), anchors_of(policy))
    known = known_words(policy, Past(Lock({}).history(policy.id)), Registry([policy]), frozenset())
    verdict = verdict_on_page(page, released_words(policy, to_frozen(policy)), known)
    assert verdict == Verdict(policy, ())


def test_the_corpus_is_not_empty() -> None:
    assert len(FILES) > 30
