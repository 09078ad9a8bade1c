"""Ralph, a record store for xAPI, on this machine; and a learning system of ours that asks it."""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from ...browser.courses.cmi5_system import LearningSystem
from ...browser.courses.cmi5_visit import Statement, verb_of
from ..running import free_port, python_of, running

_HASH = "import bcrypt; print(bcrypt.hashpw(b'secret', bcrypt.gensalt(4)).decode())"
_HEADERS = {
    "Authorization": f"Basic {b64encode(b'learner:secret').decode()}",
    "Content-Type": "application/json",
    "X-Experience-API-Version": "1.0.3",
}


@dataclass(frozen=True)
class Store:
    """A running Ralph."""

    address: str

    def put(self, statement: Statement, statement_id: str) -> int:
        """Hand over a statement, and return the status of what is answered."""
        body = json.dumps(statement).encode()
        address = f"{self.address}?statementId={statement_id}"
        try:
            with urlopen(Request(address, body, _HEADERS, method="PUT")) as answer:
                return int(answer.status)
        except HTTPError as refused:
            return refused.code

    def kept(self, activity: str) -> list[Any]:
        """Return all that is kept about an activity, in the order in which it was said."""
        with urlopen(Request(self.address, headers=_HEADERS)) as answer:
            found = json.load(answer)["statements"]
        return sorted(
            (one for one in found if one["object"]["id"] == activity), key=lambda one: one["timestamp"]
        )

    def verbs(self, activity: str) -> list[str]:
        """Return what was said of an activity."""
        return [verb_of(one) for one in self.kept(activity)]


class ForwardingSystem(LearningSystem):
    """Checks a statement as our stand-in does, and takes it if Ralph does."""

    store: ClassVar[Store]

    def _take(self, statement: Statement, statement_id: str) -> None:
        status = self.store.put(statement, statement_id)
        if status == 204:
            super()._take(statement, statement_id)
        else:
            self.visit.refused.append(f"{verb_of(statement)}: Ralph answered {status}")
            self._answer(status)


@contextmanager
def store(folder: Path) -> Iterator[Store]:
    """Run Ralph, with its files in `folder`."""
    python = python_of("ralph")
    secret = subprocess.run([python, "-c", _HASH], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    agent = {"mbox": "mailto:system@example.org"}
    user = {"username": "learner", "hash": secret, "scopes": ["all"], "agent": agent}
    (folder / "auth.json").write_text(json.dumps([user]))
    (folder / "kept").mkdir()
    port = free_port()
    given = {
        "PYTHONPATH": str(Path(__file__).with_name("appending")),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "kept"),
    }
    order = [python, "-m", "uvicorn", "appending:app", "--port", str(port)]
    with running(order, folder, f"http://127.0.0.1:{port}/", given) as there:
        yield Store(f"{there}xAPI/statements")
