"""The words that a policy gives a meaning: listed in its head, and no part of its words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clausetree.history.released import from_record, to_record
from clausetree.policy.policy import Policy
from clausetree.publish.sources.policies import load_policies

HEAD = """---
policy: lone-working
title: Lone working policy
version: "1.0"
owner: Trustee for Safety
approved: 1 May 2031
{terms}---

# Lone working policy {{: #lone-working }}

1.1 Your buddy is the person who knows where you are.
{{: #c1-1 }}
"""
BUDDY = [("buddy", "c1-1")]
LISTS = {
    "": [],
    "terms:\n  buddy: c1-1\n": BUDDY,
    "terms:\n    # who knows\n    'buddy' : c1-1 # clause 1.1\n\n": BUDDY,
    "terms: {buddy: c1-1}\n": BUDDY,
    "terms:\n  “buddy”: c1-1\n": BUDDY,
    "terms:\n  the   buddy: c1-1\n  buddy: c1-1\n": [("the buddy", "c1-1"), *BUDDY],
}


def read(folder: Path, terms: str) -> Policy:
    """Return the policy of the examples with this list in its head, which has no fault."""
    (folder / "policy.md").write_text(HEAD.format(terms=terms), encoding="utf-8")
    found = load_policies(folder)
    assert found.diagnostics == ()
    return found.pages["policy.md"]


@pytest.mark.parametrize(("terms", "expected"), LISTS.items())
def test_a_list_is_read_however_it_is_written(
    tmp_path: Path, terms: str, expected: list[tuple[str, str]]
) -> None:
    policy = read(tmp_path, terms)
    assert [(term.words, term.meaning.anchor) for term in policy.terms] == expected


def test_the_list_is_no_part_of_the_policys_words(tmp_path: Path) -> None:
    without, with_terms = read(tmp_path, ""), read(tmp_path, "terms:\n  buddy: c1-1\n")
    assert with_terms.digest == without.digest
    assert to_record(with_terms) == to_record(without)
    assert from_record(to_record(with_terms)) == (replace(with_terms, terms=()), {})


def test_the_social_media_policy_itself_says_what_each_of_its_terms_means(policy: Policy) -> None:
    meanings = {term.words: term.meaning for term in policy.terms}
    assert set(meanings) == {"social media", "social engineering"}
    assert "In this policy 'social media' is defined as" in meanings["social media"].text
    assert "Social engineering is" in meanings["social engineering"].text
