"""What stops a build is said in words, and never by a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import build, organisation


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A made-up organisation's site, accepted."""
    return organisation(tmp_path / "site")


def test_a_build_says_what_check_says_of_files_that_are_no_policies_and_links_to_nothing(folder: Path) -> None:
    policies = folder / "docs" / "policy"
    (policies / "keys.md").write_text("# Keys\n", encoding="utf-8")
    (policies / "visitors.md").write_bytes("# Visitors\n".encode("utf-16"))
    (policies / "boats.docx").write_bytes(b"PK\x03\x04")
    about = "---\npolicy: birds\ntitle: Birds\nversion: '1.0'\nowner: Warden\napproved: 1 May 2031\n---\n\n"
    (policies / "birds.md").write_text(f"{about}[Keys](kees.md)\n{{: #keys }}\n", encoding="utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert re.findall(r"  (P\d{3})  ", done.stdout) == ["P163", "P120", "P120", "P125"]
    assert "Traceback" not in done.stdout


def test_a_warning_is_told_and_stops_no_build(folder: Path) -> None:
    tree = folder / "trees" / "no-answer.tree"
    text = tree.read_text(encoding="utf-8").replace("must officer", "may officer")
    tree.write_text(text, encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stdout
    assert re.findall(r"  (T\d{3})  warning: ", done.stdout) == ["T503"]
    known = '    acknowledge T503 "The board reads it so"\n'
    tree.write_text(text.replace('"Call 999" (2.2)\n', f'"Call 999" (2.2)\n{known}'), encoding="utf-8")
    done = build(folder)
    assert (done.returncode, "T503" in done.stdout) == (0, False)


def test_what_nobody_thought_of_is_said_in_words(folder: Path) -> None:
    (folder / "trees.lock").write_bytes(b"\xff")
    done = build(folder)
    assert done.returncode == 1
    assert "This is a fault of clausetree, and not yours: UnicodeDecodeError: " in done.stdout
    assert "Traceback" not in done.stdout
    assert "Traceback" in build(folder, CLAUSETREE_DEBUG="1").stdout
