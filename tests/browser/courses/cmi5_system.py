"""What stands in for a learning system that speaks cmi5: it launches a course, and refuses what is forbidden.

Numbers in brackets are those of the sections of the cmi5 specification.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from time import sleep
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import UUID, uuid4

from playwright.sync_api import Page

type Statement = Mapping[str, Any]

type Launch = Callable[[Visit, str], Page]
"""Launches a course for a visit."""

CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
_VERBS = "http://adlnet.gov/expapi/verbs/"
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+]00:?00)")
_DURATION = re.compile(r"PT\d+(\.\d\d?)?S")


@dataclass
class Enrolment:
    """One learner on one course: its registration, and what was kept and told of it over all her visits."""

    registration: str = "0b1f8f0e-7f0c-4a0e-9a75-9a5e8d7a8a10"
    activity: str = "https://learning.example/activities/7"
    actor: Mapping[str, Any] = field(
        default_factory=lambda: {
            "objectType": "Agent",
            "account": {"homePage": "https://learning.example", "name": "7"},
        }
    )
    documents: dict[str, Any] = field(default_factory=dict)
    completed: bool = False
    passed: bool = False
    ids: set[str] = field(default_factory=set)


@dataclass
class Visit:
    """One launch. `refused` says why anything was turned away."""

    enrolment: Enrolment
    launch_mode: str = "Normal"
    mastery: float | None = None
    """The score that the system asks for, if any."""
    back: str = ""
    statements: list[Statement] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    key: str = field(default_factory=lambda: uuid4().hex)
    is_key_given: bool = False
    asked_preferences: bool = False
    down: frozenset[str] = frozenset()
    """What is not taken for the moment: "completed" and other verbs, or "state"."""
    unanswered: frozenset[str] = frozenset()
    """The verbs that are taken, and whose answer is lost on the way."""
    refuses: Mapping[str, int] = field(default_factory=dict)
    """The verbs that are turned away for good, and by what status."""
    slow: frozenset[str] = frozenset()
    """The verbs that are taken after a while."""
    is_over: bool = False
    """Whether the system has closed the visit: then its key opens nothing."""
    takes: float = 0
    """How many seconds it takes to keep anything."""
    at_once: int = 0
    """How many things it was told at the same moment at the most."""
    _telling: int = 0

    @property
    def template(self) -> dict[str, Any]:
        """What every statement's context has to begin from [10.2.1]."""
        return {
            "contextActivities": {"grouping": [{"id": "https://publisher.example/au"}]},
            "extensions": {SESSION: "session-1"},
        }

    @property
    def launch_data(self) -> dict[str, Any]:
        """What a course asks for first [10.2]."""
        data = {"contextTemplate": self.template, "launchMode": self.launch_mode, "moveOn": "Completed"}
        asked = {} if self.mastery is None else {"masteryScore": self.mastery}
        return {**data, **asked, **({"returnURL": self.back} if self.back else {})}

    def query(self, origin: str) -> str:
        """The part of the address that launches the course [8.1]."""
        return urlencode(
            {
                "endpoint": f"{origin}lrs/",
                "fetch": f"{origin}lrs/token",
                "actor": json.dumps(self.enrolment.actor),
                "registration": self.enrolment.registration,
                "activityId": self.enrolment.activity,
            }
        )

    @property
    def verbs(self) -> list[str]:
        """What was told, in the order in which it was said."""
        return [verb_of(statement) for statement in sorted(self.statements, key=_when)]

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Take one thing, and as long as that takes."""
        self._telling += 1
        self.at_once = max(self.at_once, self._telling)
        sleep(self.takes)
        yield
        self._telling -= 1

    def take(self, statement: Statement) -> bool:
        """Record a statement, or note every reason to refuse it."""
        if statement.get("id") in self.enrolment.ids:
            return (
                True  # told again, by the same id: it stands there once, and is no fault [xAPI 2.1.1 of part 3]
            )
        faults = list(faults_in(statement, self))
        self.refused += [f"{verb_of(statement)}: {fault}" for fault in faults]
        if not faults:
            self.statements.append(statement)
            self.enrolment.ids.add(str(statement["id"]))
            self.enrolment.completed |= verb_of(statement) == "completed"
            self.enrolment.passed |= verb_of(statement) == "passed"
        return not faults

    def is_said_twice(self, verb: str) -> bool:
        """Return whether a statement is one that there is once: CATAPULT refuses the next, of whatever id."""
        again = verb == "initialized" and any(verb_of(told) == verb for told in self.statements)
        once = {"completed": self.enrolment.completed, "passed": self.enrolment.passed}
        return again or once.get(verb, False)


def _when(statement: Statement) -> tuple[str, str]:
    """When it was said: of what was said at once, "completed" comes before "passed"."""
    return str(statement.get("timestamp")), verb_of(statement)


def verb_of(statement: Statement) -> str:
    return str(statement.get("verb", {}).get("id", "")).removeprefix(_VERBS)


def faults_in(statement: Statement, visit: Visit) -> Iterator[str]:
    """Yield everything that the specification forbids of a statement that a course sends now."""
    yield from _out_of_turn(statement, visit)
    yield from _badly_formed(statement, visit.enrolment)
    yield from _bad_result(statement)
    yield from _bad_context(statement, visit)
    yield from _bad_answer(statement, visit.enrolment) if verb_of(statement) == "answered" else ()
    yield from _bad_score(statement, visit) if verb_of(statement) == "passed" else ()


def _bad_answer(statement: Statement, enrolment: Enrolment) -> Iterator[str]:
    """An answer by itself is no statement of cmi5's own: it is one that cmi5 allows [7.1.3]."""
    definition = statement.get("object", {}).get("definition", {})
    choices = [choice["id"] for choice in definition.get("choices", [])]
    picked = str(statement.get("result", {}).get("response")).split("[,]")
    if definition.get("interactionType") != "choice" or not set(picked) <= set(choices):
        yield "no answer of those that the question offers [xAPI 4.1.4.1 of part 2]"
    parents = statement.get("context", {}).get("contextActivities", {}).get("parent", [])
    if [parent.get("id") for parent in parents] != [enrolment.activity]:
        yield "nobody knows which course was answered in"


def _bad_score(statement: Statement, visit: Visit) -> Iterator[str]:
    result, extensions = statement.get("result", {}), statement.get("context", {}).get("extensions", {})
    scaled = result.get("score", {}).get("scaled")
    if result.get("success") is not True or not isinstance(scaled, int | float) or not 0 <= scaled <= 1:
        yield "no success, or no share of the points [9.5.1, 9.5.2]"
    elif scaled < (visit.mastery or 0):
        yield "passed with less than was asked for [9.3.4]"
    if extensions.get(MASTERY) != visit.mastery:
        yield "not the score that was asked for [9.6.3.2]"


def _out_of_turn(statement: Statement, visit: Visit) -> Iterator[str]:
    verb = verb_of(statement)
    if verb not in ("initialized", "answered", "completed", "passed", "terminated"):
        yield "no verb that this course has a use for [9.3]"
    if not visit.asked_preferences:
        yield "the learner's preferences were not asked for [11.0]"
    if (verb == "initialized") != (not visit.statements):
        yield "initialized is the first statement, and only the first [9.3.2]"
    # What was said before it may come in after it: no system has to take that.
    if any(verb_of(told) == "terminated" for told in visit.statements):
        yield "nothing comes in after terminated [9.3.8]"
    if verb == "completed" and visit.enrolment.completed:
        yield "completed once already in this registration [9.3.3]"
    if verb == "passed" and visit.enrolment.passed:
        yield "passed once already in this registration [9.3.4]"
    if verb in ("completed", "passed") and visit.launch_mode != "Normal":
        yield f"nothing is completed in a visit to {visit.launch_mode} [10.2.2]"


def _badly_formed(statement: Statement, enrolment: Enrolment) -> Iterator[str]:
    try:
        UUID(str(statement.get("id")))
    except ValueError:
        yield "the id is no UUID [9.1]"
    if statement.get("actor") != enrolment.actor:
        yield "another actor than the one launched [8.1.3]"
    activity = str(statement.get("object", {}).get("id"))
    is_about = (
        activity.startswith(f"{enrolment.activity}/")
        if verb_of(statement) == "answered"
        else (activity == enrolment.activity)
    )
    if not is_about:
        yield "another activity than the one launched [8.1.5]"
    if not _UTC.fullmatch(str(statement.get("timestamp"))):
        yield "no time in UTC [9.7]"


def _bad_result(statement: Statement) -> Iterator[str]:
    verb, result = verb_of(statement), statement.get("result", {})
    if (result.get("completion") is True) != (verb == "completed") or result.get("completion") is False:
        yield "completion is said of completed alone [9.5.3]"
    if verb != "passed" and ("success" in result or "score" in result):
        yield "success and score are not for these verbs [9.5]"
    if verb in ("completed", "passed", "terminated") and not _DURATION.fullmatch(str(result.get("duration"))):
        yield "no duration [9.5.4]"
    if not all(":" in key for key in result.get("extensions", {})):
        yield "an extension whose name is no address"


def _bad_context(statement: Statement, visit: Visit) -> Iterator[str]:
    context = statement.get("context", {})
    activities = context.get("contextActivities", {})
    if context.get("registration") != visit.enrolment.registration:
        yield "another registration [9.6.1]"
    if context.get("extensions", {}).get(SESSION) != visit.template["extensions"][SESSION]:
        yield "no session id [9.6.3]"
    if activities.get("grouping") != visit.template["contextActivities"]["grouping"]:
        yield "the context template was written over [10.2.1]"
    categories = [entry.get("id") for entry in activities.get("category", [])]
    result = statement.get("result", {})
    if (CMI5 in categories) != (verb_of(statement) != "answered"):
        yield "the cmi5 category goes with cmi5's own statements [9.6.2]"
    if (MOVE_ON in categories) != ("completion" in result or "success" in result):
        yield "the move-on category goes with completion [9.6.2]"


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
            self.visit.take(statement)
            self._answer(401)
        else:
            taken = self.visit.take(statement)
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


def close(page: Page, visit: Visit, *verbs: str) -> None:
    """Leave the page, and see that just these were told. What is sent last comes in late, in any order."""
    page.goto("about:blank")
    for _ in range(200):  # a loaded machine takes its time
        if visit.verbs == list(verbs) or visit.refused:
            break
        page.wait_for_timeout(100)
    page.wait_for_timeout(300)  # what should not be told would come in as late
    assert visit.refused == []
    assert visit.verbs == list(verbs), visit.verbs
