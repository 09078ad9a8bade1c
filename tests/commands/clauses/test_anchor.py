"""`clausetree clauses anchor`: what is written, what is said, and when nothing is written."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.commands.conftest import Run

HEAD = """\
---
policy: keys
title: Keys policy
version: "1.0"
owner: Head of Estates
approved: 3 March 2031
---
"""
PASTE = f"{HEAD}\n# Keys policy\n\n1.1 Sign for each key, and keep:\n- the key;\n- the list.\n1.2 Copy none.\n"
ANCHORED = f"""\
{HEAD}
# Keys policy {{: #keys-policy }}

1.1 Sign for each key, and keep:
{{: #c1-1 }}

- the key;
  {{: #c1-1-a }}
- the list.
  {{: #c1-1-b }}

1.2 Copy none.
{{: #c1-2 }}
"""
SAID = """\
Laid out docs/keys.md: clauses, items and lists stand apart from the words before them.
Wrote 5 anchors into docs/keys.md.
Change any that you do not like now: once the version is accepted, they stay.
"""


@pytest.fixture
def page(folder: Path) -> Path:
    """A policy that was just pasted."""
    path = folder / "docs" / "keys.md"
    path.write_text(PASTE, encoding="utf-8")
    return path


def test_a_pasted_policy_gets_its_anchors_and_then_has_no_fault(run: Run, page: Path) -> None:
    assert "P101" in run("check", "docs/keys.md").out
    said = run("clauses", "anchor", "docs/keys.md")
    assert (said.code, said.out, said.err) == (0, SAID, "")
    assert page.read_text(encoding="utf-8") == ANCHORED
    assert run("check", "docs/keys.md").code == 0


def test_again_it_changes_nothing(run: Run, page: Path) -> None:
    run("clauses", "anchor")
    before = page.stat()
    said = run("clauses", "anchor", "docs/keys.md")
    assert (said.code, said.out) == (0, "Every clause in docs/keys.md has its anchor.\n")
    assert page.stat().st_mtime_ns == before.st_mtime_ns
    assert page.stat().st_ino == before.st_ino


def test_without_a_name_every_policy_gets_what_it_lacks(run: Run, page: Path) -> None:
    others = {path: path.read_bytes() for path in page.parent.rglob("*.md") if path != page}
    said = run("clauses", "anchor")
    assert said.code == 0
    assert SAID in said.out
    assert said.out.count(" has its anchor.\n") >= 1
    assert {path: path.read_bytes() for path in others} == others


def test_a_file_from_windows_stays_one_and_keeps_its_first_mark_and_its_rights(run: Run, page: Path) -> None:
    page.write_bytes(b"\xef\xbb\xbf" + PASTE.replace("\n", "\r\n").encode())
    page.chmod(0o640)
    assert run("clauses", "anchor", "docs/keys.md").code == 0
    assert page.read_bytes() == b"\xef\xbb\xbf" + ANCHORED.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert [path.name for path in page.parent.glob(".*")] == []


def test_nothing_is_written_while_two_clauses_have_one_number(run: Run, page: Path) -> None:
    page.write_text(f"{HEAD}\n1.1 Sign.\n\n1.1 Copy none.\n", encoding="utf-8")
    said = run("clauses", "anchor", "docs/keys.md")
    assert said.code == 1
    assert "docs/keys.md:11:1  P111  The number 1.1 is used twice; line 9 has it already." in said.out
    assert said.out.endswith(
        "No anchor was written into docs/keys.md, since anchors are made of numbers. Mend this first.\n"
    )
    assert "{:" not in page.read_text(encoding="utf-8")


def test_a_page_without_a_head_is_told_what_to_begin_with(run: Run, page: Path) -> None:
    page.write_text("1.1 Sign.\n", encoding="utf-8")
    said = run("clauses", "anchor", "docs/keys.md")
    assert said.code == 1
    assert "docs/keys.md does not say which policy it is." in said.out
    assert "\n---\npolicy: keys\ntitle: Keys\n" in said.out
    assert page.read_text(encoding="utf-8") == "1.1 Sign.\n"


@pytest.mark.parametrize(
    ("before", "after", "code"), [("---\npolicy", "policy", "P126"), ('"1.0"', '"1.0', "P123")]
)
def test_a_head_with_a_slip_is_told_of_by_check_and_the_anchors_are_written(
    run: Run, page: Path, before: str, after: str, code: str
) -> None:
    page.write_text(PASTE.replace(before, after), encoding="utf-8")
    assert run("clauses", "anchor", "docs/keys.md").out == SAID
    assert page.read_text(encoding="utf-8") == ANCHORED.replace(before, after)
    assert f"  {code}  " in run("check", "docs/keys.md").out


def test_what_cannot_be_read_is_left_alone_and_told(run: Run, page: Path) -> None:
    written = f"{PASTE}\n1.3 No café.\n".encode("latin-1")
    page.write_bytes(written)
    said = run("clauses", "anchor", "docs/keys.md")
    assert (said.code, "  P125  " in said.out) == (1, True)
    assert page.read_bytes() == written


def test_a_file_that_is_not_there_ends_with_two(run: Run) -> None:
    said = run("clauses", "anchor", "docs/nothing.md")
    assert (said.code, said.out, said.err) == (2, "", "docs/nothing.md is not a file that is there.\n")


def test_whoever_breaks_off_leaves_the_file_as_it_was(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_: Path, __: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", no_room)
    assert run("clauses", "anchor", "docs/keys.md").code == 130
    assert page.read_text(encoding="utf-8") == PASTE
    assert sorted(path.name for path in page.parent.glob(".*")) == []
