"""A player is a program of its own, with packages of its own: how it is started, and ended."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from ..building import PROJECT

INSTALLED = Path(os.environ.get("CLAUSETREE_CACHE", PROJECT / ".cache")) / "players"
PATIENCE = 90
"""Seconds until a player has to answer."""


def python_of(player: str) -> str:
    """Return the Python that has this player's packages."""
    program = INSTALLED / player / "bin" / "python"
    if not program.exists():
        pytest.fail(f"The player {player} is not installed: run `make players`.", pytrace=False)
    return str(program)


def free_port() -> int:
    """Return a port that nothing listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(order: list[str], folder: Path, address: str, more: Mapping[str, str]) -> Iterator[str]:
    """Start a player in `folder`, and give its address once it answers there."""
    log = folder / "said.txt"
    with log.open("wb") as said:
        program = subprocess.Popen(
            order, cwd=folder, env=os.environ | more, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
    try:
        _wait(program, address, log)
        yield address
    finally:
        program.terminate()
        program.wait(30)


def _wait(program: subprocess.Popen[bytes], address: str, log: Path) -> None:
    late = time.monotonic() + PATIENCE
    while program.poll() is None and time.monotonic() < late:
        try:
            urlopen(address, timeout=PATIENCE).close()
        except HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"The player does not answer:\n{log.read_text('utf-8', 'replace')[-3000:]}", pytrace=False)
