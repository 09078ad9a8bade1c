"""Policies as other bodies write them: what is expected of each is well formed, and true to its words."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml

from .corpus import CORPUS, Document, documents, lines_of
from .flattened import flattened, plain

DOCUMENTS = documents()
READ = [document for document in DOCUMENTS if document.expected.exists()]
TOLD = [document for document in DOCUMENTS if document.diagnostic.exists()]
_FORM = re.compile(
    r"heading [1-6] +\|[^|]*\| \S.*"  # the label is empty where none is printed
    r"|clause +\| [^|]*\S[^|]*\| \S.*"
    r"|(paragraph|picture|code|row head|row) +\| +\| \S.*"
    r"|item [1-6] +\| [^|]*\S[^|]*\|( \S.*)?"
    r"|task [1-6] +\| (\d+[.)] )?\[[ x]\] +\| \S.*"
    r"|more [1-6] +\| +\| \S.*"
    r"|definition +\|[^|]*\| \S.*"
    r"|quotation +\|[^|]*\| \S.*"
    r"|note +\| (\d+)? *\| \S.*"
)


def named(document: Document) -> str:
    return document.name


def test_there_are_as_many_policies_as_were_promised() -> None:
    assert len({document.source.parent for document in DOCUMENTS}) >= 32
    assert len(list((CORPUS / "handbook").glob("*.md"))) == 24


def test_no_folder_is_without_a_policy() -> None:
    folders = {path for path in CORPUS.iterdir() if path.is_dir()}
    assert folders == {document.source.parent for document in DOCUMENTS}


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_policy_says_what_is_expected_of_it(document: Document) -> None:
    assert lines_of(document.expected) or lines_of(document.diagnostic)


@pytest.mark.parametrize("document", READ, ids=named)
def test_what_is_expected_is_written_as_the_readme_says(document: Document) -> None:
    lines = lines_of(document.expected)
    assert [line for line in lines if not _FORM.fullmatch(line)] == []
    assert [unit.words for unit in document.units if unit.words != " ".join(unit.words.split())] == []


@pytest.mark.parametrize("document", TOLD, ids=named)
def test_what_must_be_said_is_said_of_a_line_of_the_policy(document: Document) -> None:
    written = document.source.read_bytes().split(b"\n")
    lines = [said.line for said in document.messages]
    assert lines == sorted(lines)
    assert [line for line in lines if not written[line - 1].strip()] == []
    assert [said.line for said in document.messages if not said.words] == []


@pytest.mark.parametrize("document", READ, ids=named)
def test_what_is_expected_has_the_words_of_the_policy_in_their_order(document: Document) -> None:
    flat = flattened(document.source.read_text(encoding="utf-8"), document.links)
    expected = [word for unit in document.units for word in plain(unit.printed)]
    assert expected == flat.words


@pytest.mark.parametrize("document", READ, ids=named)
def test_what_is_marked_as_a_heading_is_expected_to_be_one(document: Document) -> None:
    flat = flattened(document.source.read_text(encoding="utf-8"), document.links)
    headings = [
        (int(unit.kind[-1]), " ".join(plain(unit.printed)))
        for unit in document.units
        if unit.kind.startswith("heading")
    ]
    expected = iter(headings)
    assert [heading for heading in flat.headings if heading not in expected] == []


def test_no_two_policies_have_the_same_id() -> None:
    """So that all of them can be published as one site."""
    ids = Counter(
        yaml.safe_load(document.source.read_text(encoding="utf-8").split("---\n")[1])["policy"]
        for document in READ
    )
    assert [name for name, count in ids.items() if count > 1] == []
