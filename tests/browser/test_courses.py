"""The packages run in learning systems that we did not write, and report what the learner reached."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Frame, Page, Route

from publish.packages import STANDARDS, package_name, write_package
from publish.policies import load_policies
from publish.procedures import Procedures, load_procedures

from ..building import PROJECT
from .serving import QuietHandler, serve

TREE = "evidence"
SCORM_AGAIN = PROJECT / "node_modules" / "scorm-again" / "dist"
APIS = {
    "scorm-12": ("scorm12.min.js", "window.API = new Scorm12API({ autocommit: false });"),
    "scorm-2004": ("scorm2004.min.js", "window.API_1484_11 = new Scorm2004API({ autocommit: false });"),
}


@pytest.fixture(scope="module")
def procedures_here() -> Procedures:
    return load_procedures(PROJECT / "trees", load_policies(PROJECT / "docs").registry)


@pytest.fixture(scope="module")
def courses(tmp_path_factory: pytest.TempPathFactory, procedures_here: Procedures) -> Iterator[str]:
    """Every package of one procedure, unpacked as a learning system does, beside that system's own page."""
    folder = tmp_path_factory.mktemp("courses")
    procedure = procedures_here.find(TREE)
    assert procedure is not None
    styles = PROJECT / "site_overrides" / "assets" / "stylesheets"
    for standard in STANDARDS:
        package = folder / package_name(procedure, standard)
        write_package(procedure, standard, styles, "", package)
        with ZipFile(package) as archive:
            archive.extractall(folder / standard)
        if standard in APIS:
            script, start = APIS[standard]
            (folder / script).write_bytes((SCORM_AGAIN / script).read_bytes())
            page = (
                f'<!doctype html><title>LMS</title><script src="{script}"></script><script>{start}</script>'
                f'<iframe src="{standard}/index.html" width="900" height="900"></iframe>'
            )
            (folder / f"{standard}.html").write_text(page, encoding="utf-8")
    with serve(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A learning system sends no security policy of ours."""
    monkeypatch.setattr(QuietHandler, "end_headers", SimpleHTTPRequestHandler.end_headers)
    context = browser.new_context()
    fresh = context.new_page()
    faults: list[str] = []
    fresh.on("pageerror", lambda error: faults.append(str(error)))
    yield fresh
    context.close()
    assert faults == []


def play(course: Page | Frame) -> str:
    """Answer the first option of everything until an outcome is reached, and return its id."""
    for _ in range(30):
        live = course.locator(".ct-live")
        live.locator(".ct-node").wait_for()
        if live.locator(".ct-outcome").count():
            return live.get_attribute("data-node") or ""
        if live.locator(".ct-fieldset input").count():
            live.locator(".ct-fieldset input").first.check()
        before = live.inner_html()
        live.locator("button[type=submit]").click()
        course.wait_for_function(
            "before => document.querySelector('.ct-live').innerHTML !== before", arg=before
        )
    raise AssertionError("no outcome was reached")


def frame_of(page: Page, standard: str) -> Frame:
    page.wait_for_load_state("networkidle")
    return next(frame for frame in page.frames if f"/{standard}/" in frame.url)


def test_scorm_1_2_reports_completion_and_the_outcome(page: Page, courses: str) -> None:
    page.goto(f"{courses}scorm-12.html")
    assert page.evaluate("API.cmi.core.lesson_status") == "incomplete"
    outcome = play(frame_of(page, "scorm-12"))
    assert page.evaluate("API.cmi.core.lesson_status") == "completed"
    assert page.evaluate("API.cmi.core.lesson_location") == outcome
    assert page.evaluate("API.cmi.interactions.childArray[0].toJSON().student_response") == outcome
    assert page.evaluate("API.lastErrorCode") in ("0", 0)


def test_scorm_2004_reports_completion_and_the_outcome(page: Page, courses: str) -> None:
    page.goto(f"{courses}scorm-2004.html")
    outcome = play(frame_of(page, "scorm-2004"))
    assert page.evaluate("API_1484_11.cmi.completion_status") == "completed"
    assert page.evaluate("API_1484_11.cmi.location") == outcome
    assert page.evaluate("API_1484_11.cmi.interactions.childArray[0].learner_response") == outcome
    assert page.evaluate("API_1484_11.lastErrorCode") in ("0", 0)


def test_cmi5_sends_its_statements_to_the_system_that_launched_it(
    page: Page, courses: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, Any]] = []

    def take(handler: QuietHandler) -> None:
        """The last statement is sent while the page goes, when nothing in the browser can catch it."""
        assert handler.headers["Authorization"] == "Basic secret"
        sent.append(json.loads(handler.rfile.read(int(handler.headers["Content-Length"]))))
        handler.send_response(204)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    monkeypatch.setattr(QuietHandler, "do_POST", take, raising=False)

    def answer(route: Route) -> None:
        request = route.request
        if request.url.endswith("/token"):
            route.fulfill(json={"auth-token": "secret"})
        elif "activities/state" in request.url:
            activities = {"grouping": [{"id": "urn:x"}]}
            route.fulfill(json={"launchMode": "Normal", "contextTemplate": {"contextActivities": activities}})
        else:
            route.continue_()

    page.route("**/lrs/**", answer)
    launch = {
        "endpoint": f"{courses}lrs/",
        "fetch": f"{courses}lrs/token",
        "actor": json.dumps({"account": {"homePage": "https://x.example", "name": "7"}}),
        "registration": "0b1f8f0e-7f0c-4a0e-9a75-9a5e8d7a8a10",
        "activityId": "urn:activity",
    }
    page.goto(f"{courses}cmi5/index.html?{urlencode(launch)}")
    outcome = play(page)
    page.goto("about:blank")
    page.wait_for_timeout(300)
    verbs = [str(statement["verb"]["id"]).rpartition("/")[2] for statement in sent]
    assert verbs == ["initialized", "completed", "terminated"]
    completed = sent[1]
    assert completed["result"]["response"] == outcome
    assert completed["result"]["completion"] is True
    assert completed["context"]["registration"] == launch["registration"]
    categories = [entry["id"] for entry in completed["context"]["contextActivities"]["category"]]
    assert categories == [
        f"https://w3id.org/xapi/cmi5/context/categories/{name}" for name in ("cmi5", "moveon")
    ]


def test_a_course_asks_nothing_of_any_other_system(page: Page, courses: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{courses}scorm-12.html")
    play(frame_of(page, "scorm-12"))
    assert all(url.startswith(courses) for url in asked)


def test_an_empty_answer_is_refused_in_the_words_of_the_site(page: Page, courses: str) -> None:
    page.goto(f"{courses}scorm-12/index.html")
    page.locator(".ct-live button[type=submit]").click()
    page.get_by_role("alert").wait_for()
    assert page.evaluate("document.activeElement.className") == "ct-errors"


def test_the_learner_can_go_back_and_change_an_answer(page: Page, courses: str) -> None:
    page.goto(f"{courses}scorm-12/index.html")
    first = page.locator(".ct-live").get_attribute("data-node")
    play(page)
    page.locator(".ct-live [data-do=restart]").first.click()
    assert page.locator(".ct-live").get_attribute("data-node") == first


def test_the_learning_system_is_given_to_keep_what_a_learner_said(page: Page, courses: str) -> None:
    page.goto(f"{courses}scorm-12.html")
    assert play(frame_of(page, "scorm-12"))
    assert page.evaluate("API.cmi.suspend_data").startswith("{")


def test_without_scripts_a_course_is_the_linked_sections(browser: Browser, courses: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{courses}scorm-12/index.html")
    assert not page.locator(".ct-tree").is_visible()
    assert page.locator(".ct-all .ct-outcome").count() > 1
    context.close()


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_same_procedure_gives_the_same_bytes(
    tmp_path: Path, procedures_here: Procedures, standard: str
) -> None:
    styles = PROJECT / "site_overrides" / "assets" / "stylesheets"
    for procedure in procedures_here.all:
        for name in ("one.zip", "two.zip"):
            write_package(procedure, standard, styles, "https://a.example/", tmp_path / name)
        assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
