"""Kolibri plays a package in a frame that forbids forms. It speaks SCORM 1.2, and counts no "completed"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from clausetree.render.courses.downloads import Standard
from clausetree.render.courses.options import CourseOptions

from ...browser.courses.learner import node, play, shown, step
from ...browser.courses.trees import SITE_TREES
from ..conftest import MakePackage
from ..waiting import once_kept
from .server import School, school

KEPT = "Your learning system has kept your answers and this outcome."
GUEST = "You are only looking at this course: nothing is kept or reported."
ALONE = "No learning system answers. You can go through the questions; nothing is reported."


@pytest.fixture(scope="module")
def kolibri(tmp_path_factory: pytest.TempPathFactory, packaged: MakePackage) -> Iterator[School]:
    """A running Kolibri, which has every procedure."""
    packages = {tree: packaged(tree, Standard.SCORM_12) for tree in SITE_TREES}
    packages |= {
        "left": packaged("messaging", Standard.SCORM_12),
        "points": packaged("evidence", Standard.SCORM_12, CourseOptions(score=True)),
        "guest": packaged("evidence", Standard.SCORM_12),
        "scorm-2004": packaged("evidence", Standard.SCORM_2004),
    }
    with school(tmp_path_factory.mktemp("kolibri"), packages) as there:
        yield there


def visit(learner: BrowserContext, kolibri: School, name: str) -> tuple[Page, Frame]:
    """Open a resource, which is shown in a frame within a frame."""
    page = learner.new_page()
    page.goto(kolibri.page_of(name))
    within = page.frame_locator("iframe").frame_locator("iframe")
    within.locator(".ct-live .ct-node").wait_for()
    return page, shown(page.frames[-1])


def status(kolibri: School, name: str) -> object:
    """Return the status that Kolibri has kept."""
    return kolibri.kept(name)[0].get("core", {}).get("lesson_status")


@pytest.mark.parametrize("tree", SITE_TREES)
def test_completion_and_the_outcome_are_kept_and_kolibri_does_not_count_them(
    learner: BrowserContext, kolibri: School, tree: str
) -> None:
    kolibri.sign_in(learner)
    page, course = visit(learner, kolibri, tree)
    outcome = play(course)
    expect(course.locator(".ct-reported")).to_have_text(KEPT)
    once_kept(page, lambda: status(kolibri, tree), "completed")
    kept, progress = kolibri.kept(tree)
    assert kept["core"]["lesson_location"] == outcome
    assert kept["interactions"][0]["student_response"] == outcome
    assert progress < 1  # it asks for "passed" or for a score


def test_a_learner_comes_back_to_where_she_was_and_stays_completed(
    learner: BrowserContext, kolibri: School
) -> None:
    kolibri.sign_in(learner)
    page, course = visit(learner, kolibri, "left")
    step(course)
    here, words = node(course), course.locator(".ct-live").inner_text()
    once_kept(page, lambda: status(kolibri, "left"), "incomplete")
    page, course = visit(learner, kolibri, "left")
    assert (node(course), course.locator(".ct-live").inner_text()) == (here, words)
    outcome = play(course)
    once_kept(page, lambda: status(kolibri, "left"), "completed")
    page, course = visit(learner, kolibri, "left")
    assert node(course) == outcome
    course.get_by_role("button", name="Start again").click()
    step(course)
    page.wait_for_timeout(8_000)  # it was completed before: what is said now must not change that
    assert status(kolibri, "left") == "completed"


def test_kolibri_counts_a_course_that_gives_points(learner: BrowserContext, kolibri: School) -> None:
    kolibri.sign_in(learner)
    page, course = visit(learner, kolibri, "points")
    play(course)
    once_kept(page, lambda: kolibri.kept("points")[1], 1)


def test_a_guest_is_told_that_she_only_looks(learner: BrowserContext, kolibri: School) -> None:
    _, course = visit(learner, kolibri, "guest")
    expect(course.locator(".ct-reported")).to_have_text(GUEST)
    play(course)
    assert kolibri.kept("guest") == ({}, 0)


def test_scorm_2004_works_there_and_says_that_nothing_is_reported(
    learner: BrowserContext, kolibri: School
) -> None:
    kolibri.sign_in(learner)
    _, course = visit(learner, kolibri, "scorm-2004")
    expect(course.locator(".ct-reported")).to_have_text(ALONE)
    play(course)
