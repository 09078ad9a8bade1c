"""Open edX's block for cmi5: it counts what is put by an id, and keeps one document."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from clausetree.render.courses.downloads import Standard

from ...browser.courses.learner import node, play, shown, step
from ...browser.courses.trees import SITE_TREES
from ..conftest import MakePackage
from .server import Campus

BLOCK = "openedx_cmi5_xblock"
KEPT = "Your learning system has kept your answers and this outcome."


def visit(learner: BrowserContext, school: Campus) -> Page:
    """Follow the block's link, which opens a window."""
    page = learner.new_page()
    page.goto(school.page_of(BLOCK))
    with learner.expect_page() as opened:
        page.locator(f".{BLOCK}_block a").first.click()
    page.close()
    return shown(opened.value)


def expect_kept(course: Page) -> None:
    """See that the course says that the outcome is kept."""
    expect(course.locator(".ct-reported")).to_have_text(KEPT, timeout=20_000)


@pytest.mark.parametrize("tree", SITE_TREES)
def test_the_block_keeps_completion(
    school: Campus, learner: BrowserContext, packaged: MakePackage, tree: str
) -> None:
    school.take(learner.request, BLOCK, packaged(tree, Standard.CMI5))
    course = visit(learner, school)
    play(course)
    expect_kept(course)
    assert school.kept("lesson_status") == "completed"
    assert school.kept("state_data")["done"] is True


def test_the_block_brings_a_learner_back_and_keeps_her_completion(
    school: Campus, learner: BrowserContext, packaged: MakePackage
) -> None:
    school.take(learner.request, BLOCK, packaged("messaging", Standard.CMI5))
    course = visit(learner, school)
    step(course)
    here, words = node(course), course.locator(".ct-live").inner_text()
    expect(course.locator(".ct-reported")).to_contain_text("Your learning system keeps your answers")
    course.close()
    assert school.kept("lesson_status") is None
    course = visit(learner, school)
    assert (node(course), course.locator(".ct-live").inner_text()) == (here, words)
    outcome = play(course)
    expect_kept(course)
    course.close()
    course = visit(learner, school)
    assert node(course) == outcome
    course.get_by_role("button", name="Start again").click()
    step(course)
    course.wait_for_timeout(1_000)  # it was completed before: what is said now must not change that
    course.close()
    assert school.kept("lesson_status") == "completed"
