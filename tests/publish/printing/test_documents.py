"""The policy as a PDF: every word, a place for every clause, its pictures, and the same bytes each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from clausetree.history.policies import Policies
from clausetree.policy.clause import ClauseKind
from clausetree.policy.policy import Policy
from clausetree.publish.files.cache import Cache
from clausetree.publish.printing.documents import document_path, write_documents
from clausetree.publish.sources.policies import load_policies
from tests.read_back import bookmarks, places, reader, squeezed, tags

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = [ROOT / "docs", ROOT / "tests" / "cases" / "policy" / "valid" / "lone-working" / "docs"]


@pytest.fixture(scope="module", params=FOLDERS, ids=["ours", "another's"])
def policies(request: pytest.FixtureRequest) -> Policies:
    folder: Path = request.param
    return load_policies(folder)


@pytest.fixture
def policy(policies: Policies) -> Policy:
    return next(iter(policies.registry))


@pytest.fixture
def document(policies: Policies, policy: Policy, tmp_path: Path) -> PdfReader:
    write_documents(policies, "https://policy.example.org/", tmp_path / "site", Cache(tmp_path / "cache"))
    return PdfReader(tmp_path / "site" / document_path(policy))


def test_it_holds_every_word_of_every_clause(document: PdfReader, policy: Policy) -> None:
    pages = [page.extract_text() for page in document.pages]
    # The last line of a page is its foot.
    words = squeezed("".join(page[: page.rindex(policy.title)] for page in pages))
    assert [clause.label for clause in policy.clauses if squeezed(clause.text) not in words] == []


def test_every_clause_has_a_bookmark(document: PdfReader, policy: Policy) -> None:
    titles = [title for _, title in bookmarks(document)]
    numbered = [c.number for c in policy.clauses if c.kind is ClauseKind.CLAUSE and c.number]
    assert len(numbered) >= 3
    assert [number for number in numbered if number not in titles] == []
    headings = [clause.title for clause in policy.clauses if clause.kind is ClauseKind.HEADING]
    assert len(titles) >= len(numbered) + len(headings) - 1


def test_a_screen_reader_can_read_it(document: PdfReader, policy: Policy) -> None:
    catalogue: Any = document.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert document.metadata is not None
    assert document.metadata.title == policy.title


def test_nobody_can_tell_when_or_where_it_was_made(
    document: PdfReader, policies: Policies, policy: Policy, tmp_path: Path
) -> None:
    again = tmp_path / "elsewhere" / "entirely"
    write_documents(policies, "https://policy.example.org/", again, Cache(tmp_path / "other-cache"))
    first = (tmp_path / "site" / document_path(policy)).read_bytes()
    assert (again / document_path(policy)).read_bytes() == first
    assert document.metadata is not None
    assert document.metadata.creation_date is None


def test_every_clause_can_be_linked_to(document: PdfReader, policy: Policy) -> None:
    found = places(document)
    assert [clause.anchor for clause in policy.clauses if clause.anchor not in found] == []


def test_what_is_kept_is_not_made_again(policies: Policies, policy: Policy, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    write_documents(policies, "https://policy.example.org/", tmp_path / "site", cache)
    (kept,) = (tmp_path / "cache" / "documents").iterdir()
    kept.write_bytes(b"kept")
    write_documents(policies, "https://policy.example.org/", tmp_path / "again", cache)
    assert (tmp_path / "again" / document_path(policy)).read_bytes() == b"kept"


PICTURED = """\
---
policy: way
title: The way
version: "1.0"
owner: O
approved: A
---

# The way {: #way }

1.1 Go as the map shows: ![A map of the way](map.svg)
{: #c1-1 }
"""
MAP = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="20"><rect width="9" height="9"/></svg>'


def test_a_picture_beside_the_policy_is_part_of_the_document(tmp_path: Path) -> None:
    docs, cache = tmp_path / "docs", Cache(tmp_path / "cache")
    (docs / "policy").mkdir(parents=True)
    (docs / "policy" / "way.md").write_text(PICTURED, encoding="utf-8")
    made = []
    for width in (20, 40):
        (docs / "policy" / "map.svg").write_text(MAP.format(width), encoding="utf-8")
        policies = load_policies(docs)
        write_documents(policies, "", tmp_path / "site", cache, docs)
        made.append((tmp_path / "site" / "policy" / "way" / "way.pdf").read_bytes())
    assert ("/Figure", "A map of the way") in tags(reader(made[0]))
    assert made[0] != made[1], "a picture that has changed stands in the document"


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("https://other.example/x", "https://other.example/x"),
        ("tel:+4420", "tel:+4420"),
        ("../procedures.md#a", "https://here.example/procedures/#a"),
        ("other.md", "https://here.example/policy/other/"),
        ("../index.md", "https://here.example/"),
    ],
)
def test_a_link_leads_to_the_page_that_it_names(href: str, leads: str, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "policy").mkdir(parents=True)
    text = PICTURED.replace("![A map of the way](map.svg)", f"[words]({href})")
    (docs / "policy" / "way.md").write_text(text, encoding="utf-8")
    policies = load_policies(docs)
    write_documents(policies, "https://here.example/", tmp_path / "site", Cache(tmp_path / "cache"), docs)
    document = PdfReader(tmp_path / "site" / "policy" / "way" / "way.pdf")
    links: Any = document.pages[0]["/Annots"]
    assert [link.get_object()["/A"]["/URI"] for link in links] == [leads]
