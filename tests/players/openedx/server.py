"""Open edX's runtime for blocks, on this machine: the XBlock SDK's workbench, with a package in a block."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import APIRequestContext, FilePayload

from ..running import free_port, python_of, running

CAMPUS = Path(__file__).with_name("campus")
FORM = {
    "display_name": "A procedure",
    "has_score": "1",
    "weight": "1",
    "width": "",
    "height": "",
    "navigation_menu_width": "",
    "enable_navigation_menu": "0",
    "enable_fullscreen_button": "1",
    "popup_on_launch": "0",
}
"""What an author fills in beside the package."""


@dataclass(frozen=True)
class Campus:
    """A running workbench."""

    address: str
    folder: Path

    def page_of(self, block: str) -> str:
        """Return where a learner finds a block."""
        return f"{self.address}scenario/{block}.0/"

    def empty(self, request: APIRequestContext) -> None:
        """Forget every package and every learner."""
        request.post(f"{self.address}reset_state", headers={"Referer": self.address}, max_redirects=0)

    def take(self, request: APIRequestContext, block: str, package: Path) -> None:
        """Put a package into a block, as an author does in Studio."""
        found = re.search("data-usage='(?P<key>[^']+)'", request.get(self.page_of(block)).text())
        assert found
        file: FilePayload = {
            "name": package.name,
            "mimeType": "application/zip",
            "buffer": package.read_bytes(),
        }
        answer = request.post(
            f"{self.address}handler/{found['key']}/studio_submit/", multipart={**FORM, "file": file}
        )
        assert answer.json() == {"result": "success", "errors": []}

    def kept(self, field: str) -> Any:
        """Return what the block has kept of the learner."""
        with closing(sqlite3.connect(self.folder / "var" / "workbench.db")) as database:
            rows = database.execute("select state from workbench_xblockstate where user_id = 'learner'")
            states = [json.loads(state) for (state,) in rows]
        return next((state[field] for state in states if field in state), None)


@contextmanager
def campus(folder: Path, **more: str) -> Iterator[Campus]:
    """Run Open edX's blocks, with their files and their database in `folder`.

    `more` goes to `campus.py` and its settings.
    """
    (folder / "var").mkdir()
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    given = {
        "DJANGO_SETTINGS_MODULE": "campus_settings",
        "PYTHONPATH": str(CAMPUS),
        "CAMPUS_ADDRESS": address,
        **more,
    }
    django = [python_of("openedx"), "-m", "django"]
    subprocess.run([*django, "migrate", "--verbosity", "0"], cwd=folder, env=os.environ | given, check=True)
    order = [*django, "runserver", "--noreload", f"127.0.0.1:{port}"]
    with running(order, folder, f"{address}/", given) as there:
        yield Campus(there, folder)
