"""What `clausetree check --faults` says of slips that no scenario would notice."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import Run

TREE = Path("trees") / "no-answer.tree"


@pytest.fixture
def bare(folder: Path) -> Path:
    """A tree whose scenarios expect nothing."""
    path = folder / TREE
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^ +expects .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    return path


@pytest.mark.usefixtures("folder")
def test_what_is_noticed_is_counted(run: Run) -> None:
    said = run("check", "--faults", str(TREE))
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(
        r"(\d+) faults that would matter tried, \1 noticed\.\n1 sound tree, 0 errors, 0 warnings\.\n", said.out
    )


def test_what_nothing_notices_is_listed_with_its_place(run: Run, bare: Path) -> None:
    before = bare.read_bytes()
    said = run("check", "--faults", str(TREE))
    assert said.code == 0
    assert "  T615  warning: If this duty were left out, no scenario would notice.\n" in said.out
    assert "  T615  warning: If this were for `you` to do and not for `officer`, no scenario would" in said.out
    assert bare.read_bytes() == before
    told = json.loads(run("check", "--faults", "--format", "json", str(TREE)).out)["diagnostics"]
    assert {"T611", "T615"} == {each["code"] for each in told}
    assert "T615" not in run("check", str(TREE)).out


def test_a_tree_that_leads_to_a_file_that_is_none_is_tried_too(run: Run, folder: Path) -> None:
    (folder / "trees" / "odd.tree").write_text("hello there\n", encoding="utf-8")
    path = folder / TREE
    text = path.read_text(encoding="utf-8")
    ending = 'outcome safe "Nothing more to do"\n'
    assert ending in text
    path.write_text(text.replace(ending, f"{ending}    then -> tree odd\n"), encoding="utf-8")
    said = run("check", "--faults", str(TREE))
    assert (said.code, said.err) == (0, "")
    assert run("paths", "--fewest", "no-answer").code == 0
