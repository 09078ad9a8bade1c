"""Files that stand among the policies and are none: each command says so, once, and changes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Run

TOLD = {
    "keys.md": (
        b"# Keys\n\n1.1 Sign.\n",
        """\
docs/policy/keys.md:1:1  P120  This file stands among the policies, and does not say which policy it is.
   1 | # Keys
       ^^^^^^
Begin it with a head, as `clausetree clauses anchor` shows, or put the file elsewhere.
""",
    ),
    "keys.docx": (
        b"PK\x03\x04 whatever a word processor writes",
        """\
docs/policy/keys.docx:1:1  P120  A policy cannot be read from a `.docx` file.
Paste its words into a file that ends in `.md`, and take this one out of the folder.
""",
    ),
    "saved-by-word.md": (
        "---\npolicy: keys\n---\n\n# Keys\n".encode("utf-16"),
        """\
docs/policy/saved-by-word.md:1:1  P125  This file is saved as UTF-16, in which no browser would read it rightly.
   1 | ---
       ^^^
Save it as UTF-8: your editor asks for the encoding where it asks for the file's name. \
What it says has not been looked at yet.
""",
    ),
    "1252.md": (
        "---\ntitle: Keys\n---\n\n“Sign” – for • each.\n".encode("cp1252"),
        """\
docs/policy/1252.md:1:1  P120  This file stands among the policies, and does not say which policy it is.
   1 | ---
       ^^^
Begin it with a head, as `clausetree clauses anchor` shows, or put the file elsewhere.

docs/policy/1252.md:5:1  P125  This character cannot be read.
   5 | \ufffdSign\ufffd \ufffd for \ufffd each.
       ^
Save the file as UTF-8 in your editor, and look whether every character is as it was.
""",
    ),
}


@pytest.fixture(params=TOLD)
def stranger(request: pytest.FixtureRequest, folder: Path) -> tuple[Path, str]:
    """A file among the policies that is none, and what is said of it."""
    content, told = TOLD[request.param]
    path = folder / "docs" / "policy" / request.param
    path.write_bytes(content)
    return path, told


def test_check_says_it_once(run: Run, stranger: tuple[Path, str]) -> None:
    path, told = stranger
    said = run("check", "docs", "trees")
    assert said.code == 1
    assert said.out.startswith(told)
    assert re.findall(r"^docs/.*?:", said.out.removeprefix(told), re.MULTILINE) == []
    assert path.read_bytes() == TOLD[path.name][0]


def test_accept_says_it_and_records_nothing(run: Run, folder: Path, stranger: tuple[Path, str]) -> None:
    _, told = stranger
    said = run("clauses", "accept")
    assert (said.code, said.out) == (1, f"{told}\n")
    assert not (folder / "clauses.lock").exists()
    assert not (folder / "released").exists()


def test_anchor_says_it_too_and_writes_nothing(run: Run, stranger: tuple[Path, str]) -> None:
    path, told = stranger
    said = run("clauses", "anchor")
    assert said.code == 1
    assert "Every clause in docs/policy/lone-working.md has its anchor.\n" in said.out
    if path.name == "keys.md":
        assert "docs/policy/keys.md does not say which policy it is. Put this at its beginning" in said.out
    else:
        assert told.endswith(said.out.rpartition(".md has its anchor.\n")[2].rstrip() + "\n")
    assert path.read_bytes() == TOLD[path.name][0]


def test_what_may_stand_beside_a_policy_is_not_spoken_of(run: Run, folder: Path) -> None:
    for name in ("map.png", ".notes.txt", "~$keys.docx", "index.md"):
        (folder / "docs" / "policy" / name).write_bytes(b"# Anything\n")
    assert run("check", "docs", "trees").code == 0


def test_a_file_that_a_policy_leads_to_may_stand_beside_it(run: Run, folder: Path) -> None:
    (folder / "docs" / "policy" / "the form.pdf").write_bytes(b"%PDF-1.7\n")
    assert "P120" in run("check", "docs").out
    policy = folder / "docs" / "policy" / "lone-working.md"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(f"{text}\nFill in [the form](the%20form.pdf).\n{{: #form }}\n", encoding="utf-8")
    assert run("check", "docs").code == 0


def test_a_page_outside_the_folders_of_policies_needs_no_head(run: Run, folder: Path) -> None:
    (folder / "docs" / "about.md").write_text("# About us\n", encoding="utf-8")
    (folder / "docs" / "help").mkdir()
    (folder / "docs" / "help" / "about.txt").write_text("About us\n", encoding="utf-8")
    assert run("check", "docs").code == 0


def test_any_folder_that_holds_a_policy_is_one_of_policies(run: Run, folder: Path) -> None:
    handbook = folder / "docs" / "handbook"
    (folder / "docs" / "policy").rename(handbook)
    (handbook / "keys.md").write_text("1.1 Sign.\n", encoding="utf-8")
    assert "docs/handbook/keys.md:1:1  P120  " in run("check", "docs").out


def test_a_published_policy_that_is_saved_otherwise_is_not_called_missing(run: Run, folder: Path) -> None:
    policy = folder / "docs" / "policy" / "lone-working.md"
    (folder / "clauses.lock").write_text(
        f"lone-working 3.0 released policy/lone-working/ {'0' * 64}\n", encoding="utf-8"
    )
    policy.write_bytes(policy.read_text(encoding="utf-8").encode("utf-16"))
    assert re.findall(r"  (P12\d|L12\d)  ", run("check").out) == ["P125"]


def test_a_folder_whose_name_ends_like_a_file_is_no_file(run: Run, folder: Path) -> None:
    (folder / "docs" / "policy" / "old.md").mkdir()
    assert run("check", "docs").code == 0
