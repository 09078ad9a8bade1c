"""`clausetree export`, and `clausetree import` of what comes back."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from clausetree.publish.files.zip_archive import read_zip, write_zip

from .conftest import SITE, Run

POLICY = Path("docs") / "policy" / "lone-working.md"
DOCUMENT = "word/document.xml"


@pytest.fixture
def accepted(folder: Path, run: Run) -> Path:
    """The organisation's folder, its policy released."""
    shutil.copy(SITE / "mkdocs.yml", folder)
    said = run("clauses", "accept")
    assert said.code == 0, said.out + said.err
    return folder


@pytest.mark.usefixtures("folder")
def test_a_policy_is_written_beside_where_one_stands(run: Run) -> None:
    said = run("export", "lone-working", "--docx")
    assert (said.code, said.err) == (0, "")
    assert said.out == "lone-working-4.0.docx holds Lone working policy, version 4.0.\n"
    before = Path("lone-working-4.0.docx").read_bytes()
    run("export", "lone-working", "--docx", "again.docx")
    assert Path("again.docx").read_bytes() == before


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["lone-workin"], "there is no policy lone-workin. Did you mean lone-working?"),
        (["lone-working", "--compare", "3.9"], "version 3.9 of lone-working was never released."),
        (["lone-working", "--docx", "nowhere/x.docx"], "nowhere/x.docx cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said(run: Run, words: list[str], message: str) -> None:
    said = run("export", *words, *([] if "--docx" in words else ["--docx"]))
    assert said.code == 2
    assert message in said.err
    assert not list(Path().glob("**/*.docx"))


@pytest.mark.usefixtures("accepted")
def test_what_comes_back_as_it_went_out_is_the_same_policy(run: Run) -> None:
    run("export", "lone-working", "--docx", "out.docx")
    before = POLICY.read_text(encoding="utf-8")
    assert run("import", "out.docx", "--as", "lone-working").code == 0
    assert "[the guidance on dogs][dog-guidance]" in before  # which has no address yet, and is words in Word
    assert POLICY.read_text(encoding="utf-8") == before


@pytest.mark.usefixtures("accepted")
def test_a_clause_that_is_put_in_takes_the_next_number_and_every_other_keeps_its_anchor(run: Run) -> None:
    run("export", "lone-working", "--docx", "out.docx")
    parts = read_zip(Path("out.docx"))
    body = parts[DOCUMENT].decode()
    paragraphs = re.findall(r"<w:p>(?:(?!</w:p>).)*</w:p>", body)
    (clause,) = (one for one in paragraphs if "A volunteer may refuse" in one)
    new = re.sub(r"<w:bookmark[^>]*>|<w:hyperlink.*", "", clause).partition("</w:pPr>")[0]
    new += "</w:pPr><w:r><w:t>Volunteers must carry a telephone.</w:t></w:r></w:p>"
    parts[DOCUMENT] = body.replace(clause, new + clause).encode()
    write_zip(Path("back.docx"), parts.items())
    assert run("import", "back.docx", "--as", "lone-working").code == 0
    text = POLICY.read_text(encoding="utf-8")
    assert re.search(r"^1\.2 Volunteers must carry a telephone\.\n\{: #c1-2-from-4-0 \}$", text, re.MULTILINE)
    assert re.search(r"^1\.3 A volunteer may refuse .*\n\{: #c1-2 \}$", text, re.MULTILINE)
    assert re.search(r"^1\.4 Volunteers must not visit alone .*\n\{: #c1-3 \}$", text, re.MULTILINE)


@pytest.mark.usefixtures("accepted")
def test_what_changed_since_a_release_is_tracked(run: Run) -> None:
    text = POLICY.read_text(encoding="utf-8")
    POLICY.write_text(text.replace("call 999", "call 112").replace('"4.0"', '"4.1"'), encoding="utf-8")
    said = run("export", "lone-working", "--docx", "--compare", "4.0")
    assert said.code == 0, said.err
    with ZipFile("lone-working-4.1-since-4.0.docx") as document:
        body = document.read(DOCUMENT).decode()
    by = 'w:author="Trustee for volunteering"'
    words = {
        name: re.findall(rf"<w:{name} [^>]*{by}.*?<w:(?:delText|t) [^>]*>(.*?)<", body)
        for name in ("del", "ins")
    }
    assert words == {"del": ["4.0", "999 "], "ins": ["4.1", "112 "]}
    refused = run("import", "lone-working-4.1-since-4.0.docx", "--as", "lone-working")
    assert refused.code == 2
    assert "“999 ” taken out" in refused.err
