"""The PDF of every policy in the corpus is read back as that policy, whatever script and blocks it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.policy.links import labels_in
from clausetree.policy.policy import Policy
from clausetree.publish.printing.documents import Edition
from clausetree.publish.sources.policies import read_policy
from clausetree.publish.unpacking.limits import Limits
from clausetree.publish.unpacking.pdf import read_pdf
from clausetree.render.html.direction import direction_of
from clausetree.render.policy.page import to_frozen
from clausetree.render.typst.document import to_typst
from clausetree.render.versions.verify import released_words
from clausetree.render.versions.verify_print import verdict_on_print
from tests.policy.corpus import CORPUS

NEVER_PUBLISHED = {"pdf-paste", "picture-without-words", "signs-of-word"}
"""The first and the last have signs that no font has, and are refused; so is a picture without words."""
FILES = sorted(file for file in CORPUS.glob("*/policy.md") if file.parent.name not in NEVER_PUBLISHED)


def read(file: Path) -> Policy | None:
    text = file.read_bytes().decode("utf-8", "replace")
    return read_policy(text, file.name, dict.fromkeys(labels_in(text), ""), {})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_policy_is_read_back_from_its_pdf(file: Path) -> None:
    policy = read(file)
    if policy is None or not policy.clauses:
        return
    pages = read_pdf(Edition(to_typst(policy, lambda href: href, {}), {}).to_pdf(), Limits().of_one)
    verdict = verdict_on_print([page.words for page in pages], released_words(policy, to_frozen(policy)))
    if direction_of(policy.language.lower()) == "rtl":
        assert verdict.unsure == "the order of words where some run from the right and some from the left"
        assert not verdict.has_hardly_any
    else:
        assert verdict.differences == ()


def test_the_corpus_is_not_empty() -> None:
    assert len(FILES) > 30
