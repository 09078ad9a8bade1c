"""Open edX's block for SCORM: every question about the status is answered with nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, Route, expect

from clausetree.render.courses.downloads import Standard

from ...browser.courses.learner import node, play, shown, step
from ...browser.courses.trees import SITE_TREES
from ..conftest import MakePackage
from ..waiting import once_kept
from .server import Campus

SCORM = [Standard.SCORM_12, Standard.SCORM_2004]
PLACE = {Standard.SCORM_12: "cmi.core.lesson_location", Standard.SCORM_2004: "cmi.location"}
KEPT = "Your learning system has kept your answers and this outcome."


READY = "typeof API !== 'undefined' || typeof API_1484_11 !== 'undefined'"


def visit(learner: BrowserContext, school: Campus) -> tuple[Page, Frame]:
    """Open the block's page. What if the course is there before the block is ready, is tried below."""
    page = learner.new_page()

    def hand_over(route: Route) -> None:
        page.wait_for_function(READY)
        route.continue_()

    page.route("**/assets_proxy/index.html", hand_over)
    page.goto(school.page_of("scorm"))
    return page, shown(page.frames[-1])


def close(page: Page, school: Campus, status: str) -> None:
    """Leave once this status was kept."""
    once_kept(page, lambda: school.kept("lesson_status"), status)


@pytest.mark.parametrize("standard", SCORM)
@pytest.mark.parametrize("tree", SITE_TREES)
def test_the_block_keeps_completion_and_the_outcome(
    school: Campus, learner: BrowserContext, packaged: MakePackage, standard: Standard, tree: str
) -> None:
    school.take(learner.request, "scorm", packaged(tree, standard))
    page, course = visit(learner, school)
    outcome = play(course)
    expect(course.locator(".ct-reported")).to_have_text(KEPT)
    expect(page.locator(".completion-status")).to_have_text("completed")
    close(page, school, "completed")
    assert school.kept("scorm_data")[PLACE[standard]] == outcome


@pytest.mark.parametrize("standard", SCORM)
def test_the_block_brings_a_learner_back_and_keeps_her_completion(
    school: Campus, learner: BrowserContext, packaged: MakePackage, standard: Standard
) -> None:
    school.take(learner.request, "scorm", packaged("messaging", standard))
    page, course = visit(learner, school)
    step(course)
    here, words = node(course), course.locator(".ct-live").inner_text()
    close(page, school, "incomplete")
    page, course = visit(learner, school)
    assert (node(course), course.locator(".ct-live").inner_text()) == (here, words)
    outcome = play(course)
    close(page, school, "completed")
    page, course = visit(learner, school)
    assert node(course) == outcome
    course.get_by_role("button", name="Start again").click()
    step(course)
    page.wait_for_timeout(1_000)  # it was completed before: what is said now must not change that
    close(page, school, "completed")


def test_the_block_finds_that_the_course_can_report_completion(
    school: Campus, learner: BrowserContext, packaged: MakePackage
) -> None:
    school.take(learner.request, "scorm", packaged("evidence", Standard.SCORM_12))
    assert 'package-warning"' not in learner.request.get(f"{school.page_of('scorm')}author_view/").text()


def test_a_course_that_is_there_before_the_block_is_ready_waits_for_it(
    school: Campus, learner: BrowserContext, packaged: MakePackage
) -> None:
    school.take(learner.request, "scorm", packaged("evidence", Standard.SCORM_12))
    page = learner.new_page()

    def hand_over_late(route: Route) -> None:
        page.wait_for_timeout(2_000)
        route.continue_()

    page.route("**/js/runtime/1.js", hand_over_late)
    page.goto(school.page_of("scorm"))
    play(shown(page.frames[-1]))
    expect(page.locator(".completion-status")).to_have_text("completed")


@pytest.mark.parametrize("standard", SCORM)
def test_what_is_ticked_off_fast_is_kept(
    school: Campus, learner: BrowserContext, packaged: MakePackage, standard: Standard
) -> None:
    school.take(learner.request, "scorm", packaged("evidence", standard))
    page, course = visit(learner, school)
    play(course)
    for box in course.locator("input[data-duty]").all():
        box.check()
    expect(course.locator(".ct-reported")).to_have_text(KEPT)
    page.wait_for_timeout(2_000)
    page.close()
    page, course = visit(learner, school)
    boxes = course.locator("input[data-duty]")
    assert boxes.count() > 1
    assert all(box.is_checked() for box in boxes.all())
