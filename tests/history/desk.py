"""A policy owner's desk: a folder with one policy in it, and the commands she runs there."""

from __future__ import annotations

import io
import shutil
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from clausetree import cli
from clausetree.history.archive import Archive
from clausetree.history.policies import Policies
from clausetree.publish.releases.archive import load_archive
from clausetree.publish.sources.policies import load_policies
from tests.policy.conftest import CASES, ROOT

LIFE = CASES / "life"
VERSIONS = ("1.0", "1.1", "2.0")
# What she says became of the clauses that each version of the made-up policy lost or gave new words.
ANSWERS = {
    "1.0": [],
    "1.1": ["--same", "c1-2"],
    "2.0": ["--withdrawn", "c1-4", "--withdrawn", "c1-6=c1-5"],
}


@dataclass(frozen=True)
class Desk:
    """A folder with `docs/policy/borrowing.md` in it."""

    folder: Path

    @property
    def page(self) -> Path:
        return self.folder / "docs" / "policy" / "borrowing.md"

    def put(self, text: str) -> None:
        """Lay this text of the policy on the desk."""
        self.page.parent.mkdir(parents=True, exist_ok=True)
        self.page.write_text(text, encoding="utf-8")
        if not (self.folder / "mkdocs.yml").exists():
            shutil.copyfile(ROOT / "mkdocs.yml", self.folder / "mkdocs.yml")

    def put_version(self, version: str) -> None:
        """Lay one of the made-up policy's versions on the desk."""
        self.put(text_of(version))

    def run(self, *words: str) -> tuple[int, str]:
        """Run a command, and return its exit code and what it printed."""
        said = io.StringIO()
        argv = ["clausetree", *words, "--folder", str(self.folder)]
        with mock.patch.object(sys, "argv", argv), redirect_stdout(said):
            code = cli.main()
        return code, said.getvalue()

    def accept(self, *answers: str) -> str:
        """Accept the version on the desk, which must succeed, and return what was printed."""
        code, said = self.run("clauses", "accept", *answers)
        assert code == 0, said
        return said

    def live_through(self, *versions: str) -> None:
        """Write and accept these versions, one after the other."""
        for version in versions:
            self.put_version(version)
            self.accept(*ANSWERS[version])

    @property
    def archive(self) -> Archive:
        return load_archive(self.folder / "clauses.lock", self.folder / "released")

    @property
    def policies(self) -> Policies:
        return load_policies(self.folder / "docs", lock=self.archive.lock)


def text_of(version: str) -> str:
    """Return the Markdown of one of the made-up policy's versions."""
    return (LIFE / f"{version}.md").read_text(encoding="utf-8")
