"""The packages run in learning systems, and report what the learner reached.

SCORM's is one that we did not write. For cmi5 there is none to take: ours refuses what the standard forbids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from clausetree.render import course
from clausetree.render.downloads import STANDARDS
from clausetree.tree.wire import Procedure

from ..building import PROJECT
from ..publish.test_packages import unpacked
from .axe import violations
from .learning_system import Enrolment, LearningSystem, Visit, faults_in
from .serving import serve

SCORM_AGAIN = PROJECT / "node_modules" / "scorm-again" / "dist"
SITE_TREES = sorted(path.stem for path in (PROJECT / "trees").glob("*.tree"))
OTHER_TREES = ["many-of-none", "next-tree", "numbers-and-dates", "steps", "visiting"]
"""Cases of the language that no procedure of the site has."""

APIS = {
    "scorm-12": ("scorm12.min.js", "API", "Scorm12API"),
    "scorm-2004": ("scorm2004.min.js", "API_1484_11", "Scorm2004API"),
}
STATUS = {"scorm-12": "cmi.core.lesson_status", "scorm-2004": "cmi.completion_status"}
LOCATION = {"scorm-12": "cmi.core.lesson_location", "scorm-2004": "cmi.location"}
RESPONSE = {"scorm-12": "student_response", "scorm-2004": "learner_response"}
LMS = """\
<!doctype html><html lang="en"><title>A learning system</title><script src="{script}"></script>
<iframe width="900" height="900" title="The course"></iframe>
<script>
  const course = new URLSearchParams(location.search).get("course");
  const api = window.{api} = new {make}({{ autocommit: false }});
  const kept = JSON.parse(sessionStorage.getItem(course));
  if (kept) api.loadFromJSON(kept);
  document.querySelector("iframe").src = course;
  // What a learning system does when a learner leaves: it keeps what it was told, for the next visit.
  function leave() {{
    document.querySelector("iframe").remove();
    const told = JSON.parse(JSON.stringify(api.cmi));
    const {{ suspend_data }} = told;
    sessionStorage.setItem(course, JSON.stringify({{ suspend_data, ...({keeps}) }}));
    return told;
  }}
</script>
"""
KEEPS = {
    "scorm-12": "(({ lesson_status, lesson_location: at }) => "
    "({ core: { lesson_status, lesson_location: at } }))(told.core)",
    "scorm-2004": "{ completion_status: told.completion_status, location: told.location }",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, all_procedures: tuple[Procedure, ...]) -> Path:
    """Every package, unpacked as a learning system does, beside that system's own page."""
    folder = tmp_path_factory.mktemp("courses")
    for standard in STANDARDS:
        for procedure in all_procedures:
            if procedure.tree.id in (*SITE_TREES, *OTHER_TREES):
                unpacked(procedure, standard, folder / procedure.tree.id)
        if standard in APIS:
            script, api, make = APIS[standard]
            (folder / script).write_bytes((SCORM_AGAIN / script).read_bytes())
            page = LMS.format(script=script, api=api, make=make, keeps=KEEPS[standard])
            (folder / f"{standard}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def courses(shelf: Path) -> Iterator[str]:
    """The address of a learning system that has every package."""
    with serve(shelf, LearningSystem) as address:
        yield address


@pytest.fixture
def page(browser: Browser, courses: str) -> Iterator[Page]:
    """A fresh browser; nothing that runs in it may fail, or ask for anything elsewhere."""
    context = browser.new_context()
    fresh = context.new_page()
    faults: list[str] = []
    fresh.on("pageerror", lambda error: faults.append(str(error)))
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    yield fresh
    context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith((courses, "about:"))] == []


def launch(page: Page, courses: str, standard: str, tree: str) -> Frame:
    """Open a course in the SCORM runtime, and return the frame that it runs in."""
    page.goto(f"{courses}{standard}.html?course={tree}/{standard}/index.html")
    return shown(page.frames[-1])


def shown[Place: (Page, Frame)](place: Place) -> Place:
    place.locator(".ct-live .ct-node").wait_for()
    return place


def leave(page: Page) -> dict[str, Any]:
    """Leave the course, and return what the learning system knows."""
    told: dict[str, Any] = page.evaluate("leave()")
    return told


def step(place: Page | Frame) -> None:
    """Answer what is asked with its first option, or go on from a step."""
    live = place.locator(".ct-live")
    if live.locator(".ct-fieldset input").count():
        live.locator(".ct-fieldset input").first.check()
    before = live.inner_html()
    live.locator("button[type=submit]").click()
    place.wait_for_function("before => document.querySelector('.ct-live').innerHTML !== before", arg=before)


def node(place: Page | Frame) -> str:
    return place.locator(".ct-live").get_attribute("data-node") or ""


def play(place: Page | Frame) -> str:
    """Go on until an outcome is reached, and return its id."""
    for _ in range(40):
        if place.locator(".ct-live .ct-outcome").count():
            return node(place)
        step(place)
    raise AssertionError("no outcome was reached")


@pytest.mark.parametrize("standard", APIS)
@pytest.mark.parametrize("tree", [*SITE_TREES, *OTHER_TREES])
def test_every_tree_reports_completion_and_the_outcome(
    page: Page, courses: str, standard: str, tree: str
) -> None:
    api = APIS[standard][1]
    frame = launch(page, courses, standard, tree)
    if not frame.locator(".ct-live .ct-outcome").count():
        assert page.evaluate(f"{api}.{STATUS[standard]}") == "incomplete"
    outcome = play(frame)
    assert page.evaluate(f"{api}.{STATUS[standard]}") == "completed"
    assert page.evaluate(f"{api}.{LOCATION[standard]}") == outcome
    assert page.evaluate(f"{api}.cmi.interactions.childArray[0].toJSON().{RESPONSE[standard]}") == outcome
    assert page.evaluate(f"{api}.lastErrorCode") in ("0", 0)


@pytest.mark.parametrize("standard", APIS)
@pytest.mark.parametrize("tree", SITE_TREES)
def test_a_learner_who_leaves_half_way_comes_back_to_where_she_was(
    page: Page, courses: str, standard: str, tree: str
) -> None:
    frame = launch(page, courses, standard, tree)
    step(frame)
    here, words = node(frame), frame.locator(".ct-live").inner_text()
    leave(page)
    frame = launch(page, courses, standard, tree)
    assert (node(frame), frame.locator(".ct-live").inner_text()) == (here, words)
    outcome = play(frame)
    leave(page)
    frame = launch(page, courses, standard, tree)
    assert node(frame) == outcome
    assert page.evaluate(f"{APIS[standard][1]}.{STATUS[standard]}") == "completed"


@pytest.mark.parametrize("standard", APIS)
def test_beginning_again_takes_no_completion_away(page: Page, courses: str, standard: str) -> None:
    frame = launch(page, courses, standard, "evidence")
    play(frame)
    frame.get_by_role("button", name="Start again").click()
    assert frame.locator(".ct-live .ct-question").is_visible()
    told = leave(page)
    status = told["core"]["lesson_status"] if standard == "scorm-12" else told["completion_status"]
    assert status == "completed"


type Launch = Callable[[Visit, str], Page]


@pytest.fixture
def cmi5(page: Page, courses: str, monkeypatch: pytest.MonkeyPatch) -> Launch:
    """Launches a course as cmi5 has it, for a visit."""

    def open_course(visit: Visit, tree: str) -> Page:
        monkeypatch.setattr(LearningSystem, "visit", visit, raising=False)
        page.goto(f"{courses}{tree}/cmi5/index.html?{visit.query(courses)}")
        return shown(page)

    return open_course


def close(page: Page, visit: Visit) -> None:
    """Leave the page. What is sent while it goes comes in after a moment."""
    page.goto("about:blank")
    for _ in range(50):
        if "terminated" in visit.verbs or visit.refused:
            break
        page.wait_for_timeout(100)
    assert visit.refused == []


@pytest.mark.parametrize("tree", [*SITE_TREES, "numbers-and-dates", "visiting"])
def test_cmi5_is_told_in_turn_and_in_the_form_that_it_asks_for(cmi5: Launch, tree: str) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, tree)
    outcome = play(page)
    close(page, visit)
    assert visit.verbs == ["initialized", "completed", "terminated"]
    result = visit.statements[1]["result"]
    assert result["response"] == outcome
    assert result["extensions"]["urn:clausetree:outcome"]["id"] == outcome


def test_cmi5_brings_a_learner_back_and_is_told_of_completion_once(cmi5: Launch) -> None:
    enrolment = Enrolment()
    first = Visit(enrolment)
    page = cmi5(first, "messaging")
    step(page)
    here = node(page)
    close(page, first)
    assert first.verbs == ["initialized", "terminated"]
    second = Visit(enrolment)
    page = cmi5(second, "messaging")
    assert node(page) == here
    outcome = play(page)
    close(page, second)
    assert second.verbs == ["initialized", "completed", "terminated"]
    third = Visit(enrolment)
    page = cmi5(third, "messaging")
    assert node(page) == outcome
    page.get_by_role("button", name="Start again").click()
    play(page)
    close(page, third)
    assert third.verbs == ["initialized", "terminated"]


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_cmi5_is_told_of_no_completion_by_somebody_who_only_looks(cmi5: Launch, mode: str) -> None:
    visit = Visit(Enrolment(), launch_mode=mode)
    page = cmi5(visit, "evidence")
    play(page)
    close(page, visit)
    assert visit.verbs == ["initialized", "terminated"]


def test_cmi5_gets_the_learner_back_where_it_asked_for_her(cmi5: Launch, courses: str) -> None:
    visit = Visit(Enrolment(), back=f"{courses}scorm-12.html")
    page = cmi5(visit, "evidence")
    page.get_by_role("link", name="Go back to your learning system").click()
    page.wait_for_url(f"{courses}scorm-12.html")
    close(page, visit)
    assert visit.verbs == ["initialized", "terminated"]


@pytest.mark.parametrize(
    "change",
    [
        {"id": "7"},
        {"timestamp": "2026-01-01T10:00:00+05:00"},
        {"actor": {"mbox": "mailto:a@example.org"}},
        {"object": {"id": "urn:other"}},
        {"result": {"completion": True}},
        {"result": {"completion": True, "duration": "PT1S", "success": True}},
        {"verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}},
        {"context": {}},
    ],
)
def test_the_stand_in_refuses_a_statement_that_is_not_in_form(cmi5: Launch, change: dict[str, Any]) -> None:
    visit = Visit(Enrolment())
    page = cmi5(visit, "evidence")
    play(page)
    close(page, visit)
    completed = next(s for s in visit.statements if "completion" in s.get("result", {}))
    before = Visit(Enrolment(), statements=visit.statements[:1], asked_preferences=True)
    assert list(faults_in(completed, before)) == []
    assert list(faults_in({**completed, **change}, before))


def test_an_empty_answer_is_refused_in_the_words_of_the_site(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-12", "evidence")
    frame.locator(".ct-live button[type=submit]").click()
    frame.get_by_role("alert").wait_for()
    assert frame.evaluate("document.activeElement.className") == "ct-errors"


def test_the_learner_can_go_back_and_change_an_answer(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-12", "numbers-and-dates")
    frame.get_by_label("13 to 15 years").check()
    frame.get_by_role("button", name="Continue").click()
    assert node(frame) == "day"
    assert "13 to 15 years" in frame.locator(".ct-answers").inner_text()
    frame.get_by_role("button", name="Change").click()
    frame.get_by_label("16 to 60 years").check()
    frame.get_by_role("button", name="Continue").click()
    assert node(frame) == "old"


def test_a_page_without_a_learning_system_says_that_nothing_is_reported(page: Page, courses: str) -> None:
    for standard in STANDARDS:
        page.goto(f"{courses}evidence/{standard}/index.html")
        page.get_by_text("No learning system answers.").wait_for()
        assert play(page)


def test_where_there_are_too_many_ways_the_sections_report_and_bring_the_learner_back(
    page: Page, courses: str, shelf: Path, procedures: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "MOST_VIEWS", 3)
    unpacked(procedures.find("evidence"), "scorm-12", shelf / "sections")
    address = f"{courses}scorm-12.html?course=sections/scorm-12/index.html"
    page.goto(address)
    frame = page.frames[-1]
    frame.locator(".ct-all .ct-go").first.click()
    there = frame.evaluate("location.hash")
    assert there
    leave(page)
    page.goto("about:blank")
    page.goto(address)
    frame = page.frames[-1]
    frame.wait_for_function("there => location.hash === there", arg=there)
    outcome = frame.locator(".ct-all .ct-outcome").first.get_attribute("id") or ""
    frame.evaluate("id => { location.hash = id; }", outcome)
    page.wait_for_function("API.cmi.core.lesson_status === 'completed'")
    assert outcome.endswith(page.evaluate("API.cmi.core.lesson_location"))


def test_without_scripts_a_course_is_the_linked_sections(browser: Browser, courses: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{courses}evidence/scorm-12/index.html")
    assert not page.locator(".ct-tree").is_visible()
    assert page.locator(".ct-all .ct-outcome").count() > 1
    context.close()


def test_a_course_is_accessible_at_every_stop(page: Page, courses: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{courses}numbers-and-dates/scorm-12/index.html")
    shown(page)
    while True:
        assert violations(page) == []  # in light and in dark
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        if page.locator(".ct-live .ct-outcome").count():
            break
        step(page)
