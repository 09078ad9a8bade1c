"""Kolibri, on this machine, with packages in a channel and a learner."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext

from ..running import free_port, python_of, running

PASSWORD = "a-long-password"
SCHOOL = {
    "facility_name": "School",
    "preset": "formal",
    "superuser": {"username": "teacher", "password": PASSWORD},
    "device_settings": {
        "language_id": "en",
        "landing_page": "learn",
        "allow_learner_unassigned_resource_access": True,
    },
}
FILL = Path(__file__).with_name("school") / "fill.py"
QUESTION = "select extra_fields, progress from logger_contentsummarylog where content_id = ?"


@dataclass(frozen=True)
class School:
    """A running Kolibri."""

    address: str
    folder: Path
    resources: Mapping[str, tuple[str, str]]
    """The keys of each resource: as a page, and as what is learnt there."""

    def sign_in(self, learner: BrowserContext) -> None:
        """Let a learner in."""
        api = f"{self.address}api/auth/"
        page = learner.new_page()
        page.goto(f"{self.address}en/learn/", wait_until="networkidle")
        facility = learner.request.get(f"{api}facility/").json()[0]["id"]
        token = next(kept["value"] for kept in learner.cookies() if "csrf" in kept["name"])
        given = {"username": "learner", "password": PASSWORD, "facility": facility}
        assert learner.request.post(f"{api}session/", data=given, headers={"X-CSRFToken": token}).ok
        page.close()

    def page_of(self, name: str) -> str:
        """Return where a learner finds a resource."""
        return f"{self.address}en/learn/#/topics/c/{self.resources[name][0]}"

    def kept(self, name: str) -> tuple[Any, float]:
        """Return what is kept of the learner in the words of SCORM, and how far Kolibri says that she is."""
        with closing(sqlite3.connect(self.folder / "db.sqlite3")) as database:
            row = database.execute(QUESTION, [self.resources[name][1]]).fetchone()
        if row is None:
            return {}, 0
        return json.loads(row[0]).get("contentState", {}).get("SCORM", {}).get("cmi", {}), row[1]


@contextmanager
def school(folder: Path, packages: Mapping[str, Path]) -> Iterator[School]:
    """Run Kolibri, with all that it keeps in `folder`."""
    (folder / "provision.json").write_text(json.dumps(SCHOOL))
    given = {
        "KOLIBRI_HOME": str(folder),
        "KOLIBRI_AUTOMATIC_PROVISION_FILE": str(folder / "provision.json"),
        "PYTHONWARNINGS": "ignore",
    }
    port = free_port()
    python = python_of("kolibri")
    order = [python, "-m", "kolibri", "start", "--foreground", f"--port={port}", f"--zip-port={free_port()}"]
    with running(order, folder, f"http://127.0.0.1:{port}/", given) as there:
        fill = [python, str(FILL), *(f"{name}={package}" for name, package in packages.items())]
        done = subprocess.run(
            fill,
            env=os.environ | given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
        )
        lines = [line.split() for line in done.stdout.splitlines() if line.startswith("resource ")]
        yield School(there, folder, {name: (page, learnt) for _, name, page, learnt in lines})
