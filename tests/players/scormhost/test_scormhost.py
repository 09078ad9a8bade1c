"""scormhost, with SCORM 1.2 and SCORM 2004: it takes all, and sends it on, one commit after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, expect

from clausetree.render.courses.downloads import Standard

from ...browser.courses.learner import node, play, shown, step
from ...browser.courses.scorm_system import LOCATION, RESPONSE, STATUS
from ...browser.courses.trees import SITE_TREES
from ..conftest import MakePackage
from ..waiting import once_kept
from .server import TEACHER, Host, host

SCORM = [Standard.SCORM_12, Standard.SCORM_2004]
SUSPEND = "cmi.suspend_data"


@pytest.fixture(scope="module")
def running_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A running scormhost."""
    with host(tmp_path_factory.mktemp("scormhost")) as there:
        yield there


@pytest.fixture(scope="module")
def teacher(browser: Browser, running_host: Host) -> Iterator[BrowserContext]:
    """The browser of somebody who may put packages there."""
    context = browser.new_context()
    context.request.post(f"{running_host.address}api/auth/register", data=TEACHER)
    yield context
    context.close()


def visit(learner: BrowserContext, there: Host, key: str) -> tuple[Page, Frame]:
    """Open the player."""
    page = learner.new_page()
    page.goto(f"{there.address}launch/{key}")
    page.locator("iframe").content_frame.locator(".ct-live .ct-node").wait_for()
    return page, shown(page.frames[-1])


def close(page: Page, learner: BrowserContext, there: Host, key: str, status: str) -> Any:
    """Leave once this status was kept, and return all that was."""
    once_kept(page, lambda: _status(there.kept(learner.request, key)), status)
    return there.kept(learner.request, key)


def _status(kept: Any) -> Any:
    return next((kept[name] for name in STATUS.values() if name in kept), None)


@pytest.mark.parametrize("standard", SCORM)
@pytest.mark.parametrize("tree", SITE_TREES)
def test_completion_and_the_outcome_are_kept(
    running_host: Host,
    teacher: BrowserContext,
    learner: BrowserContext,
    packaged: MakePackage,
    standard: Standard,
    tree: str,
) -> None:
    key = running_host.take(teacher.request, packaged(tree, standard))
    page, course = visit(learner, running_host, key)
    outcome = play(course)
    kept = close(page, learner, running_host, key, "completed")
    assert kept[LOCATION[standard]] == outcome
    assert kept[f"cmi.interactions.0.{RESPONSE[standard]}"] == outcome


@pytest.mark.parametrize("standard", SCORM)
def test_a_learner_comes_back_to_where_she_was_and_stays_completed(
    running_host: Host,
    teacher: BrowserContext,
    learner: BrowserContext,
    packaged: MakePackage,
    standard: Standard,
) -> None:
    key = running_host.take(teacher.request, packaged("messaging", standard))
    page, course = visit(learner, running_host, key)
    step(course)
    here, words = node(course), course.locator(".ct-live").inner_text()
    assert close(page, learner, running_host, key, "incomplete")[SUSPEND]
    page, course = visit(learner, running_host, key)
    assert (node(course), course.locator(".ct-live").inner_text()) == (here, words)
    outcome = play(course)
    close(page, learner, running_host, key, "completed")
    page, course = visit(learner, running_host, key)
    assert node(course) == outcome
    course.get_by_role("button", name="Start again").click()
    step(course)
    page.wait_for_timeout(1_000)  # it was completed before: what is said now must not change that
    close(page, learner, running_host, key, "completed")


@pytest.mark.parametrize("standard", SCORM)
def test_the_player_loaded_again_goes_on_and_the_course_alone_says_that_it_cannot(
    running_host: Host,
    teacher: BrowserContext,
    learner: BrowserContext,
    packaged: MakePackage,
    standard: Standard,
) -> None:
    key = running_host.take(teacher.request, packaged("messaging", standard))
    page, course = visit(learner, running_host, key)
    step(course)
    here = node(course)
    page.locator("iframe").evaluate("frame => frame.contentWindow.location.reload()")
    said = page.locator("iframe").content_frame.locator(".ct-reported")
    expect(said).to_contain_text("This visit is over.")
    page.reload()
    expect(said).to_contain_text("Your learning system keeps your answers")
    course = shown(page.frames[-1])
    assert node(course) == here
    play(course)
    close(page, learner, running_host, key, "completed")
