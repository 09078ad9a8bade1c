"""A made-up organisation's folder to run commands in."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from clausetree import cli

WORDS = ["--organisation", "Larkfield", "--policy", "Visitors", "--site-url", "https://larkfield.example/rules"]
"""What `clausetree init` would ask for."""

SITE = Path(__file__).resolve().parents[1] / "cases" / "organisation" / "site"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command ended with, and what it wrote to standard output and to standard error."""

    code: int
    out: str
    err: str


type Run = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The organisation's policy and trees, in the folder that commands run in."""
    for name in ("docs", "trees"):
        shutil.copytree(SITE / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in `folder`; `typed` is what comes from standard input."""
    assert folder.is_dir()

    def command(*words: str, typed: str | bytes = "") -> Said:
        content = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        try:
            code = cli.main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that `clausetree init` wrote, in which commands run."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(["init", "mine", *WORDS]) == 0
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    """What a command ends with, and the lines that it says are to be done."""
    code = cli.main(words)
    out, err = capsys.readouterr()
    assert err == ""
    return code, [line for line in out.splitlines() if line.startswith("- ")]
