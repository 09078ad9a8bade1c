"""What stands in for a learning system that speaks cmi5: it launches courses, and refuses what is forbidden."""

from __future__ import annotations

import json
from http.server import SimpleHTTPRequestHandler
from time import sleep
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from .cmi5_rules import faults_in
from .cmi5_visit import Statement, Visit, verb_of


class LearningSystem(SimpleHTTPRequestHandler):
    """Serves packages as files, and under /lrs/ what cmi5 asks for, for the visit that is on.

    What was sent last in a visit may come in when the next one is on: its key says whose it is.
    """

    protocol_version = "HTTP/1.1"
    launched: Visit
    _by_key: ClassVar[dict[str, Visit]] = {}

    @property
    def visit(self) -> Visit:
        """The visit that something is asked or told in."""
        return self._by_key.get(self.headers.get("Authorization", "")) or self.launched

    def do_GET(self) -> None:
        """Hand over a file, or a document that the course asks for."""
        address = urlsplit(self.path)
        if not address.path.startswith("/lrs/"):
            super().do_GET()
            return
        asked = {key: values[0] for key, values in parse_qs(address.query).items()}
        if not self._is_authorised():
            self._answer(401)
        elif address.path.endswith("/agents/profile"):
            self.visit.asked_preferences = asked.get("profileId") == "cmi5LearnerPreferences"
            self._answer(404)
        elif asked.get("stateId") == "LMS.LaunchData":
            self._answer(200, self.visit.launch_data)
        else:
            kept = self.visit.enrolment.documents.get(asked.get("stateId", ""))
            self._answer(200 if kept else 404, kept)

    def do_POST(self) -> None:
        """Give the token out, once."""
        self._said()
        if self.path.endswith("/token"):
            visit = self.launched
            said = {"error-code": "1"} if visit.is_key_given else {"auth-token": visit.key}
            self._by_key[f"Basic {visit.key}"], visit.is_key_given = visit, True
            self._answer(200, said)
        else:
            self.visit.refused.append(f"POST {self.path}: a statement is put by its id")
            self._answer(400)

    def do_PUT(self) -> None:
        """Take a statement, or keep a document of the course's own."""
        said = self._said()
        address = urlsplit(self.path)
        asked = {key: values[0] for key, values in parse_qs(address.query).items()}
        with self.visit.telling():
            if not self._is_authorised():
                self._answer(401)
            elif address.path.endswith("/statements"):
                self._take(said, asked.get("statementId", ""))
            else:
                self._keep(said, asked.get("stateId", ""))

    def _take(self, statement: Statement, statement_id: str) -> None:
        verb = verb_of(statement)
        if verb in self.visit.slow:
            sleep(1)
        if verb in self.visit.down:
            self._answer(503)
        elif verb in self.visit.refuses:
            self._answer(self.visit.refuses[verb])
        elif statement.get("id") != statement_id:
            self.visit.refused.append("another id in the address than in the statement")
            self._answer(400)
        elif self.visit.is_said_twice(verb):
            self.visit.take(statement, list(faults_in(statement, self.visit)))
            self._answer(401)
        else:
            taken = self.visit.take(statement, list(faults_in(statement, self.visit)))
            self._answer(400 if not taken else 504 if verb in self.visit.unanswered else 204)

    def _keep(self, document: object, state: str) -> None:
        if "state" in self.visit.down:
            self._answer(503)
        elif state == "LMS.LaunchData":
            self.visit.refused.append(f"PUT {state} [10.2.1]")
            self._answer(403)
        else:
            self.visit.enrolment.documents[state] = document
            self._answer(204)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing: `refused` says what matters."""

    def _is_authorised(self) -> bool:
        version = self.headers.get("X-Experience-API-Version")
        if self.visit.is_over:
            return False
        right = self.headers.get("Authorization") in self._by_key and version == "1.0.3"
        if not right:
            self.visit.refused.append(f"{self.path}: not authorised [8.2]")
        return right

    def _said(self) -> Any:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        return json.loads(body) if body else None

    def _answer(self, status: int, document: object = None) -> None:
        body = b"" if document is None else json.dumps(document).encode()
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
