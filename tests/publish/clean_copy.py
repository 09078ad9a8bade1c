"""A copy of this project in a folder of its own, built as on another machine and cut off from every network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
GUARDS = Path(__file__).with_name("no_network")
_NOT_COPIED = shutil.ignore_patterns(
    *(".git", ".venv", ".cache", "node_modules", "site", "dist", "packages", "tests", ".*_cache", ".hypothesis")
)
_NOWHERE_COPIED = shutil.ignore_patterns("__pycache__")
_MOMENT = "1767225600"
_COMMAND = "import sys; from clausetree import cli; sys.exit(cli.main())"


def cut_off() -> list[str]:
    """Return what to write before a command so that it has no network at all; nothing where that is forbidden.

    Linux can start a process among network devices of its own, of which there are none. Many machines let
    everybody do so. On the others the guards alone hold: in Python and in Node, but not in Graphviz, esbuild
    and Typst, which are programs of their own.
    """
    command = ["unshare", "--user", "--map-root-user", "--net"]
    if shutil.which(command[0]) and subprocess.run([*command, "true"], check=False).returncode == 0:
        return command
    return []


def _ignored(folder: str, names: list[str]) -> set[str]:
    """What stands at the top is made or fetched; a module of ours may be called the same."""
    return _NOWHERE_COPIED(folder, names) | (_NOT_COPIED(folder, names) if Path(folder) == PROJECT else set())


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """`surroundings` are what differs between machines: the time zone, the language, the order of a set."""

    folder: Path
    surroundings: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022

    @classmethod
    def of_project(cls, folder: Path, surroundings: Mapping[str, str], umask: int) -> CleanCopy:
        """Copy what is written by hand, and share what the set-up fetched."""
        shutil.copytree(PROJECT, folder, ignore=_ignored)
        (folder / "node_modules").symlink_to(PROJECT / "node_modules")
        return cls(folder, surroundings, umask)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the copy without a network; `stdout` is all that it said."""
        given = {
            "PYTHONPATH": os.pathsep.join((str(self.folder / "build_tools"), str(GUARDS))),
            "NODE_OPTIONS": f"--require {GUARDS / 'refuse.cjs'}",
            "SOURCE_DATE_EPOCH": _MOMENT,
            "NO_MKDOCS_2_WARNING": "1",
            "CLAUSETREE_CACHE": "",
        }
        return subprocess.run(
            [*cut_off(), *command],
            cwd=self.folder,
            env={**os.environ, **given, **self.surroundings},
            umask=self.umask,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build the site, as `make build` does."""
        return self.run(sys.executable, "-m", "mkdocs", "build", "--strict")

    def clausetree(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run our own command."""
        return self.run(sys.executable, "-c", _COMMAND, *words)

    def make_all(self) -> None:
        """Make everything that is published or handed over. Of courses, those of one tree: the site has all."""
        steps: Sequence[subprocess.CompletedProcess[str]] = (
            self.build(),
            self.clausetree("package"),
            self.clausetree("courses", "package", "evidence", "--site", "https://policy.example.org/"),
        )
        assert [step.returncode for step in steps] == [0, 0, 0], "".join(step.stdout for step in steps)

    def made(self) -> dict[str, bytes]:
        """Return every file that was made, by its path."""
        folders = (self.folder / name for name in ("site", "dist", "packages"))
        files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}
