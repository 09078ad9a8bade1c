"""Turn Python into byte code that Pyodide reads without compiling."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

_COMPILE = ("-S", "-m", "compileall", "-qq", "-b", "-o", "0", "--invalidation-mode", "unchecked-hash")
"""Each file of byte code says a hash of its source, in place of a time."""
_SAME_BYTES = {"PYTHONHASHSEED": "0"}
"""Nothing else that this process was told of Python may reach the bytes."""


def byte_compile(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the byte code of modules, `tree/walk.pyc` for `tree/walk.py`, for this Python's version.

    Raises `RuntimeError` where one cannot be compiled.
    """
    with TemporaryDirectory() as workshop:
        for name, source in sources.items():
            path = Path(workshop, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source)
        bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        failed = "Python for browsers could not be compiled"
        run_python([*_COMPILE, "-s", workshop, workshop], bare | _SAME_BYTES, failed)
        return {f"{name}c": Path(workshop, f"{name}c").read_bytes() for name in sources}


def run_python(words: Sequence[str], environment: Mapping[str, str], failed: str) -> None:
    """Run Python with these words, quietly. Raises `RuntimeError` with what it said where it `failed`."""
    done = subprocess.run(
        [sys.executable, *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{failed}:\n{done.stdout}")
