"""Put into the wheel what needs Node to be made, and the theme."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MADE = "CLAUSETREE_MADE"
"""Names the folder of what was made for this wheel. `make wheel` makes it anew: it is never an old one."""


class WheelHook(BuildHookInterface[Any]):
    """Adds to the wheel, and to nothing else: an editable install has all of it in the repository."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders, or say how a wheel is built."""
        if version == "editable":
            return
        if MADE not in os.environ:
            sys.exit("Say `make wheel`: a wheel holds scripts and a Python for browsers, which are made first.")
        pages = {f"docs/{name}": f"clausetree/pages/{name}" for name in ("search.md", "accessibility.md")}
        theme = {f"site_overrides/{name}": f"clausetree/theme/{name}" for name in _theme(Path(self.root))}
        build_data["force_include"] |= pages | theme | {os.environ[MADE]: "clausetree/made"}


def _theme(project: Path) -> list[str]:
    """The files of the theme, without the tests that stand beside its scripts."""
    theme = project / "site_overrides"
    files = (path for path in theme.rglob("*") if path.is_file() and not path.name.endswith(".test.js"))
    return sorted(path.relative_to(theme).as_posix() for path in files)
