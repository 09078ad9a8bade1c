"""`make audit` never calls clean what it could not ask about."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

AUDIT = Path(__file__).resolve().parents[2] / "build_tools" / "set_up" / "audit"
TOOLS = re.findall(r"^tools=(.*)$", AUDIT.read_text(encoding="utf-8"), re.MULTILINE)[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which pip-audit and npm find nothing; each notes how it was called."""
    for program in (tmp_path / TOOLS / "bin" / "pip-audit", tmp_path / ".venv" / "bin" / "python"):
        program.parent.mkdir(parents=True)
        _ends_with(program, 0)
    return tmp_path


def _ends_with(program: Path, status: int) -> None:
    program.write_text(f'#!/bin/sh\necho "$@" >> asked\nexit {status}\n', encoding="utf-8")
    program.chmod(0o755)


def _audit(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(AUDIT)]
    return subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def test_every_lock_file_is_asked_about(folder: Path) -> None:
    done = _audit(folder)
    assert done.returncode == 0
    assert "No fault is known" in done.stdout
    asked = (folder / "asked").read_text(encoding="utf-8")
    assert "--requirement requirements.lock " in asked
    assert "--requirement requirements-test.lock " in asked
    for later in ("drawing", "delivering", "uv", "node"):
        assert f"--requirement build_tools/set_up/{later}.lock " in asked
    assert "audit --package-lock-only --prefix .\n" in asked
    for packages in ("build_tools/style", "benchmarks/lighthouse"):
        assert f"audit --package-lock-only --prefix {packages}\n" in asked


def test_a_package_that_cannot_be_asked_about_counts_against_it(folder: Path) -> None:
    _audit(folder)
    asked = (folder / "asked").read_text(encoding="utf-8").splitlines()
    assert [line for line in asked if "--requirement" in line and "--strict" not in line] == []


@pytest.mark.parametrize("program", [f"{TOOLS}/bin/pip-audit", ".venv/bin/python"])
def test_a_list_that_does_not_answer_is_not_taken_for_a_good_one(program: str, folder: Path) -> None:
    _ends_with(folder / program, 1)
    done = _audit(folder)
    assert done.returncode != 0
    assert "a list could not be asked, and nothing is known" in done.stdout
    assert "No fault is known" not in done.stdout


def test_without_the_network_one_sentence_says_that_nothing_was_asked(folder: Path) -> None:
    shutil.rmtree(folder / TOOLS)
    _ends_with(folder / ".venv/bin/python", 1)
    done = _audit(folder)
    assert done.returncode != 0
    assert done.stdout.startswith("pip-audit could not be fetched, so nothing was asked.")
