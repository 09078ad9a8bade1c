"""Ralph checks and keeps every statement of a course: from our stand-in, and from Open edX's block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from clausetree.render.courses.downloads import Standard
from clausetree.tree.procedures import Procedures
from servers.folder import serve

from ...browser.courses.cmi5_visit import Enrolment, Visit
from ...browser.courses.learner import node, play, shown, step
from ...browser.courses.trees import SITE_TREES
from ...unpacking import unpacked
from ..conftest import MakePackage
from ..openedx.server import campus
from ..openedx.test_cmi5_block import BLOCK, expect_kept
from ..openedx.test_cmi5_block import visit as visit_block
from ..waiting import once_kept
from .server import ForwardingSystem, Store, store


@pytest.fixture(scope="module")
def ralph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A running Ralph."""
    with store(tmp_path_factory.mktemp("ralph")) as there:
        yield there


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory, procedures: Procedures, ralph: Store) -> Iterator[str]:
    """A learning system that hands every statement to Ralph."""
    folder = tmp_path_factory.mktemp("system")
    for procedure in procedures.all:
        unpacked(procedure, Standard.CMI5, folder / procedure.tree.id)
    ForwardingSystem.store = ralph
    with serve(folder, ForwardingSystem) as address:
        yield address


def launch(learner: BrowserContext, system: str, visit: Visit, tree: str) -> Page:
    """Open a course for a visit."""
    ForwardingSystem.launched = visit
    page = learner.new_page()
    page.goto(f"{system}{tree}/cmi5/index.html?{visit.query(system)}")
    return shown(page)


def close(page: Page, ralph: Store, visit: Visit, *verbs: str) -> None:
    """Leave, and see that Ralph has just this of the activity."""
    page.goto("about:blank")
    once_kept(page, lambda: ralph.verbs(visit.enrolment.activity), list(verbs))
    assert visit.refused == []


@pytest.mark.parametrize("tree", SITE_TREES)
def test_ralph_keeps_what_a_course_says(learner: BrowserContext, system: str, ralph: Store, tree: str) -> None:
    visit = Visit(Enrolment(activity=f"https://learning.example/{tree}"))
    page = launch(learner, system, visit, tree)
    outcome = play(page)
    expect_kept(page)
    close(page, ralph, visit, "initialized", "completed", "terminated")
    assert ralph.kept(visit.enrolment.activity)[1]["result"]["response"] == outcome


def test_three_visits_are_kept_with_one_completion(learner: BrowserContext, system: str, ralph: Store) -> None:
    enrolment = Enrolment(activity="https://learning.example/three-visits")
    first, second, third = Visit(enrolment), Visit(enrolment), Visit(enrolment)
    page = launch(learner, system, first, "messaging")
    step(page)
    here = node(page)
    expect(page.locator(".ct-reported")).to_contain_text("Your learning system keeps your answers")
    close(page, ralph, first, "initialized")
    page = launch(learner, system, second, "messaging")
    assert node(page) == here
    outcome = play(page)
    expect_kept(page)
    said = ("initialized", "initialized", "completed", "terminated")
    close(page, ralph, second, *said)
    page = launch(learner, system, third, "messaging")
    assert node(page) == outcome
    close(page, ralph, third, *said, "initialized", "terminated")


def test_ralph_keeps_a_statement_that_is_told_twice_once(
    learner: BrowserContext, system: str, ralph: Store
) -> None:
    visit = Visit(Enrolment(activity="https://learning.example/twice"))
    page = launch(learner, system, visit, "evidence")
    play(page)
    expect_kept(page)
    close(page, ralph, visit, "initialized", "completed", "terminated")
    for statement in visit.statements:
        assert ralph.put(statement, str(statement["id"])) == 204
        assert ralph.put({**statement, "verb": {"id": "urn:other"}}, str(statement["id"])) == 409
    assert ralph.verbs(visit.enrolment.activity) == ["initialized", "completed", "terminated"]


def test_ralph_refuses_a_statement_that_is_not_in_form(ralph: Store) -> None:
    assert ralph.put({"actor": {"name": "A Learner"}}, str(UUID(int=7))) == 422


def test_ralph_keeps_what_the_block_of_open_edx_hands_on(
    learner: BrowserContext, ralph: Store, packaged: MakePackage, tmp_path: Path
) -> None:
    with campus(tmp_path, CAMPUS_LRS=ralph.address) as school:
        school.take(learner.request, BLOCK, packaged("evidence", Standard.CMI5))
        course = visit_block(learner, school)
        activity = course.evaluate("new URLSearchParams(location.search).get('activityId')")
        play(course)
        expect_kept(course)
        once_kept(course, lambda: ralph.verbs(activity)[:2], ["initialized", "completed"])
