"""`clausetree compare`: files and revisions."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import Run

SAID = """\
I have not heard from a volunteer

Duties
- Weakened: The duty officer may “Call 999” (clause 2.2), at the outcome “Get help”. \
Before it said: The duty officer must.
"""


@pytest.fixture
def weakened(folder: Path) -> Path:
    """A tree whose last version is in git as `HEAD`, and weakened since."""
    tree = folder / "trees" / "no-answer.tree"
    for words in (
        ["init", "-q"],
        ["config", "core.autocrlf", "false"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "First"],
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    text = tree.read_text(encoding="utf-8")
    tree.write_text(
        text.replace('must officer "Call', 'may officer "Call').replace('must "Call', 'may "Call'), "utf-8"
    )
    return tree


def test_a_revision_is_compared_with_a_file(run: Run, weakened: Path) -> None:
    assert weakened.exists()
    said = run("compare", "HEAD:trees/no-answer.tree", "trees/no-answer.tree")
    assert (said.code, said.out) == (0, SAID)
    back = run("compare", "trees/no-answer.tree", "HEAD:trees/no-answer.tree")
    assert "Strengthened: The duty officer must" in back.out


def test_a_revision_is_read_with_its_own_policy(run: Run, weakened: Path, folder: Path) -> None:
    policy = folder / "docs" / "policy" / "lone-working.md"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("2.2 ", "2.9 ").replace("#c2-2 ", "#c2-9 "), encoding="utf-8")
    weakened.write_text(weakened.read_text(encoding="utf-8").replace("(2.2)", "(2.9)"), encoding="utf-8")
    said = run("compare", "HEAD:trees/no-answer.tree", "trees/no-answer.tree")
    assert said.code == 0
    assert "It cited clause 2.2." in said.out


def test_a_revision_is_found_from_a_folder_within(
    run: Run, weakened: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = folder / "inner"
    shutil.copytree(folder, inner, ignore=shutil.ignore_patterns(".git", "inner"))
    monkeypatch.chdir(inner)
    subprocess.run(["git", "add", "."], cwd=inner, check=True)
    commit = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Second"]
    subprocess.run(commit, cwd=inner, check=True)
    assert weakened.exists()
    assert "Nothing changed" in run("compare", "HEAD:trees/no-answer.tree", "trees/no-answer.tree").out


def test_a_file_may_have_any_name(run: Run, folder: Path) -> None:
    shutil.copy(folder / "trees" / "visit.tree", folder / "visit-last-year.tree")
    said = run("compare", "visit-last-year.tree", "trees/visit.tree")
    assert said.out == "Before I visit somebody\n\nNothing changed in what this procedure says.\n"


def test_a_version_with_errors_is_not_compared(run: Run, folder: Path) -> None:
    old = folder / "old.tree"
    text = (folder / "trees" / "visit.tree").read_text(encoding="utf-8")
    old.write_text(text.replace("-> pairs", "-> pears"), encoding="utf-8")
    said = run("compare", "old.tree", "trees/visit.tree")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("old.tree (to compare):19:")


def test_scenarios_that_fail_keep_no_version_from_being_compared(run: Run, folder: Path) -> None:
    tree = folder / "trees" / "visit.tree"
    text = tree.read_text(encoding="utf-8")
    (folder / "old.tree").write_text(text, encoding="utf-8")
    wrong = '\nscenario "It fails"\n    # At the margin of it, too:\n# it has no answers\n\n    ends pairs\n'
    tree.write_text(text + wrong, encoding="utf-8")
    assert run("check", "trees/visit.tree").code == 1
    said = run("compare", "old.tree", "trees/visit.tree")
    assert (said.code, said.err) == (0, "")
    assert said.out == "Before I visit somebody\n\nNothing changed in what this procedure says.\n"


def test_an_error_behind_a_scenario_is_told_where_it_stands(run: Run, folder: Path) -> None:
    text = (folder / "trees" / "visit.tree").read_text(encoding="utf-8")
    (folder / "old.tree").write_text(f'{text}\nscenario "One"\n\noutcome lost Lost\n', encoding="utf-8")
    said = run("compare", "old.tree", "trees/visit.tree")
    line = text.count("\n") + 4
    assert said.code == 1
    assert said.err.startswith(f"old.tree (to compare):{line}:14  T102  ")


@pytest.mark.usefixtures("weakened")
def test_what_is_not_there_ends_with_two(run: Run) -> None:
    for name in ("trees/nothing.tree", "HEAD:trees/nothing.tree", "nowhere:trees/visit.tree"):
        said = run("compare", name, "trees/visit.tree")
        assert said.code == 2
        assert said.err.startswith("There is no ")
        assert "Traceback" not in said.err
