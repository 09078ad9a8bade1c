"""MkDocs, started as our commands need it."""

from __future__ import annotations

import logging
import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from clausetree.publish.files.installed import THEME_FOLDER
from clausetree.publish.mkdocs.not_carried_out import unknown_language

QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Material tells of the next MkDocs at every start, which is nothing that an author could act on."""


def mkdocs(words: Sequence[str]) -> int:
    """Run MkDocs, and return its exit code."""
    os.environ.update(QUIET)
    from mkdocs.__main__ import cli  # noqa: PLC0415 - Material looks at the environment when it is read in

    try:
        cli.main(list(words), prog_name="mkdocs")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def faults_mkdocs_finds(settings: Path) -> list[str]:
    """Return what MkDocs, and the theme, find wrong with settings."""
    os.environ.update(QUIET)
    from mkdocs.config import load_config  # noqa: PLC0415 - as above
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    log = _LogLines()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    spoken, logger.propagate = logger.propagate, False
    try:
        config = load_config(str(settings))
    except MkDocsException as error:
        return log.lines or [str(error)]
    except Exception as error:  # a hook, or another's plugin, may fail in any way
        failed = f"MkDocs cannot read the settings: {type(error).__name__}: {' '.join(str(error).split())}"
        return [*log.lines, failed]
    finally:
        logger.removeHandler(log)
        logger.propagate = spoken
    if str(THEME_FOLDER) not in config.theme.dirs:
        return log.lines
    unknown = unknown_language(config.theme.get("language"), config.theme.dirs)
    return [*log.lines, *filter(None, [unknown])]


class _LogLines(logging.Handler):
    """Keeps what is logged as wrong."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"MkDocs says of the settings: {' '.join(record.getMessage().split())}")


def fix_the_date(folder: Path) -> None:
    """Let the date of the last commit stand for today, so that the same commit gives the same bytes.

    What is not committed gets the real time, and so does a folder that git does not know.
    """
    if "SOURCE_DATE_EPOCH" in os.environ:
        return
    os.environ["SOURCE_DATE_EPOCH"] = _committed(folder) or str(int(time.time()))


def _committed(folder: Path) -> str:
    git = ["git", "-C", str(folder)]
    try:
        if subprocess.run([*git, "status", "--porcelain"], capture_output=True, check=True).stdout:
            return ""
        return subprocess.run(
            [*git, "log", "-1", "--format=%ct"], capture_output=True, check=True, text=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
