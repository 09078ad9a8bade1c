"""The packages for cmi5. There is no system to take: ours refuses what the standard forbids."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .cmi5_rules import faults_in
from .cmi5_visit import Enrolment, Launch, Visit, close, verb_of
from .learner import node, play, shown, step
from .trees import SITE_TREES

KEPT = "Your learning system keeps your answers and the outcome that you reach."
KEPT_OUTCOME = "Your learning system has kept your answers and this outcome."
NOT_KEPT_OUTCOME = "Your learning system has not kept this outcome yet."


def complete(page: Page) -> str:
    """Go on until an outcome is reached and kept, and return its id."""
    outcome = play(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    return outcome


@pytest.mark.parametrize("tree", [*SITE_TREES, "numbers-and-dates", "visiting"])
def test_cmi5_is_told_in_turn_and_in_the_form_that_it_asks_for(cmi5: Launch, tree: str) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, tree)
    outcome = complete(page)
    close(page, visit, "initialized", "completed", "terminated")
    result = next(s["result"] for s in visit.statements if verb_of(s) == "completed")
    assert result["response"] == outcome
    assert result["extensions"]["urn:clausetree:outcome"]["id"] == outcome


def test_cmi5_brings_a_learner_back_and_is_told_of_completion_once(cmi5: Launch) -> None:
    enrolment = Enrolment()
    first = Visit(enrolment)
    page = cmi5(first, "messaging")
    step(page)
    here = node(page)
    close(page, first, "initialized")  # left open: it may be that the page is loaded again
    second = Visit(enrolment)
    page = cmi5(second, "messaging")
    assert node(page) == here
    outcome = complete(page)
    close(page, second, "initialized", "completed", "terminated")
    third = Visit(enrolment)
    page = cmi5(third, "messaging")
    assert node(page) == outcome
    page.get_by_role("button", name="Start again").click()
    play(page)
    close(page, third, "initialized", "terminated")


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_cmi5_is_told_of_no_completion_by_somebody_who_only_looks(cmi5: Launch, mode: str) -> None:
    visit = Visit(Enrolment(), launch_mode=mode)
    page = cmi5(visit, "evidence")
    play(page)
    close(page, visit, "initialized", "terminated")


def test_cmi5_gets_the_learner_back_where_it_asked_for_her(cmi5: Launch, courses: str) -> None:
    visit = Visit(Enrolment(), back=f"{courses}scorm-12.html")
    page = cmi5(visit, "evidence")
    page.get_by_role("link", name="Go back to your learning system").click()
    page.wait_for_url(f"{courses}scorm-12.html")
    close(page, visit, "initialized", "terminated")


def test_a_visit_whose_outcome_is_owed_is_not_ended_by_going_back(cmi5: Launch, courses: str) -> None:
    visit = Visit(Enrolment(), back=f"{courses}scorm-12.html", down=frozenset({"completed"}))
    page = cmi5(visit, "evidence")
    play(page)
    expect(page.locator(".ct-reported")).to_contain_text(NOT_KEPT_OUTCOME)
    page.once("dialog", lambda warning: warning.accept())
    page.get_by_role("link", name="Go back to your learning system").click()
    page.wait_for_url(f"{courses}scorm-12.html")
    close(page, visit, "initialized")


def test_who_is_warned_on_her_way_back_and_stays_goes_on_with_her_visit(cmi5: Launch, courses: str) -> None:
    visit = Visit(Enrolment(), back=f"{courses}scorm-12.html", down=frozenset({"completed"}))
    page = cmi5(visit, "evidence")
    play(page)
    expect(page.locator(".ct-reported")).to_contain_text(NOT_KEPT_OUTCOME)
    page.once("dialog", lambda warning: warning.dismiss())
    page.get_by_role("link", name="Go back to your learning system").click()
    visit.down = frozenset()
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME, timeout=20_000)
    close(page, visit, "initialized", "completed", "terminated")


def test_a_system_that_gives_no_key_is_not_waited_for_without_a_word(page: Page, courses: str) -> None:
    page.add_init_script(
        "AbortSignal.timeout = () => window.patience.signal; patience = new AbortController();"
    )
    page.route("**/lrs/token", lambda _: None)
    page.goto(f"{courses}evidence/cmi5/index.html?{Visit(Enrolment()).query(courses)}")
    said = page.locator(".ct-reported")
    expect(said).to_have_text("Asking your learning system to begin…")
    page.evaluate("patience.abort()")
    expect(said).to_contain_text("No learning system answers.")


@pytest.mark.parametrize("part", ["completed", "state"])
def test_what_was_not_taken_is_said_and_told_again_until_it_is(cmi5: Launch, part: str) -> None:
    visit = Visit(Enrolment(), down=frozenset({part}))
    page = cmi5(visit, "evidence")
    play(page)
    said = page.locator(".ct-reported")
    expect(said).to_contain_text(NOT_KEPT_OUTCOME)
    visit.down = frozenset()
    expect(said).to_have_text(KEPT_OUTCOME, timeout=20_000)
    assert visit.enrolment.documents["suspendData"]["done"] is True
    assert "owed" not in visit.enrolment.documents["suspendData"]
    close(page, visit, "initialized", "completed", "terminated")


@pytest.mark.parametrize(
    ("down", "verbs"),
    [
        ({"completed"}, ["initialized"]),
        ({"completed", "state"}, ["initialized"]),
        ({"initialized", "completed", "state"}, []),
        ({"initialized"}, []),
    ],
)
def test_completion_that_was_lost_is_told_in_the_next_visit(
    cmi5: Launch, down: set[str], verbs: list[str]
) -> None:
    enrolment = Enrolment()
    lost = Visit(enrolment, down=frozenset(down))
    page = cmi5(lost, "evidence")
    outcome = play(page)
    expect(page.locator(".ct-reported")).to_contain_text(NOT_KEPT_OUTCOME)
    close(page, lost, *verbs)
    after = Visit(enrolment)
    page = cmi5(after, "evidence")
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    assert page.evaluate("localStorage.length") == 0
    close(page, after, "initialized", "completed", "terminated")
    completed = next(s for s in after.statements if verb_of(s) == "completed")
    assert completed["result"]["response"] == outcome


@pytest.mark.parametrize("verb", ["initialized", "completed"])
def test_what_was_taken_without_an_answer_is_known_to_stand_there_when_it_is_refused(
    cmi5: Launch, verb: str
) -> None:
    visit = Visit(Enrolment(), unanswered=frozenset({verb}))
    page = cmi5(visit, "evidence")
    play(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME, timeout=20_000)
    close(page, visit, "initialized", "completed", "terminated")


def test_an_outcome_that_was_taken_without_an_answer_closes_no_later_visit(cmi5: Launch) -> None:
    enrolment = Enrolment()
    lost = Visit(enrolment, unanswered=frozenset({"completed"}), down=frozenset({"state"}))
    page = cmi5(lost, "evidence")
    play(page)
    expect(page.locator(".ct-reported")).to_contain_text(NOT_KEPT_OUTCOME)
    close(page, lost, "initialized", "completed")
    after = Visit(enrolment)
    page = cmi5(after, "evidence")
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    page.get_by_role("button", name="Start again").click()
    step(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT)
    assert "owed" not in enrolment.documents["suspendData"]
    close(page, after, "initialized", "terminated")


def test_what_the_browser_fails_as_she_leaves_is_no_trouble_of_the_system(cmi5: Launch) -> None:
    """Chromium fails what is on its way before it tells the page that it is left."""
    visit = Visit(Enrolment())
    page = cmi5(visit, "evidence")
    play(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    visit.takes, visit.down = 0.5, frozenset({"state"})
    page.get_by_role("button", name="Start again").click()
    page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    expect(page.locator(".ct-reported")).to_contain_text("has not kept")
    close(page, visit, "initialized", "completed", "terminated")


def test_a_system_that_is_in_trouble_is_not_told_that_she_is_through(cmi5: Launch) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, "evidence")
    play(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    visit.down = frozenset({"state"})
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".ct-reported")).to_contain_text("has not kept")
    close(page, visit, "initialized", "completed")


def test_a_statement_that_is_refused_and_never_arrived_is_not_said_to_be_kept(cmi5: Launch) -> None:
    enrolment = Enrolment(completed=True)  # by another browser, whose document was lost
    visit = Visit(enrolment)
    page = cmi5(visit, "evidence")
    play(page)
    expect(page.locator(".ct-reported")).to_contain_text(NOT_KEPT_OUTCOME)
    page.wait_for_timeout(3_000)  # it is told again after two seconds, and refused again
    expect(page.locator(".ct-reported")).to_contain_text(NOT_KEPT_OUTCOME)


def test_an_outcome_of_a_visit_that_the_system_has_closed_is_told_in_the_next(cmi5: Launch) -> None:
    enrolment = Enrolment()
    closed = Visit(enrolment, down=frozenset({"completed", "state"}))
    page = cmi5(closed, "evidence")
    outcome = play(page)
    expect(page.locator(".ct-reported")).to_contain_text(NOT_KEPT_OUTCOME)
    closed.is_over = True
    expect(page.locator(".ct-reported")).to_contain_text("This visit is over.", timeout=20_000)
    close(page, closed, "initialized")
    after = Visit(enrolment)
    page = cmi5(after, "evidence")
    assert node(page) == outcome
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    close(page, after, "initialized", "completed", "terminated")


def test_an_outcome_that_only_this_browser_knows_is_told_though_another_has_kept_something_since(
    cmi5: Launch,
) -> None:
    enrolment = Enrolment()
    lost = Visit(enrolment, down=frozenset({"completed", "state"}))
    page = cmi5(lost, "evidence")
    outcome = play(page)
    expect(page.locator(".ct-reported")).to_contain_text(NOT_KEPT_OUTCOME)
    close(page, lost, "initialized")
    enrolment.documents["suspendData"] = {"kept": "", "done": False, "at": 4_000_000_000_000}
    after = Visit(enrolment)
    page = cmi5(after, "evidence")
    assert node(page) != outcome  # the answers are those that were kept last
    expect(page.locator(".ct-reported")).to_have_text(KEPT)
    close(page, after, "initialized", "completed", "terminated")
    completed = next(s for s in after.statements if verb_of(s) == "completed")
    assert completed["result"]["response"] == outcome


def test_a_page_that_is_loaded_again_goes_on_with_its_visit(cmi5: Launch) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, "evidence")
    step(page)
    here = node(page)
    page.reload()
    assert node(shown(page)) == here
    complete(page)
    close(page, visit, "initialized", "completed", "terminated")


def test_a_visit_that_is_over_is_said_to_be_on_a_page_that_the_browser_shows_again(cmi5: Launch) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, "evidence")
    play(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".ct-reported")).to_contain_text("This visit is over.")
    close(page, visit, "initialized", "completed", "terminated")


def test_a_visit_that_is_not_over_goes_on_on_a_page_that_the_browser_shows_again(cmi5: Launch) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, "evidence")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    complete(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT_OUTCOME)
    close(page, visit, "initialized", "completed", "terminated")


def test_completion_in_another_window_is_not_taken_away_by_a_page_that_is_shown_again(cmi5: Launch) -> None:
    enrolment = Enrolment()
    visit = Visit(enrolment)
    page = cmi5(visit, "evidence")
    step(page)
    expect(page.locator(".ct-reported")).to_have_text(KEPT)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    enrolment.documents["suspendData"] |= {"done": True, "at": 4_000_000_000_000}
    with page.expect_response(lambda answer: "suspendData" in answer.url and answer.request.method == "GET"):
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".ct-reported")).to_have_text(KEPT)
    step(page)
    expect(page.locator(".ct-reported")).to_contain_text(KEPT.split(" your answers")[0])
    assert enrolment.documents["suspendData"]["at"] < 4_000_000_000_000
    assert enrolment.documents["suspendData"]["done"] is True


def test_an_attempt_of_an_older_package_is_gone_on_with(cmi5: Launch) -> None:
    enrolment = Enrolment(documents={"progress": {"kept": '{"platform":["whatsapp"]}', "done": False}})
    page = cmi5(Visit(enrolment), "messaging")
    expect(page.locator(".ct-answers")).to_contain_text("WhatsApp")


OUT_OF_FORM: list[dict[str, Any]] = [
    {"id": "7"},
    {"timestamp": "2026-01-01T10:00:00+05:00"},
    {"actor": {"mbox": "mailto:a@example.org"}},
    {"object": {"id": "urn:other"}},
    {"result": {"completion": True}},
    {"result": {"completion": True, "duration": "PT1S", "success": True}},
    {"verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}},
    {"context": {}},
]


def test_the_stand_in_refuses_a_statement_that_is_not_in_form(cmi5: Launch) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, "evidence")
    complete(page)
    close(page, visit, "initialized", "completed", "terminated")
    completed = next(s for s in visit.statements if "completion" in s.get("result", {}))
    before = Visit(Enrolment(), statements=visit.statements[:1], asked_preferences=True)
    assert list(faults_in(completed, before)) == []
    assert [change for change in OUT_OF_FORM if not list(faults_in({**completed, **change}, before))] == []


def test_one_thing_is_told_after_the_other_while_the_page_lives(cmi5: Launch) -> None:
    """Some systems lose one of two things that come at the same moment."""
    visit = Visit(Enrolment(), takes=0.2)
    page = cmi5(visit, "audited")
    play(page)
    expect(page.locator(".ct-reported")).to_contain_text(KEPT_OUTCOME, timeout=20_000)
    assert visit.at_once == 1


def test_whoever_closes_the_window_waits_for_no_turn(cmi5: Launch) -> None:
    visit = Visit(Enrolment(), takes=0.5)
    page = cmi5(visit, "evidence")
    play(page)
    page.goto("about:blank")
    for _ in range(200):
        if "completed" in visit.verbs:
            break
        page.wait_for_timeout(100)
    assert "completed" in visit.verbs


def test_nothing_is_ended_that_could_not_be_begun(cmi5: Launch) -> None:
    visit = Visit(Enrolment(), launch_mode="Browse", down=frozenset({"initialized"}))
    page = cmi5(visit, "evidence")
    step(page)
    close(page, visit)
