"""A learner on a course that speaks cmi5, and each of her visits: what was told of it, and what was refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import sleep
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from playwright.sync_api import Page

type Statement = Mapping[str, Any]

type Launch = Callable[[Visit, str], Page]
"""Launches a course for a visit."""

SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
_VERBS = "http://adlnet.gov/expapi/verbs/"


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
        return [verb_of(statement) for statement in sorted(self.statements, key=when_of)]

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Take one thing, and as long as that takes."""
        self._telling += 1
        self.at_once = max(self.at_once, self._telling)
        sleep(self.takes)
        yield
        self._telling -= 1

    def take(self, statement: Statement, faults: Sequence[str]) -> bool:
        """Record a statement, or note every reason to refuse it."""
        if statement.get("id") in self.enrolment.ids:
            # Told again, by the same id, it stands there once, and is no fault [xAPI 2.1.1 of part 3].
            return True
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


def when_of(statement: Statement) -> tuple[str, str]:
    """When it was said: of what was said at once, "completed" comes before "passed"."""
    return str(statement.get("timestamp")), verb_of(statement)


def verb_of(statement: Statement) -> str:
    return str(statement.get("verb", {}).get("id", "")).removeprefix(_VERBS)


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
