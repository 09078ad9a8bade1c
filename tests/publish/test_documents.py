"""The policy as a PDF: every word, a bookmark for every clause, and the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from clausetree.policy.clause import ClauseKind
from clausetree.policy.policy import Policy
from publish.cache import Cache
from publish.documents import document_path, write_documents
from publish.policies import Policies, load_policies
from publish.typst_source import to_typst

ROOT = Path(__file__).resolve().parents[2]
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


def squeezed(text: str) -> str:
    """A line may be broken anywhere, and a word at its hyphen."""
    return "".join(text.split())


def test_it_holds_every_word_of_every_clause(document: PdfReader, policy: Policy) -> None:
    pages = [page.extract_text() for page in document.pages]
    # The last line of a page is its foot.
    words = squeezed("".join(page[: page.rindex(policy.title)] for page in pages))
    assert [clause.label for clause in policy.clauses if squeezed(clause.text) not in words] == []


def test_every_clause_has_a_bookmark(document: PdfReader, policy: Policy) -> None:
    titles = [str(bookmark.title) for bookmark in bookmarks(document.outline)]
    numbered = [c.number for c in policy.clauses if c.kind is ClauseKind.CLAUSE and c.number]
    assert len(numbered) >= 3
    assert [number for number in numbered if number not in titles] == []
    headings = [clause.title for clause in policy.clauses if clause.kind is ClauseKind.HEADING]
    assert len(titles) >= len(numbered) + len(headings) - 1


def bookmarks(outline: Any) -> Iterator[Destination]:
    """Return every bookmark, those within others too."""
    for one in outline:
        if isinstance(one, list):
            yield from bookmarks(one)
        else:
            yield one


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


def test_what_an_author_writes_is_never_a_command(policy: Policy) -> None:
    written = to_typst(policy, '#read("x") $x$ @me <label> `#import` \\ "quoted" // words\n', "")
    words = '#"#read(\\"x\\") $x$ @me ";#"<label>";#" ";#"#import";#" \\\\ \\"quoted\\" // words";'
    assert written.endswith(f"\n#par[{words}]\n")


def test_what_was_pasted_is_set_as_it_was_meant(policy: Policy) -> None:
    table = "| When | Whom | How |\n| --- | --- | --- |\n| By day | the office | by telephone |\n"
    document = to_typst(policy, f"2.1\tCarry:\n{{: #c9-9 }}\n\n- a torch.\n\n## 3.0\tAfter\n\n{table}", "")
    assert '#clause("2.1", 2, [#"Carry:";])' in document
    assert "#pad(left: indent, list(" in document
    assert '[#"3.0 After";]' in document
    assert "#table(columns: (auto,1fr,1fr,)" in document
