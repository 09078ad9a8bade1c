"""The time on the files of a site: that of the commit, or the time of day for what is not committed."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from clausetree.commands.site.mkdocs_run import fix_the_date

COMMITTED = 1_767_225_600


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one page, committed long ago. What a test sets of the time is undone."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    (tmp_path / "page.md").write_text("Reviewed on 1 March\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "A page")
    return tmp_path


def git(folder: Path, *command: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@b.example")
    moment = {"GIT_COMMITTER_DATE": f"{COMMITTED} +0000", "GIT_AUTHOR_DATE": f"{COMMITTED} +0000"}
    subprocess.run(["git", *name, *command], cwd=folder, env=os.environ | moment, check=True)


def fixed(folder: Path) -> int:
    fix_the_date(folder)
    return int(os.environ["SOURCE_DATE_EPOCH"])


def test_what_is_committed_has_the_time_of_the_commit(folder: Path) -> None:
    assert fixed(folder) == COMMITTED


@pytest.mark.parametrize("name", ["page.md", "another.md"])
def test_a_change_that_is_not_committed_gets_a_time_of_its_own(folder: Path, name: str) -> None:
    # As long as before: a server that looks at time and length would call it the same page.
    (folder / name).write_text("Reviewed on 2 March\n", encoding="utf-8")
    before = time.time()
    assert fixed(folder) >= int(before)


def test_a_folder_that_git_does_not_know_has_the_time_of_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = time.time()
    assert fixed(tmp_path) >= int(before)


def test_whoever_sets_the_time_has_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    assert fixed(folder) == 7
