"""`clausetree import`, from a document to a policy that is checked and published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausetree.cli import main

DOCUMENTS = Path(__file__).parents[1] / "cases" / "imported"
KEYS = DOCUMENTS / "python-docx" / "keys.docx"
SHED = DOCUMENTS / "python-docx" / "boat-shed.docx"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new organisation, in which the commands work."""
    place = tmp_path / "org"
    assert main(["init", str(place), "--organisation", "A", "--policy", "B policy", "--site-url", ""]) == 0
    monkeypatch.chdir(place)
    return place


def test_a_document_becomes_a_policy_with_its_numbers_and_anchors(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(KEYS)]) == 0
    assert (
        (folder / "docs/policy/key-holding-policy.md").read_text(encoding="utf-8")
        == """\
---
policy: key-holding-policy
title: Key holding policy
---

# Key holding policy {: #key-holding-policy }

## 1. Purpose {: #purpose }

1.1 Keys open doors.
{: #c1-1 }

1.2 Keys are signed for:
{: #c1-2 }

(a) in the book;
{: #c1-2-a }

(b) by two people:
{: #c1-2-b }

(i) the keeper;
{: #c1-2-b-i }

(ii) the borrower;
{: #c1-2-b-ii }

(c) on the day.
{: #c1-2-c }

## 2. Loss {: #loss }

2.1 Report a lost key at once.
{: #c2-1 }

2.2 See 1.2 for the book.
{: #c2-2 }
"""
    )
    said = capsys.readouterr().out
    assert "Your document has 47 words, its numbers among them. 47 of them are in the policy." in said
    assert (folder / "import-key-holding-policy.md").read_text(encoding="utf-8") in said


def test_what_the_document_says_of_itself_is_its_head(folder: Path) -> None:
    assert main(["import", str(SHED)]) == 0
    text = (folder / "docs/policy/boat-shed-rules.md").read_text(encoding="utf-8")
    assert text.startswith("""\
---
policy: boat-shed-rules
title: Boat shed rules
version: "3.1"
owner: Shed Master
approved_by: The Crew
approved: "4 May 2026"
---
""")
    assert "Shed Master" not in text.partition("\n---\n")[2]
    report = (folder / "import-boat-shed-rules.md").read_text(encoding="utf-8")
    assert "- Boat shed rules – internal" in report
    assert "- Page 1 of 3" in report
    assert "joined cells" in report


def test_links_have_labels_and_notes_their_signs_and_all_is_sound(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(DOCUMENTS / "docx-npm" / "notes.docx"), "--as", "notes"]) == 0
    page = folder / "docs/policy/notes.md"
    text = page.read_text(encoding="utf-8")
    assert "Ask [the guard][notes-the-guard] or see [the exit](#the-exit)." in text
    assert "Touch nothing[^1] and run nowhere[^2]." in text
    assert 'url: "https://example.org/guard"' in (folder / "docs/links.yml").read_text(encoding="utf-8")
    head = 'title: Notes of the museum\nversion: "0.1"\nowner: The Guard\napproved: 1 May 2026\n'
    page.write_text(text.replace("title: Notes of the museum\n", head), encoding="utf-8")
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "0 errors" in capsys.readouterr().out


def test_a_policy_that_is_there_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(KEYS)]) == 0
    page = folder / "docs/policy/key-holding-policy.md"
    before = page.read_bytes()
    assert main(["import", str(KEYS)]) == 2
    assert page.read_bytes() == before
    assert "With --as key-holding-policy" in capsys.readouterr().err


def test_a_next_version_keeps_the_head_and_the_anchors_that_were_published(folder: Path) -> None:
    assert main(["import", str(KEYS)]) == 0
    page = folder / "docs/policy/key-holding-policy.md"
    head = 'title: Key holding policy\nversion: "1.0"\nowner: The Keeper\napproved: 1 May 2026\n'
    page.write_text(
        page.read_text(encoding="utf-8").replace("title: Key holding policy\n", head), encoding="utf-8"
    )
    text = page.read_text(encoding="utf-8").replace("#purpose }", "#why }")
    page.write_text(text, encoding="utf-8")
    assert main(["clauses", "accept"]) == 1, "the sample is a draft"
    assert "why" in (folder / "clauses.lock").read_text(encoding="utf-8")
    assert main(["import", str(KEYS), "--as", "key-holding-policy"]) == 0
    assert page.read_text(encoding="utf-8") == text


def test_nothing_is_written_of_what_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.docx").write_bytes(KEYS.read_bytes()[:2000])
    before = sorted(folder.rglob("*"))
    assert main(["import", "broken.docx"]) == 2
    assert sorted(folder.rglob("*")) == before
    assert "broken.docx was not read, for it is damaged." in capsys.readouterr().err
    assert main(["import", "not-there.docx"]) == 2
    shutil.copy(KEYS, folder / "keys.doc")
    assert main(["import", "keys.doc"]) == 2
    assert "save it as a Word document (.docx)" in capsys.readouterr().err


def test_a_flowchart_becomes_a_draft_that_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = 'flowchart TD\n a{"Was it locked?"} -->|Yes| b[Tell your manager]\n a --> c[Ring the desk]\n'
    (folder / "lost-phone.mmd").write_text(drawn, encoding="utf-8")
    assert main(["import", "lost-phone.mmd"]) == 0
    said = capsys.readouterr().out
    assert "Wrote trees/lost-phone.tree, a draft." in said
    assert "The arrow from “Was it locked?” to “Ring the desk” has no words." in said
    assert main(["check", "trees/lost-phone.tree"]) == 0
    assert main(["import", "lost-phone.mmd"]) == 2
    assert "trees/lost-phone.tree is there already." in capsys.readouterr().err
