"""No traceback reaches an author: what goes wrong is one honest sentence, and what to send to whom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clausetree.commands import check

from .conftest import Run


class NobodyThoughtOfThisError(BaseException):
    """As what Typst raises when it fails itself, it is no Exception."""


def test_a_fault_of_the_program_is_said_and_not_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise NobodyThoughtOfThisError("no\nsuch luck")

    monkeypatch.setattr(check, "read_site", fails)
    monkeypatch.delenv("CLAUSETREE_DEBUG", raising=False)
    said = run("check", "docs")
    assert (said.code, said.out) == (70, "")
    first, *rest = said.err.splitlines()
    fault = "NobodyThoughtOfThisError: no such luck (test_unforeseen.py:"
    assert first.startswith(f"This is a fault of clausetree, and not yours: {fault}")
    assert rest == [
        "Please send this to whoever looks after the program, with the files that it was about. You typed:",
        "clausetree check docs",
        "With CLAUSETREE_DEBUG=1 set before it they see more.",
    ]


def test_whoever_mends_the_program_sees_all(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise NobodyThoughtOfThisError

    monkeypatch.setattr(check, "read_site", fails)
    monkeypatch.setenv("CLAUSETREE_DEBUG", "1")
    with pytest.raises(NobodyThoughtOfThisError):
        run("check")


def test_a_file_that_cannot_be_written_is_named(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = folder / "docs" / "policy" / "lone-working.md"
    policy.write_text(policy.read_text(encoding="utf-8") + "\n9.9 New.\n", encoding="utf-8")

    def full(path: Path, _: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "replace", full)
    said = run("clauses", "anchor")
    assert said.code == 74
    assert said.err.endswith(" could not be read or written: No space left on device.\n")
    assert len(said.err.splitlines()) == 1


def test_a_reader_that_has_gone_is_no_fault(folder: Path) -> None:
    (folder / "trees" / "visit.tree").write_text("tree\n" * 5_000, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("clausetree")), "check", "--format", "json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ("", " holds no settings. It begins with a line such as `site_name: …`."),
        ("- a", " holds no settings. It begins with a line such as `site_name: …`."),
        ("a: [", " cannot be read: "),
        ("plugins: [{clausetree: }]", ""),
    ],
)
def test_settings_of_every_kind_end_in_words(run: Run, folder: Path, settings: str, why: str) -> None:
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    said = run("clauses", "accept")
    if why:
        assert said.code == 2
        assert said.err.startswith(f"{folder / 'mkdocs.yml'}{why}")
        assert len(said.err.splitlines()) == 1
    else:
        assert (said.code, said.err) == (0, "")


def test_without_settings_nothing_is_accepted(run: Run, folder: Path) -> None:
    said = run("clauses", "accept")
    told = f"There is no {folder / 'mkdocs.yml'}. With --folder you say where the site is.\n"
    assert (said.code, said.out, said.err) == (1, told, "")
    assert not (folder / "clauses.lock").exists()


def test_without_a_policy_there_is_nothing_to_accept(run: Run, folder: Path) -> None:
    said = run("clauses", "accept", "--folder", "trees")
    told = f"There is no policy in {folder / 'trees' / 'docs'}. With --folder you say where the site is.\n"
    assert (said.code, said.out) == (2, told)
