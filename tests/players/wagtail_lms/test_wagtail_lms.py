"""Lessons in Wagtail (wagtail-lms): each call is a request of its own, and none waits for another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from clausetree.render.courses.downloads import Standard

from ...browser.courses.learner import node, play, shown, step
from ...browser.courses.scorm_system import LOCATION, STATUS
from ...browser.courses.trees import SITE_TREES
from ..conftest import MakePackage
from ..waiting import once_kept
from .server import Lessons, lessons

STATUS_12, LOCATION_12 = STATUS["scorm-12"], LOCATION["scorm-12"]
KEPT = "Your learning system has kept your answers and this outcome."


@pytest.fixture(scope="module")
def running_lessons(tmp_path_factory: pytest.TempPathFactory, packaged: MakePackage) -> Iterator[Lessons]:
    """A running site, which has every procedure."""
    packages = {tree: packaged(tree, Standard.SCORM_12) for tree in SITE_TREES}
    packages |= {
        "left": packaged("messaging", Standard.SCORM_12),
        "ticked": packaged("evidence", Standard.SCORM_12),
        "scorm-2004": packaged("evidence", Standard.SCORM_2004),
    }
    with lessons(tmp_path_factory.mktemp("wagtail"), packages) as there:
        yield there


def visit(learner: BrowserContext, there: Lessons, name: str) -> tuple[Page, Frame]:
    """Open the player."""
    there.sign_in(learner)
    page = learner.new_page()
    page.goto(there.page_of(name))
    return page, shown(page.frames[-1])


@pytest.mark.parametrize("tree", SITE_TREES)
def test_completion_and_the_outcome_are_kept(
    learner: BrowserContext, running_lessons: Lessons, tree: str
) -> None:
    page, course = visit(learner, running_lessons, tree)
    outcome = play(course)
    expect(course.locator(".ct-reported")).to_have_text(KEPT)
    once_kept(page, lambda: running_lessons.kept(tree).get(STATUS_12), "completed")
    assert running_lessons.kept(tree)[LOCATION_12] == outcome


def test_a_learner_comes_back_to_where_she_was_and_stays_completed(
    learner: BrowserContext, running_lessons: Lessons
) -> None:
    page, course = visit(learner, running_lessons, "left")
    step(course)
    here, words = node(course), course.locator(".ct-live").inner_text()
    once_kept(page, lambda: bool(running_lessons.kept("left").get("cmi.suspend_data")), True)
    page, course = visit(learner, running_lessons, "left")
    assert (node(course), course.locator(".ct-live").inner_text()) == (here, words)
    outcome = play(course)
    once_kept(page, lambda: running_lessons.kept("left").get(STATUS_12), "completed")
    page, course = visit(learner, running_lessons, "left")
    assert node(course) == outcome
    course.get_by_role("button", name="Start again").click()
    step(course)
    page.wait_for_timeout(1_000)  # it was completed before: what is said now must not change that
    assert running_lessons.kept("left")[STATUS_12] == "completed"


def test_every_thing_ticked_off_is_kept(learner: BrowserContext, running_lessons: Lessons) -> None:
    page, course = visit(learner, running_lessons, "ticked")
    play(course)
    boxes = course.locator("input[data-duty]")
    for box in boxes.all():
        box.check()
    expect(course.locator(".ct-reported")).to_have_text(KEPT)
    page.wait_for_timeout(1_000)
    page.close()
    page, course = visit(learner, running_lessons, "ticked")
    boxes = course.locator("input[data-duty]")
    assert boxes.count() > 1
    assert all(box.is_checked() for box in boxes.all())


def test_scorm_2004_cannot_be_opened_there(learner: BrowserContext, running_lessons: Lessons) -> None:
    running_lessons.sign_in(learner)
    assert learner.request.get(running_lessons.page_of("scorm-2004")).status == 500
