"""What a learner meets in a course, whatever the learning system speaks."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from clausetree.render.courses.downloads import Standard

from ..axe import violations
from .learner import is_over, launch, node, play, shown, step, type_in, typed


def test_an_empty_answer_is_refused_in_the_words_of_the_site(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-12", "evidence")
    frame.locator(".ct-live button[type=submit]").click()
    frame.get_by_role("alert").wait_for()
    assert frame.evaluate("document.activeElement.className") == "ct-errors"


def test_continue_works_in_a_frame_that_forbids_forms(page: Page, courses: str) -> None:
    page.goto(courses)
    course = f"{courses}numbers-and-dates/scorm-12/index.html"
    page.set_content(f'<iframe width="900" height="900" sandbox="allow-scripts" src="{course}"></iframe>')
    frame = shown(page.frames[-1])
    type_in(frame, number="13")
    assert node(frame) == "day"
    for part, text in (("Day", "30"), ("Month", "june"), ("Year", "2024")):
        frame.get_by_label(part, exact=True).fill(text)
    frame.get_by_label("Year", exact=True).press("Enter")
    assert is_over(frame)


def test_the_learner_can_go_back_and_change_an_answer(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-12", "numbers-and-dates")
    type_in(frame, number="14")
    assert node(frame) == "day"
    assert "14 years" in frame.locator(".ct-answers").inner_text()
    frame.get_by_role("button", name="Change").click()
    assert typed(frame) == ["14"]
    type_in(frame, number="16 years")
    assert node(frame) == "old"


def test_a_refused_answer_leaves_the_boxes_as_empty_as_they_were_given(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-12", "many-of-none")
    dark = frame.get_by_label("It is after dark")
    dark.check()
    frame.get_by_role("button", name="Continue").click()
    frame.get_by_role("button", name="Change").first.click()
    assert dark.is_checked()
    dark.uncheck()
    frame.get_by_role("button", name="Continue").click()
    frame.get_by_role("alert").wait_for()
    assert not dark.is_checked()


def test_escape_closes_what_was_opened_within_a_question(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-12", "evidence")
    opened = frame.locator(".ct-live details").first
    opened.locator("summary").first.click()
    assert opened.evaluate("details => details.open")
    page.keyboard.press("Escape")
    assert not opened.evaluate("details => details.open")
    assert opened.evaluate("details => document.activeElement === details.querySelector('summary')")


def test_what_comes_next_begins_high_on_the_screen(page: Page, courses: str) -> None:
    page.set_viewport_size({"width": 400, "height": 500})
    page.goto(f"{courses}evidence/scorm-12/index.html")
    shown(page)
    step(page)
    place = "document.querySelector('.ct-live .ct-heading').getBoundingClientRect()"
    assert page.evaluate(f"{place}.top >= 0 && {place}.bottom <= 0.6 * innerHeight")


def test_none_of_these_stands_alone(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-12", "many-of-none")
    dark, none = frame.get_by_label("It is after dark"), frame.get_by_label("None of these")
    dark.check()
    none.check()
    assert not dark.is_checked()
    dark.check()
    assert not none.is_checked()


def test_a_page_without_a_learning_system_says_that_nothing_is_reported(page: Page, courses: str) -> None:
    for standard in Standard:
        page.goto(f"{courses}evidence/{standard}/index.html")
        page.get_by_text("No learning system answers.").wait_for()
        assert play(page)


def test_a_learner_is_told_before_she_begins_who_keeps_her_answers(page: Page, courses: str) -> None:
    frame = launch(page, courses, "scorm-12", "evidence")
    said = frame.get_by_text("Your learning system keeps your answers and the outcome that you reach.")
    assert said.evaluate("(said) => said.nextElementSibling.matches('.ct-tree')")
    assert frame.get_by_text("nothing is reported").count() == 0


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
        assert_accessible(page)
        if is_over(page):
            break
        type_in(page, **{page.locator(".ct-live input").first.get_attribute("name") or "": "x"})
        page.get_by_role("alert").wait_for()
        assert_accessible(page)
        step(page)


def assert_accessible(page: Page) -> None:
    """Fail unless the page keeps the rules, in light and in dark, and is no wider than it is shown."""
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
