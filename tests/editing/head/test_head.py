"""The head of a policy, filled in."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clausetree.editing.head.head import fill_in_head, head_of
from clausetree.editing.replacement import replaced
from clausetree.policy.front_matter.fences import read_front_matter

WRITTEN = """---
# Ask Jo about this.
policy: lone-working
title: Lone working policy
version: "4.0"  # the last one
owner:
approved: 3 March 2031
next_review: March 2034
terms:
  duty officer: c1-1
---

# Lone working policy {: #lone }
"""
IMPORTED = "---\npolicy: nice\n---\n\n## Hello policy {: #hello-policy }\n\nAll staff must be nice.\n"


def filled(text: str, **values: str) -> str:
    return replaced(text, fill_in_head(text, values))


def test_what_the_head_says_is_offered_and_what_is_lacking_is_empty() -> None:
    fields = {field.key: (field.value, field.required) for field in head_of(WRITTEN)}
    assert fields == {
        "title": ("Lone working policy", True),
        "version": ("4.0", True),
        "owner": ("", True),
        "approved": ("3 March 2031", True),
        "approved_by": ("", False),
        "first_implemented": ("", False),
        "reviewed": ("", False),
        "next_review": ("March 2034", False),
    }


def test_what_was_imported_takes_its_title_from_its_first_heading() -> None:
    assert next(field for field in head_of(IMPORTED) if field.key == "title").value == "Hello policy"
    values = {"title": "Hello policy", "version": "0.1", "owner": "People team", "approved": "not yet"}
    assert filled(IMPORTED, **values) == IMPORTED.replace(
        "policy: nice\n",
        'policy: nice\ntitle: Hello policy\nversion: "0.1"\nowner: People team\napproved: not yet\n',
    )


def test_nothing_else_of_the_head_changes() -> None:
    assert filled(WRITTEN, title="Lone working policy", version="4.0", next_review="March 2034") == WRITTEN
    assert filled(WRITTEN, version="5.0") == WRITTEN.replace('"4.0"', '"5.0"')
    assert filled(WRITTEN, owner="Trustee: volunteering") == WRITTEN.replace(
        "owner:\n", 'owner: "Trustee: volunteering"\n'
    )
    assert filled(WRITTEN, next_review="") == WRITTEN.replace("next_review: March 2034\n", "")
    assert filled(WRITTEN, reviewed="2033-03-01") == WRITTEN.replace(
        "approved: 3 March 2031\n", 'approved: 3 March 2031\nreviewed: "2033-03-01"\n'
    )


def test_lines_end_as_they_do() -> None:
    dos = IMPORTED.replace("\n", "\r\n")
    assert filled(dos, owner="Jo") == dos.replace("policy: nice\r\n", "policy: nice\r\nowner: Jo\r\n")


@pytest.mark.parametrize("text", ["", "# A page\n", "---\ntitle: A page\n---\n\nWords.\n"])
def test_a_page_that_is_no_policy_has_no_head(text: str) -> None:
    assert head_of(text) == []


def test_a_value_of_several_lines_is_left_to_the_text() -> None:
    text = "---\npolicy: a\ntitle: >\n  Of several\n  lines\n---\n"
    assert "title" not in [field.key for field in head_of(text)]
    assert filled(text, owner="Jo") == text.replace("  lines\n", "  lines\nowner: Jo\n")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_any_words_are_read_back_as_they_were_filled_in(words: str) -> None:
    value = " ".join(words.split())
    for text in (WRITTEN, IMPORTED):
        inside = read_front_matter(filled(text, owner=words, title=f"T {words}", version="1")).inside
        now = filled(text, owner=words, title=f"T {words}", version="1")[inside.start : inside.end]
        read = yaml.safe_load(now)
        assert (read.get("owner") or "", read["title"], read["version"]) == (value, f"T {value}".strip(), "1")
