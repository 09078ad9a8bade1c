"""SCORM's packages run in a learning system that we did not write, and report what the learner reached."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from clausetree.render.courses import course
from clausetree.render.courses.downloads import Standard

from ...unpacking import unpacked
from .learner import is_over, launch, leave, node, play, step
from .scorm_system import APIS, LOCATION, RESPONSE, STATUS
from .trees import OTHER_TREES, SITE_TREES


@pytest.mark.parametrize("standard", APIS)
@pytest.mark.parametrize("tree", [*SITE_TREES, *OTHER_TREES])
def test_every_tree_reports_completion_and_the_outcome(
    page: Page, courses: str, standard: str, tree: str
) -> None:
    api = APIS[standard][1]
    frame = launch(page, courses, standard, tree)
    step(frame)
    if not is_over(frame):
        assert page.evaluate(f"{api}.{STATUS[standard]}") == "incomplete"
    outcome = play(frame)
    assert page.evaluate(f"{api}.{STATUS[standard]}") == "completed"
    assert page.evaluate(f"{api}.{LOCATION[standard]}") == outcome
    assert page.evaluate(f"{api}.cmi.interactions.childArray[0].toJSON().{RESPONSE[standard]}") == outcome
    assert page.evaluate("refused") == []


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


def test_where_there_are_too_many_ways_the_sections_report_and_bring_the_learner_back(
    page: Page, courses: str, shelf: Path, procedures: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course, "MOST_STOPS", 3)
    unpacked(procedures.find("evidence"), Standard.SCORM_12, shelf / "sections")
    address = f"{courses}scorm-12.html?course=sections/scorm-12/index.html"
    page.goto(address)
    frame = page.frames[-1]
    frame.locator(".ct-all .ct-go").first.click()
    there = frame.evaluate("location.hash")
    assert there
    page.wait_for_function("there => API.cmi.suspend_data === there", arg=there)
    leave(page)
    page.goto("about:blank")
    page.goto(address)
    frame = page.frames[-1]
    frame.wait_for_function("there => location.hash === there", arg=there)
    outcome = frame.locator(".ct-all .ct-outcome").first.get_attribute("id") or ""
    frame.evaluate("id => { location.hash = id; }", outcome)
    page.wait_for_function("API.cmi.core.lesson_status === 'completed'")
    assert outcome.endswith(page.evaluate("API.cmi.core.lesson_location"))
