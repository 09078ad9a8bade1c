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
_JOIN = Path(__file__).with_name("join_byte_code.py")


def byte_compile(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the byte code of modules, `tree/walk.pyc` for `tree/walk.py`, for this Python's version.

    Raises `RuntimeError` where one cannot be compiled.
    """
    with TemporaryDirectory() as workshop:
        _write(Path(workshop), sources)
        _run([*_COMPILE, "-s", workshop, workshop])
        return {f"{name}c": Path(workshop, f"{name}c").read_bytes() for name in sources}


def join(byte_code: Mapping[str, bytes], *entry: str) -> bytes:
    """Return modules as one file, as the stand-in `joined` reads it.

    With them, compiled, goes what `dataclasses` writes for the classes of the module `entry`, and of all that
    it imports. Raises `RuntimeError` where that cannot be imported.
    """
    with TemporaryDirectory() as workshop, TemporaryDirectory() as folder:
        _write(Path(folder), byte_code)
        target = Path(workshop, "joined")
        _run(["-S", _JOIN, folder, target, *entry])
        return target.read_bytes()


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _run(words: Sequence[str | Path]) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    run_python(
        ["-X", "no_debug_ranges", *words], bare | _SAME_BYTES, "Python for browsers could not be compiled"
    )


def run_python(words: Sequence[str | Path], environment: Mapping[str, str], failed: str) -> None:
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
