"""Wagtail with courses, on this machine, with packages in lessons and a learner who is signed in."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext

from ..running import free_port, python_of, running

SITE = Path(__file__).with_name("site")
QUESTION = """
    select data.key, data.value from wagtail_lms_scormdata data
    join wagtail_lms_scormattempt attempt on attempt.id = data.attempt_id
    join wagtail_lms_scormlessonpage lesson on lesson.scorm_package_id = attempt.scorm_package_id
    where lesson.page_ptr_id = ?
"""


@dataclass(frozen=True)
class Lessons:
    """A running site."""

    address: str
    folder: Path
    session: str
    keys: Mapping[str, str]

    def sign_in(self, learner: BrowserContext) -> None:
        """Let a learner in."""
        learner.add_cookies([{"name": "sessionid", "value": self.session, "url": self.address}])

    def page_of(self, name: str) -> str:
        """Return where a learner plays a lesson."""
        return f"{self.address}lms/scorm-lesson/{self.keys[name]}/play/"

    def kept(self, name: str) -> Mapping[str, str]:
        """Return what is kept of the learner in a lesson."""
        with closing(sqlite3.connect(self.folder / "site.db", timeout=20)) as database:
            return dict(database.execute(QUESTION, [self.keys[name]]).fetchall())


@contextmanager
def lessons(folder: Path, packages: Mapping[str, Path]) -> Iterator[Lessons]:
    """Run the site, with its files and its database in `folder`."""
    python = python_of("wagtail_lms")
    given = {"DJANGO_SETTINGS_MODULE": "site_settings", "PYTHONPATH": str(SITE)}
    migrate = [python, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, cwd=folder, env=os.environ | given, check=True)
    fill = [python, str(SITE / "fill.py"), *(f"{name}={package}" for name, package in packages.items())]
    done = subprocess.run(
        fill, cwd=folder, env=os.environ | given, stdout=subprocess.PIPE, text=True, check=True
    )
    said = [line.split() for line in done.stdout.splitlines()]
    keys = {line[1]: line[2] for line in said if line[0] == "lesson"}
    session = next(line[1] for line in said if line[0] == "session")
    port = free_port()
    order = [python, "-m", "django", "runserver", "--noreload", f"127.0.0.1:{port}"]
    with running(order, folder, f"http://127.0.0.1:{port}/", given) as there:
        yield Lessons(there, folder, session, keys)
