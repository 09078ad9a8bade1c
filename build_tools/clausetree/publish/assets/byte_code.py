"""Turn Python archives into byte code that Pyodide reads without compiling."""

import os
import subprocess
import sys
from pathlib import Path

# Neither the clock nor the order of a set may reach the bytes.
_SAME_BYTES = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}


def byte_compile(folder: Path) -> None:
    """Replace every wheel and zip in `folder` by one that holds byte code for this Python's version.

    Raises `RuntimeError` where the compiler fails.
    """
    _run("pyodide_cli", "py-compile", "--silent", "--no-keep", "--compression-level", "0", str(folder))


def _run(module: str, *arguments: str) -> None:
    """Run a Python program quietly; what it said is shown only when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=os.environ | _SAME_BYTES,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{module} {arguments[0]} failed:\n{done.stdout}")
