"""Committing some files, and no others, with git."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from clausetree.commands.refused import RefusedError


class NotCommittedError(Exception):
    """Git has not committed the files. Its text is what git said."""


def can_commit(folder: Path) -> None:
    """Raise RefusedError where a folder is no working copy of git."""
    if _git(folder, "rev-parse", "--is-inside-work-tree").stdout.strip() != "true":
        raise RefusedError(f"{folder} is not in a repository of git, so that nothing can be committed.")


def commit(folder: Path, names: Sequence[str], message: str) -> str:
    """Commit files, by their paths from a folder, and return what to say of it.

    What else is staged stays so. Raises NotCommittedError.
    """
    added = _git(folder, "--literal-pathspecs", "add", "--all", "--", *names)
    order = ("--literal-pathspecs", "commit", "--quiet", "--only", "--cleanup=whitespace", "--file=-")
    done = added if added.returncode else _git(folder, *order, "--", *names, typed=message)
    if done.returncode:
        raise NotCommittedError(done.stderr.strip() or done.stdout.strip())
    revision = _git(folder, "rev-parse", "--short", "HEAD").stdout.strip()
    return f"Committed them as {revision}."


def _git(folder: Path, *order: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            ["git", *order],
            cwd=folder,
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError as error:
        raise RefusedError("git is not installed, so that nothing can be committed.") from error
