"""A course never says that something is kept when it was not, whatever the learning system does."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from .learner import launch, leave, node, play, shown, step

KEPT = "Your learning system keeps your answers and the outcome that you reach."
KEPT_OUTCOME = "Your learning system has kept your answers and this outcome."
STATUS = "cmi.core.lesson_status"


def open_in(page: Page, courses: str, query: str) -> Frame:
    """Open a course in a learning system with a fault."""
    page.goto(f"{courses}faulty.html?course=evidence/scorm-12/index.html&{query}")
    return shown(page.frames[-1])


def said(frame: Frame, words: str) -> None:
    expect(frame.locator(".ct-reported")).to_contain_text(words)


def told(page: Page, name: str) -> list[str]:
    """Return every value that the learning system was told for a name."""
    values: list[str] = page.evaluate(
        "name => told.filter((one) => one[0] === name).map((one) => one[1])", name
    )
    return values


@pytest.mark.parametrize("fault", ["throws", "refuses"])
def test_what_is_refused_is_said_and_told_again_until_it_is_taken(page: Page, courses: str, fault: str) -> None:
    frame = open_in(page, courses, "")
    said(frame, KEPT)
    page.evaluate("fault => { window.fault = fault; }", fault)
    outcome = play(frame)
    said(frame, "Your learning system has not kept this outcome yet.")
    assert page.evaluate(f"JSON.parse(sessionStorage.kept ?? '{{}}')['{STATUS}']") != "completed"
    page.evaluate("window.fault = ''")
    expect(frame.locator(".ct-reported")).to_have_text(KEPT_OUTCOME, timeout=20_000)
    kept = page.evaluate("JSON.parse(sessionStorage.kept)")
    assert (kept[STATUS], kept["cmi.core.lesson_location"]) == ("completed", outcome)


def test_a_system_that_has_no_place_for_a_location_keeps_completion(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "fault=no location")
    play(frame)
    said(frame, KEPT_OUTCOME)
    assert told(page, STATUS)[-1] == "completed"


def test_completion_is_told_where_the_answers_are_not_taken(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "fault=no answers")
    play(frame)
    said(frame, "Your learning system has not kept this outcome yet.")
    assert page.evaluate("JSON.parse(sessionStorage.kept)")[STATUS] == "completed"


def test_a_status_that_was_not_committed_is_told_again(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "")
    step(frame)
    page.evaluate("window.fault = 'uncommitted'")
    play(frame)
    said(frame, "Your learning system has not kept this outcome yet.")
    page.evaluate("window.told = []; window.fault = ''")
    expect(frame.locator(".ct-reported")).to_have_text(KEPT_OUTCOME, timeout=20_000)
    assert told(page, STATUS) == ["completed"]


@pytest.mark.parametrize("fault", ["small", "smaller"])
def test_where_there_is_no_room_for_the_answers_the_outcome_is_kept_and_the_learner_told(
    page: Page, courses: str, fault: str
) -> None:
    frame = open_in(page, courses, f"fault={fault}")
    step(frame)
    said(frame, "Your learning system has no room for your answers. It keeps the outcome that you reach.")
    play(frame)
    said(frame, "Your learning system has kept the outcome. It has no room for your answers.")
    assert told(page, STATUS)[-1] == "completed"


def test_a_system_that_forgets_the_status_loses_no_completion(page: Page, courses: str) -> None:
    outcome = play(open_in(page, courses, "fault=forgets"))
    frame = open_in(page, courses, "fault=forgets")
    assert node(frame) == outcome
    frame.get_by_role("button", name="Start again").click()
    step(frame)
    said(frame, KEPT)
    assert set(told(page, STATUS)) == {"completed"}


def test_completion_that_an_older_package_reported_is_not_taken_away(page: Page, courses: str) -> None:
    page.goto(f"{courses}faulty.html")
    old = {"cmi.suspend_data": "{}", "cmi.core.lesson_location": "keep-it", STATUS: "completed"}
    page.evaluate("old => sessionStorage.setItem('kept', JSON.stringify(old))", old)
    step(open_in(page, courses, "fault=forgets"))
    assert set(told(page, STATUS)) == {"completed"}


def test_an_attempt_of_an_older_package_is_gone_on_with_and_the_learner_told(page: Page, courses: str) -> None:
    page.goto(f"{courses}faulty.html")
    old = {"cmi.suspend_data": '{"risk":["no"],"gone":["x"]}', STATUS: "incomplete"}
    page.evaluate("old => sessionStorage.setItem('kept', JSON.stringify(old))", old)
    frame = open_in(page, courses, "")
    assert node(frame) != "risk"
    expect(frame.locator(".ct-changed")).to_contain_text("This course has changed since you were here.")


def test_who_goes_back_keeps_her_later_answers_over_visits_too(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "")
    step(frame)
    step(frame)
    there = node(frame)
    frame.get_by_role("button", name="Back", exact=True).click()
    before, answers = node(frame), frame.locator(".ct-answers").inner_text()
    frame = open_in(page, courses, "")
    assert (node(frame), frame.locator(".ct-answers").inner_text()) == (before, answers)
    frame.get_by_role("button", name="Continue").click()
    assert node(frame) == there


@pytest.mark.parametrize("mode", ["browse", "review"])
def test_nothing_is_set_for_somebody_who_only_looks(page: Page, courses: str, mode: str) -> None:
    frame = open_in(page, courses, f"mode={mode}")
    play(frame)
    said(frame, "You are only looking at this course: nothing is kept or reported.")
    frame.evaluate("location.href = 'about:blank'")
    page.wait_for_function("window.finished")
    assert page.evaluate("told") == []


def test_a_lost_tab_loses_neither_progress_nor_time(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "")
    step(frame)
    kept = page.evaluate("JSON.parse(sessionStorage.kept)")
    assert kept["cmi.core.exit"] == "suspend"
    assert kept["cmi.suspend_data"]
    assert re.fullmatch(r"\d{2}:\d{2}:\d{2}", kept["cmi.core.session_time"])


def test_the_topmost_window_of_a_framed_pop_up_may_have_been_opened_by_the_learning_system(
    page: Page, courses: str
) -> None:
    page.goto(f"{courses}opener.html#evidence/scorm-12/index.html")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Launch").click()
    opened.value.wait_for_load_state()
    frame = shown(opened.value.frames[-1])
    said(frame, KEPT)
    play(frame)
    assert told(page, STATUS)[-1] == "completed"


@pytest.mark.parametrize(("fault", "words"), [("", KEPT), ("once", "This visit is over.")])
def test_a_page_that_the_browser_shows_again_tells_again_or_says_that_it_cannot(
    page: Page, courses: str, fault: str, words: str
) -> None:
    frame = open_in(page, courses, f"fault={fault}")
    frame.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    before = len(told(page, "cmi.suspend_data"))
    frame.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    said(frame, words)
    assert (len(told(page, "cmi.suspend_data")) > before) is (fault == "")


def test_a_page_that_is_shown_again_asks_again_until_it_has_an_answer(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "")
    step(frame)
    frame.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.evaluate("window.fault = 'throws'")
    frame.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    said(frame, "Your learning system has not kept your last answer yet.")
    play(frame)
    page.evaluate("window.fault = ''")
    expect(frame.locator(".ct-reported")).to_have_text(KEPT_OUTCOME, timeout=20_000)
    assert told(page, STATUS)[-1] == "completed"


def test_an_outcome_that_was_not_taken_is_told_though_the_learner_has_gone_on(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "")
    page.evaluate("window.fault = 'refuses'")
    outcome = play(frame)
    said(frame, "Your learning system has not kept this outcome yet.")
    frame.get_by_role("button", name="Start again").click()
    said(frame, "Your learning system has not kept the outcome that you reached yet.")
    page.evaluate("window.fault = ''")
    expect(frame.locator(".ct-reported")).to_have_text(KEPT, timeout=20_000)
    kept = page.evaluate("JSON.parse(sessionStorage.kept)")
    assert (kept[STATUS], kept["cmi.core.lesson_location"]) == ("completed", outcome)


@pytest.mark.parametrize("standard", ["scorm-12", "scorm-2004"])
def test_time_is_reported_and_the_visit_is_suspended_after_completion(
    page: Page, courses: str, standard: str
) -> None:
    """ "normal" would end the attempt, and the next visit would open another."""
    frame = launch(page, courses, standard, "evidence")
    page.wait_for_timeout(1_100)
    play(frame)
    cmi = leave(page)
    core = cmi.get("core", cmi)
    assert core["exit"] == "suspend"
    assert re.search(r"[1-9]", core["session_time"]), core["session_time"]


def test_a_system_that_is_not_ready_when_the_course_is_is_waited_for(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "fault=not ready")
    said(frame, KEPT)
    play(frame)
    said(frame, KEPT_OUTCOME)
    assert told(page, STATUS)[-1] == "completed"


def test_what_comes_late_to_a_system_is_not_taken_for_cut(page: Page, courses: str) -> None:
    frame = open_in(page, courses, "fault=late")
    play(frame)
    expect(frame.locator(".ct-reported")).to_have_text(KEPT_OUTCOME, timeout=20_000)
    boxes = frame.locator("input[data-duty]")
    assert boxes.count() > 1
    for box in boxes.all():
        box.check()
    expect(frame.locator(".ct-reported")).to_have_text(KEPT_OUTCOME, timeout=20_000)
    page.wait_for_timeout(1_000)  # what was told last is kept by then
    page.reload()
    frame = shown(page.frames[-1])
    assert all(box.is_checked() for box in frame.locator("input[data-duty]").all())
