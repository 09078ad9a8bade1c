"""What cmi5 forbids of a statement. Numbers in brackets are those of the sections of its specification."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

from .cmi5_visit import SESSION, Enrolment, Statement, Visit, verb_of

CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+]00:?00)")
_DURATION = re.compile(r"PT\d+(\.\d\d?)?S")


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
    is_typed = definition.get("interactionType") == "fill-in" and not choices
    is_picked = definition.get("interactionType") == "choice" and set(picked) <= set(choices)
    if not (is_typed or is_picked):
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
