"""A course that tells each answer by itself, and gives points: both only where its author chose so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from clausetree.render.courses import course
from clausetree.render.courses.downloads import Standard

from ...unpacking import unpacked
from .cmi5_visit import Enrolment, Launch, Visit, close, verb_of
from .learner import launch, leave, node, play, shown, step
from .scorm_system import APIS, RESPONSE
from .trees import AUDITED

KEEPS = "Your learning system keeps your answers and the outcome that you reach."
KEPT_OUTCOME = "Your learning system has kept your answers and this outcome."
WILL_TELL = "It is told each answer by itself as well, with the time at which you give it."
EACH = "It keeps each answer by itself as well, with the time at which you gave it."
NOT_EACH = "It has not taken each answer by itself."
NO_POINTS = "It has not taken your points."
POINTS = "Whoever reaches an outcome has 100 of 100 points, whichever it is."
ANSWERS = [
    ("risk", "Yes, or they might be"),
    ("relevant", "The matter in proceedings"),
    ("disputed", "Yes"),
]
"""The first answer to each question of the procedure."""


def interactions(page: Page, standard: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = page.evaluate(
        f"{APIS[standard][1]}.cmi.interactions.childArray.map((one) => one.toJSON())"
    )
    return told


@pytest.mark.parametrize("standard", APIS)
def test_scorm_has_each_answer_in_its_order_and_the_outcome_last(
    page: Page, courses: str, standard: str
) -> None:
    frame = launch(page, courses, standard, "audited")
    expect(frame.locator(".ct-reported")).to_have_text(f"{KEEPS} {WILL_TELL}")
    outcome = play(frame)
    expect(frame.locator(".ct-reported")).to_have_text(f"{KEPT_OUTCOME} {EACH}")
    told = interactions(page, standard)
    assert [(one["id"], one[RESPONSE[standard]]) for one in told] == [*ANSWERS, ("outcome", outcome)]
    moment = r"\d\d:\d\d:\d\d" if standard == "scorm-12" else r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.0Z"
    given = "time" if standard == "scorm-12" else "timestamp"
    assert all(re.fullmatch(moment, one[given]) for one in told[:-1])
    assert page.evaluate("refused") == []


@pytest.mark.parametrize("standard", APIS)
def test_what_was_told_in_an_earlier_visit_stands_and_an_outcome_is_told_when_it_is_reached(
    page: Page, courses: str, standard: str
) -> None:
    frame = launch(page, courses, standard, "audited")
    step(frame)
    leave(page)
    frame = launch(page, courses, standard, "audited")
    outcome = play(frame)
    once = [*ANSWERS, ("outcome", outcome)]
    for _ in range(2):
        leave(page)
        frame = launch(page, courses, standard, "audited")
        assert node(frame) == outcome
        told = [(one["id"], one[RESPONSE[standard]]) for one in interactions(page, standard)]
        assert told == once
    frame.get_by_role("button", name="Start again").click()
    play(frame)
    told = [(one["id"], one[RESPONSE[standard]]) for one in interactions(page, standard)]
    assert told == [*once, *once]
    assert page.evaluate("refused") == []


@pytest.mark.parametrize(("standard", "room", "said"), [("scorm-12", 255, False), ("scorm-2004", 4000, True)])
def test_an_answer_that_is_too_long_for_a_standard_is_not_said_to_be_kept(
    page: Page, courses: str, standard: str, room: int, said: bool
) -> None:
    words = f"Yes, or {'perhaps ' * 40}"

    def lengthen(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("Yes, or they might be", words.strip()))

    page.route("**/audited/*/views.js", lengthen)
    frame = launch(page, courses, standard, "audited")
    step(frame)
    expect(frame.locator(".ct-reported")).to_have_text(f"{KEEPS} {EACH if said else NOT_EACH}")
    assert interactions(page, standard)[0][RESPONSE[standard]] == words.strip()[:room]
    assert page.evaluate("refused") == []


def test_an_answer_that_was_refused_with_all_else_and_taken_later_is_said_to_be_kept(
    page: Page, courses: str
) -> None:
    page.goto(f"{courses}faulty.html?course=audited/scorm-12/index.html")
    frame = shown(page.frames[-1])
    while node(frame) != "relevant":  # a question again, and no step
        step(frame)
    page.evaluate("window.fault = 'refuses'")
    step(frame)
    expect(frame.locator(".ct-reported")).to_contain_text("has not kept your last answer yet")
    page.evaluate("window.fault = ''")
    expect(frame.locator(".ct-reported")).to_have_text(f"{KEEPS} {EACH}", timeout=20_000)


def test_a_system_that_refuses_points_is_said_to(page: Page, courses: str) -> None:
    page.goto(f"{courses}faulty.html?course=audited/scorm-12/index.html&fault=no points")
    frame = shown(page.frames[-1])
    play(frame)
    expect(frame.locator(".ct-reported")).to_have_text(f"{KEPT_OUTCOME} {EACH} {NO_POINTS}")


def test_an_answer_that_is_changed_is_told_again(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-2004", "audited")
    step(frame)
    frame.get_by_role("button", name="Back", exact=True).click()
    frame.get_by_label("No", exact=True).check()
    frame.get_by_role("button", name="Continue").click()
    told = [(one["id"], one["learner_response"]) for one in interactions(page, "scorm-2004")]
    assert told == [("risk", "Yes, or they might be"), ("risk", "No")]


def test_scorm_is_told_the_points_and_how_far_she_is(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-2004", "audited")
    expect(frame.locator(".ct-score")).to_have_text(POINTS)
    step(frame)
    share = float(page.evaluate("API_1484_11.cmi.progress_measure"))
    assert 0 < share < 1
    play(frame)
    assert page.evaluate("API_1484_11.cmi.progress_measure") == "1"
    frame.get_by_role("button", name="Start again").click()
    assert page.evaluate("API_1484_11.cmi.progress_measure") == "1"
    score = page.evaluate("API_1484_11.cmi.score.toJSON()")
    assert {key: score[key] for key in ("raw", "min", "max", "scaled")} == {
        "raw": "100",
        "min": "0",
        "max": "100",
        "scaled": "1",
    }
    frame = launch(page, courses, "scorm-12", "audited")
    play(frame)
    assert page.evaluate("API.cmi.core.score.raw") == "100"


def test_a_system_that_takes_no_answers_by_themselves_is_not_said_to(page: Page, courses: str) -> None:
    page.add_init_script(
        """const forgetful = () => {
            for (const api of [window.parent.API, window.parent.API_1484_11]) {
                if (!api || api.forgetful) continue;
                api.forgetful = true;
                for (const name of ["SetValue", "LMSSetValue"]) {
                    const set = api[name]?.bind(api);
                    api[name] = (at, value) => at.startsWith("cmi.interactions") ? "false" : set(at, value);
                }
            }
        };
        if (window !== window.parent) forgetful();"""
    )
    frame = launch(page, courses, "scorm-2004", "audited")
    play(frame)
    expect(frame.locator(".ct-reported")).to_have_text(f"{KEPT_OUTCOME} {NOT_EACH}")
    assert leave(page)["completion_status"] == "completed"
    frame = launch(page, courses, "scorm-2004", "audited")
    expect(frame.locator(".ct-reported")).to_have_text(f"{KEPT_OUTCOME} {NOT_EACH}")


def test_without_those_choices_nothing_of_it_is_told(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-2004", "evidence")
    play(frame)
    assert [one["id"] for one in interactions(page, "scorm-2004")] == ["outcome"]
    assert frame.locator(".ct-score").count() == 0
    expect(frame.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    assert page.evaluate("API_1484_11.cmi.score.raw") == ""


def test_where_the_questions_are_not_asked_one_at_a_time_no_answer_is_said_to_be_told(
    page: Page, courses: str, shelf: Path, procedures: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "MOST_STOPS", 3)
    unpacked(procedures.find("evidence"), Standard.SCORM_2004, shelf / "audited-sections", AUDITED)
    page.goto(f"{courses}scorm-2004.html?course=audited-sections/scorm-2004/index.html")
    said = page.frames[-1].locator(".ct-reported")
    expect(said).to_have_text(KEEPS)
    outcome = page.frames[-1].locator(".ct-all .ct-outcome").first.get_attribute("id") or ""
    page.frames[-1].evaluate("id => { location.hash = id; }", outcome)
    expect(said).to_have_text(KEPT_OUTCOME)
    assert [one["id"] for one in interactions(page, "scorm-2004")] == ["outcome"]


@pytest.mark.parametrize("mastery", [None, 0.8])
def test_cmi5_is_told_each_answer_and_that_she_passed(cmi5: Launch, mastery: float | None) -> None:
    visit = Visit(Enrolment(), mastery=mastery)
    page = cmi5(visit, "audited")
    play(page)
    expect(page.locator(".ct-reported")).to_have_text(f"{KEPT_OUTCOME} {EACH}")
    assert sorted(visit.verbs) == ["answered", "answered", "answered", "completed", "initialized", "passed"]
    answers = sorted(
        (one for one in visit.statements if verb_of(one) == "answered"), key=lambda one: one["timestamp"]
    )
    activity = visit.enrolment.activity
    assert [
        (one["object"]["id"].removeprefix(f"{activity}/"), one["result"]["response"]) for one in answers
    ] == [
        ("risk", "yes"),
        ("relevant", "matter"),
        ("disputed", "yes"),
    ]
    assert answers[0]["object"]["definition"]["choices"] == [
        {"id": "yes", "description": {"en": "Yes, or they might be"}},
        {"id": "no", "description": {"en": "No"}},
    ]
    assert visit.refused == []


def test_answers_that_were_not_taken_are_told_in_the_next_visit_at_their_time(cmi5: Launch) -> None:
    enrolment = Enrolment()
    lost = Visit(enrolment, down=frozenset({"answered"}))
    page = cmi5(lost, "audited")
    step(page)
    expect(page.locator(".ct-reported")).to_contain_text("has not kept your last answer yet")
    close(page, lost, "initialized")
    after = Visit(enrolment)
    page = cmi5(after, "audited")
    expect(page.locator(".ct-reported")).to_contain_text(EACH)
    answered = [one for one in after.statements if verb_of(one) == "answered"]
    assert [one["result"]["response"] for one in answered] == ["yes"]
    initialized = next(one for one in after.statements if verb_of(one) == "initialized")
    assert answered[0]["timestamp"] < initialized["timestamp"], "it was given before this visit"
    assert "answers" not in enrolment.documents["suspendData"]


def test_answers_that_wait_are_all_told_by_whoever_closes_the_window(cmi5: Launch) -> None:
    visit = Visit(Enrolment(), down=frozenset({"answered", "completed", "passed"}))
    page = cmi5(visit, "audited")
    play(page)
    expect(page.locator(".ct-reported")).to_contain_text("has not kept this outcome yet")
    visit.down = frozenset()
    close(page, visit, "initialized", "answered", "answered", "answered", "completed", "passed")


def test_a_visit_whose_answers_are_on_their_way_is_not_ended_by_going_back(cmi5: Launch, courses: str) -> None:
    visit = Visit(Enrolment(), back=f"{courses}scorm-12.html", slow=frozenset({"answered"}))
    page = cmi5(visit, "audited")
    step(page)
    page.once("dialog", lambda warning: warning.accept())
    page.get_by_role("link", name="Go back to your learning system").click()
    page.wait_for_url(f"{courses}scorm-12.html")
    page.wait_for_timeout(1_500)
    close(page, visit, "initialized", "answered")


@pytest.mark.parametrize("status", [400, 403])
def test_a_system_that_refuses_answers_keeps_the_outcome_and_is_said_to_refuse_them(
    cmi5: Launch, status: int
) -> None:
    enrolment = Enrolment()
    visit = Visit(enrolment, refuses={"answered": status})
    page = cmi5(visit, "audited")
    play(page)
    expect(page.locator(".ct-reported")).to_have_text(f"{KEPT_OUTCOME} {NOT_EACH}")
    assert not {"owed", "answers", "passing"} & set(enrolment.documents["suspendData"])
    close(page, visit, "initialized", "completed", "passed", "terminated")
    after = Visit(enrolment, refuses={"answered": status})
    page = cmi5(after, "audited")
    expect(page.locator(".ct-reported")).to_have_text(f"{KEPT_OUTCOME} {NOT_EACH}")
    close(page, after, "initialized", "terminated")


def test_an_answer_that_was_lost_and_then_refused_is_not_said_to_be_kept(cmi5: Launch) -> None:
    visit = Visit(Enrolment(), down=frozenset({"answered"}))
    page = cmi5(visit, "audited")
    step(page)
    expect(page.locator(".ct-reported")).to_contain_text("has not kept your last answer yet")
    visit.refuses, visit.down = {"answered": 403}, frozenset()
    expect(page.locator(".ct-reported")).to_contain_text(NOT_EACH, timeout=20_000)


def test_answers_of_a_visit_that_the_system_has_closed_are_told_in_the_next(cmi5: Launch) -> None:
    enrolment = Enrolment()
    closed = Visit(enrolment)
    page = cmi5(closed, "audited")
    expect(page.locator(".ct-reported")).to_contain_text("keeps your answers")
    closed.is_over = True
    step(page)
    expect(page.locator(".ct-reported")).to_contain_text("This visit is over.", timeout=20_000)
    close(page, closed, "initialized")
    after = Visit(enrolment)
    page = cmi5(after, "audited")
    expect(page.locator(".ct-reported")).to_contain_text(EACH)
    close(page, after, "answered", "initialized")


@pytest.mark.parametrize("status", [400, 403])
def test_a_system_that_refuses_points_keeps_the_outcome_and_is_said_to_refuse_them(
    cmi5: Launch, status: int
) -> None:
    visit = Visit(Enrolment(), refuses={"passed": status})
    page = cmi5(visit, "audited")
    play(page)
    expect(page.locator(".ct-reported")).to_have_text(f"{KEPT_OUTCOME} {EACH} {NO_POINTS}")
    close(page, visit, "initialized", "answered", "answered", "answered", "completed", "terminated")


def test_points_are_told_once_and_of_whoever_completed_before_they_were_chosen_too(cmi5: Launch) -> None:
    enrolment = Enrolment()
    before = Visit(enrolment)
    page = cmi5(before, "evidence")
    outcome = play(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    close(page, before, "initialized", "completed", "terminated")
    for verbs in (["initialized", "passed", "terminated"], ["initialized", "terminated"]):
        after = Visit(enrolment)
        page = cmi5(after, "audited")
        assert node(page) == outcome
        expect(page.locator(".ct-reported")).to_contain_text(KEPT_OUTCOME)
        close(page, after, *verbs)


def test_whoever_only_looks_leaves_no_answers(cmi5: Launch) -> None:
    visit = Visit(Enrolment(), launch_mode="Browse")
    page = cmi5(visit, "audited")
    play(page)
    assert page.locator(".ct-score").count() == 0
    close(page, visit, "initialized", "terminated")


def test_each_outcome_stands_behind_the_answers_that_led_to_it(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-2004", "audited")
    first = play(frame)
    frame.get_by_role("button", name="Start again").click()
    second = play(frame)
    told = [(one["id"], one["learner_response"]) for one in interactions(page, "scorm-2004")]
    assert told == [*ANSWERS, ("outcome", first), *ANSWERS, ("outcome", second)]
