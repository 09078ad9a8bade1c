"""The course of a procedure that is being written: seen as learners will have it, gone through, and saved."""

from __future__ import annotations

import zipfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from ..axe import violations
from .bench import wait_for_python
from .site import address as address
from .site import page as page
from .site import published as published

TREE = "trees/no-answer.tree"
WORDS = "(course) => course.innerText.replace(/\\s+/g, ' ').trim()"
KEEPS = "Your learning system keeps your answers and the outcome that you reach."
ALONE = "No learning system answers. You can go through the questions; nothing is reported."


def opened(page: Page) -> None:
    page.goto(f"workbench/#{TREE.replace('/', '%2F')}")
    wait_for_python(page)
    page.get_by_role("tab", name="Course").click()


def saved(page: Page, kind: str, to: Path) -> Path:
    page.get_by_text("What a learning system is told, and how to try the course").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Save for {kind}").click()
    target = to / download.value.suggested_filename
    download.value.save_as(target)
    expect(page.get_by_text(f"Saved as {target.name}.")).to_be_visible()
    return target


def unpacked(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_course_is_seen_gone_through_and_saved_as_it_will_be_published(
    page: Page, published: Path, tmp_path: Path
) -> None:
    opened(page)
    course = page.locator("#bench-course .course")
    expect(course.get_by_role("heading", level=1)).to_have_text("I have not heard from a volunteer")
    expect(course.get_by_role("status").first).to_have_text(KEEPS)
    words = str(course.evaluate(WORDS))
    package = saved(page, "SCORM 2004", tmp_path)
    assert unpacked(package) == unpacked(published / "site" / "courses" / package.name)

    # The questions that were answered are answered under “Try it” too, and stand on the page once.
    course.get_by_role("radio", name="No", exact=True).check()
    course.get_by_role("button", name="Continue").click()
    expect(course.get_by_role("status").first).to_have_text(
        "Your learning system has kept your answers and this outcome."
    )
    expect(course.locator(".ct-live")).to_contain_text("Get help")
    expect(course.get_by_role("button", name="Print it")).to_have_count(0)
    page.get_by_role("tab", name="Try it").click()
    expect(page.locator("#bench-try .ct-live")).to_contain_text("Get help")
    expect(page.get_by_role("button", name="Print it")).to_be_visible()
    expect(course).to_have_count(0)
    page.get_by_role("tab", name="Course").click()
    expect(course.locator(".ct-live")).to_contain_text("Get help")
    expect(page.locator("#bench-try .ct-live")).to_have_count(0)

    # It follows what is written.
    page.locator(".cm-line", has_text="tree no-answer").click()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.insert_text(" today")
    expect(course.get_by_role("heading", level=1)).to_have_text("I have not heard from a volunteer today")
    page.keyboard.press("End")
    page.keyboard.insert_text(' "')
    expect(page.locator("#bench-course")).to_contain_text("It has a course once they are mended.")

    # Unpacked and opened without a learning system, it says that, and else the same.
    with zipfile.ZipFile(package) as packed:
        packed.extractall(tmp_path / "course")
    page.goto((tmp_path / "course" / "index.html").as_uri())
    expect(page.get_by_role("status").first).to_have_text(ALONE)
    assert str(page.locator("main").evaluate(WORDS)).replace(ALONE, KEEPS) == words


def test_a_policy_offers_no_course(page: Page) -> None:
    page.goto("workbench/#docs%2Fpolicy%2Flone-working.md")
    expect(page.get_by_role("tab", name="Clauses used")).to_be_visible()
    expect(page.get_by_role("tab", name="Course")).to_have_count(0)


def test_it_fits_and_keeps_the_rules_on_a_small_screen(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 320, "height": 900}, bypass_csp=True)
    page = context.new_page()
    opened(page)
    page.get_by_text("What a learning system is told, and how to try the course").click()
    expect(page.locator("#bench-course .ct-live .ct-heading")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    assert violations(page) == []
    context.close()
