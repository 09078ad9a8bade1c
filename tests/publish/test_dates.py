"""The time on the files of a package: that of the commit, or the time of day for what is not committed."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

from ..building import PROJECT

COMMITTED = 1_767_225_600
SHOW = "show: ; @echo $(SOURCE_DATE_EPOCH)"


def run(folder: Path, *command: str, **given: str) -> str:
    own = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "MAKEFLAGS")}
    done = subprocess.run(command, cwd=folder, env=own | given, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def git(folder: Path, *command: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@b.example")
    moment = {"GIT_COMMITTER_DATE": f"{COMMITTED} +0000", "GIT_AUTHOR_DATE": f"{COMMITTED} +0000"}
    run(folder, "git", *name, *command, **moment)


def test_a_change_that_is_not_committed_gets_a_time_of_its_own(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    page = tmp_path / "page.md"
    page.write_text("Reviewed on 1 March\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "A page")
    assert run(tmp_path, "make", "--silent", "--eval", SHOW, "show") == str(COMMITTED)
    # As long as before: a server that looks at time and length would call it the same page.
    page.write_text("Reviewed on 2 March\n", encoding="utf-8")
    before = time.time()
    assert int(run(tmp_path, "make", "--silent", "--eval", SHOW, "show")) >= int(before)


def test_whoever_sets_the_time_has_it(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    told = run(tmp_path, "make", "--silent", "--eval", SHOW, "show", SOURCE_DATE_EPOCH="7")
    assert told == "7"
