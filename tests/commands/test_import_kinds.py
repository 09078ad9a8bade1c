"""`clausetree import` with documents of other kinds than Word's."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from ..conftest import CASES
from .conftest import Run

IMPORTED = CASES / "imported"


@pytest.mark.parametrize(
    ("document", "name", "line"),
    [
        (
            "open_document/lone-working.odt",
            "lone-working-policy",
            "1.1 This policy keeps staff who work alone safe.",
        ),
        ("plain/pages.pdf", "key-policy", "1.1 Another visit are this back policy under a this the back about"),
        ("plain/pages.txt", "key-policy", "1.1 Another visit are this back policy under a this the back about"),
    ],
)
def test_a_document_becomes_a_policy(document: str, name: str, line: str, folder: Path, run: Run) -> None:
    said = run("import", str(IMPORTED / document))
    assert (said.code, said.err) == (0, "")
    policy = (folder / "docs" / "policy" / f"{name}.md").read_text(encoding="utf-8")
    assert line in policy
    assert f"policy: {name}\n" in policy
    assert f"# {Path(document).name} as a policy" in (folder / f"import-{name}.md").read_text(encoding="utf-8")


def test_numbers_of_a_list_become_anchors(folder: Path, run: Run) -> None:
    assert run("import", str(IMPORTED / "open_document" / "lone-working.odt")).code == 0
    policy = (folder / "docs" / "policy" / "lone-working-policy.md").read_text(encoding="utf-8")
    for anchor in ("#c1-1", "#c2-2-b-ii", "#c3-2"):
        assert anchor in policy


def test_tracked_changes_are_listed_and_nothing_is_written(folder: Path, run: Run) -> None:
    before = sorted(folder.rglob("*"))
    said = run("import", str(IMPORTED / "open_document" / "word-changes.odt"))
    assert said.code == 2
    assert "Say --changes accepted or --changes rejected" in said.err
    assert "“old ” taken out, in “Keep all of the keys.”" in said.err
    assert sorted(folder.rglob("*")) == before


def _scan(path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    document.save(str(path))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", None, "it has no text: each page is a picture"),
        ("a.pdf", b"%PDF-1.7 and no more", "it is damaged."),
        ("a.odt", b"PK and no more", "it is damaged."),
        ("a.txt", b"\n", "there are no words in it."),
        ("a.rtf", b"{}", ".odt"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    name: str, data: bytes | None, words: str, folder: Path, run: Run
) -> None:
    path = folder / name
    if data is None:
        _scan(path)
    else:
        path.write_bytes(data)
    before = sorted(folder.rglob("*"))
    said = run("import", name)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert f"{name} was not read, for " in said.err
    assert words in said.err
    assert sorted(folder.rglob("*")) == before


def test_pictures_of_a_page_are_taken_from_its_folder_and_from_nowhere_else(folder: Path, run: Run) -> None:
    png = b"\x89PNG\r\n\x1a\n"
    (folder / "secret.png").write_bytes(png)
    page = folder / "saved" / "rota.html"
    (page.parent / "rota_files").mkdir(parents=True)
    (page.parent / "rota_files" / "gate.png").write_bytes(png)
    page.write_text(
        "<title>Rota</title><h1>Rota</h1><h2>Gate</h2><p><img src='rota_files/gate.png' alt='The gate'></p>"
        "<p>See <img src='../secret.png' alt='the plan'>"
        " and <img src='https://a.example/b.png' alt='the map'>.</p>",
        encoding="utf-8",
    )
    said = run("import", str(page))
    assert said.code == 0
    assert (folder / "docs" / "policy" / "rota-picture-1.png").read_bytes() == png
    policy = (folder / "docs" / "policy" / "rota.md").read_text(encoding="utf-8")
    assert "![The gate](rota-picture-1.png)" in policy
    assert "See the plan and the map." in policy
    assert len(list((folder / "docs" / "policy").glob("rota-picture-*"))) == 1
    assert "- “the plan” (../secret.png)" in said.out
    assert "- “the map” (https://a.example/b.png)" in said.out
