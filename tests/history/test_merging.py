"""Two people publish versions on branches of their own, and git brings the branches together."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.policy.conftest import ROOT

from .desk import Desk, text_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A repository in which two policies are published in version 1.0."""
    desk = Desk(tmp_path)
    git(desk, "init", "--quiet", "--initial-branch=main")
    shutil.copyfile(ROOT / ".gitattributes", desk.folder / ".gitattributes")
    write(desk, "borrowing", "1.0")
    write(desk, "lending", "1.0")
    desk.accept()
    commit(desk, "Publish both")
    return desk


def git(desk: Desk, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git as somebody who has no settings of her own."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]
    return subprocess.run(
        ["git", *who, *words],
        cwd=desk.folder,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def commit(desk: Desk, message: str) -> None:
    git(desk, "add", "--all")
    done = git(desk, "commit", "--quiet", "-m", message)
    assert done.returncode == 0, done.stderr


def write(desk: Desk, policy: str, version: str, text: str | None = None) -> None:
    """Lay a version of a policy on the desk."""
    page = desk.page.with_name(f"{policy}.md")
    page.parent.mkdir(parents=True, exist_ok=True)
    words = (text or text_of(version)).replace("policy: borrowing", f"policy: {policy}")
    page.write_text(words, encoding="utf-8")
    if not (desk.folder / "mkdocs.yml").exists():
        shutil.copyfile(ROOT / "mkdocs.yml", desk.folder / "mkdocs.yml")


def publish_on_branch(desk: Desk, branch: str, policy: str, version: str, text: str | None = None) -> None:
    git(desk, "checkout", "--quiet", "-b", branch, "main")
    write(desk, policy, version, text)
    desk.accept()
    commit(desk, f"Publish {version} of {policy}")


def merge(desk: Desk) -> subprocess.CompletedProcess[str]:
    git(desk, "checkout", "--quiet", "one")
    return git(desk, "merge", "--no-edit", "two")


@pytest.mark.parametrize("policies", [("borrowing", "lending"), ("lending", "borrowing")])
def test_versions_of_two_policies_come_together_without_a_hand(desk: Desk, policies: tuple[str, str]) -> None:
    publish_on_branch(desk, "one", policies[0], "1.1")
    publish_on_branch(desk, "two", policies[1], "1.1")
    done = merge(desk)
    assert done.returncode == 0, done.stdout
    code, said = desk.run("clauses", "check")
    assert code == 0, said
    histories = desk.archive.lock.histories
    assert {policy: history.versions for policy, history in histories.items()} == {
        "borrowing": ["1.0", "1.1"],
        "lending": ["1.0", "1.1"],
    }


def test_a_new_policy_and_a_new_version_come_together_without_a_hand(desk: Desk) -> None:
    publish_on_branch(desk, "one", "keys", "1.0")
    publish_on_branch(desk, "two", "lending", "1.1")
    done = merge(desk)
    assert done.returncode == 0, done.stdout
    code, said = desk.run("clauses", "check")
    assert code == 0, said
    assert set(desk.archive.lock.histories) == {"borrowing", "keys", "lending"}


def test_one_version_that_was_published_twice_is_reported(desk: Desk) -> None:
    publish_on_branch(desk, "one", "lending", "1.1")
    reworded = text_of("1.1").replace("coiled", "rolled up")
    publish_on_branch(desk, "two", "lending", "1.1", reworded)
    merge(desk)
    git(desk, "checkout", "--ours", ".")
    code, said = desk.run("clauses", "check")
    assert code == 1
    assert "L132" in said
    assert "Version 1.1 of `lending` was accepted twice." in said


def test_two_versions_that_were_made_side_by_side_are_reported(desk: Desk) -> None:
    """Neither knows of the other, so what the lock tells of the second is not what was released."""
    publish_on_branch(desk, "one", "lending", "1.1")
    other = text_of("1.0").replace('"1.0"', '"1.2"').replace("coiled", "rolled up")
    publish_on_branch(desk, "two", "lending", "1.2", other)
    merge(desk)
    git(desk, "checkout", "--theirs", ".")
    code, said = desk.run("clauses", "check")
    assert code == 1
    assert "L135" in said


def test_a_merge_that_lost_lines_of_the_lock_is_reported(desk: Desk) -> None:
    publish_on_branch(desk, "one", "borrowing", "1.1")
    publish_on_branch(desk, "two", "lending", "1.1")
    assert merge(desk).returncode == 0
    lock = desk.folder / "clauses.lock"
    whole = lock.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [at for at, line in enumerate(whole) if line.startswith(("borrowing", "lending"))]
    for at in lines:
        lock.write_text("".join(whole[:at] + whole[at + 1 :]), encoding="utf-8")
        assert desk.run("clauses", "check")[0] == 1, whole[at]
    lock.write_text("".join(whole), encoding="utf-8")
    assert desk.run("clauses", "check")[0] == 0


def test_marks_of_a_half_done_merge_are_reported(desk: Desk) -> None:
    lock = desk.folder / "clauses.lock"
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace("lending 1.0 copy", "<<<<<<< HEAD\nlending 1.0 copy", 1), encoding="utf-8")
    code, said = desk.run("clauses", "check")
    assert code == 1
    assert "L131" in said
