"""The site is published anew while somebody's work stands on the release before."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..axe import violations
from .bench import SMALL, open_bench, publish_anew, stand_in, text_of, wait_for_python

TAKE_OVER = "Take my changes over"
POLICY = "docs/policy/social-media.md"


def _append(files: dict[str, bytes], path: str, words: str) -> None:
    files[path] = files[path] + words.encode()


@pytest.fixture
def bench(context: BrowserContext, site_url: str) -> Page:
    """A page in which one word was written."""
    page = context.new_page()
    open_bench(page, site_url)
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.type(" of mine")
    return page


def test_work_stands_on_its_own_release_until_it_is_taken_over(
    bench: Page, context: BrowserContext, site: Path
) -> None:
    written = text_of(bench)
    publish_anew(context, site, lambda files: _append(files, SMALL, "\nPublished since.\n"))
    bench.reload()
    stand_in(bench)
    assert text_of(bench) == written
    expect(bench.get_by_text("The site has been published anew since you began.")).to_be_visible()
    bench.get_by_role("button", name=TAKE_OVER).click()
    expect(bench.locator(".bench > .bench-state")).to_have_text(
        "Your changes are taken over. What you had before is kept among your works.", timeout=90_000
    )
    assert text_of(bench) == f"{written}\nPublished since.\n"
    expect(bench.get_by_role("button", name=TAKE_OVER)).to_have_count(0)
    stand_in(bench)
    bench.keyboard.press("Control+z")
    assert text_of(bench) == written
    bench.keyboard.press("Control+y")
    bench.reload()
    stand_in(bench)
    assert text_of(bench) == f"{written}\nPublished since.\n"
    expect(bench.get_by_role("button", name=TAKE_OVER)).to_have_count(0)
    bench.get_by_role("button", name="Your works (2)").click()
    bench.get_by_role("button", name="Go on: This site, set aside").click()
    stand_in(bench)
    assert text_of(bench) == written


def test_what_both_changed_is_asked(bench: Page, context: BrowserContext, site: Path) -> None:
    written = text_of(bench)
    first, second, rest = written.split("\n", 2)

    def change(files: dict[str, bytes]) -> None:
        files[SMALL] = "\n".join([first, "title: Looking for it", rest]).encode()

    publish_anew(context, site, change)
    bench.reload()
    stand_in(bench)
    for choice, line in (("Not now", second), ("Take what is published", "title: Looking for it")):
        bench.get_by_role("button", name=TAKE_OVER).click()
        dialog = bench.get_by_role("dialog")
        expect(dialog).to_contain_text("There is 1 place where it is not certain", timeout=90_000)
        expect(dialog).to_contain_text(second)
        expect(dialog).to_contain_text("title: Looking for it")
        assert violations(bench, "dialog") == []
        if choice == "Not now":
            dialog.get_by_role("button", name=choice).click()
            expect(bench.locator(".bench > .bench-state")).to_contain_text("Nothing was taken over")
        else:
            dialog.get_by_label(choice).check()
            dialog.get_by_role("button", name=TAKE_OVER).click()
            expect(bench.locator(".bench > .bench-state")).to_contain_text("Your changes are taken over")
        assert text_of(bench) == "\n".join([first, line, rest])


def test_what_was_published_as_it_was_written_is_not_asked(
    bench: Page, context: BrowserContext, site: Path
) -> None:
    written = text_of(bench)
    publish_anew(context, site, lambda files: files.update({SMALL: written.encode()}))
    bench.reload()
    expect(bench.locator(".bench > .bench-state")).to_contain_text("What you had changed is published now")
    expect(bench.get_by_role("button", name=TAKE_OVER)).to_have_count(0)


def test_work_without_a_change_begins_from_the_new_release(
    context: BrowserContext, site: Path, site_url: str
) -> None:
    page = context.new_page()
    open_bench(page, site_url)
    before = text_of(page)
    page.keyboard.type("x")
    page.keyboard.press("Backspace")
    publish_anew(context, site, lambda files: _append(files, SMALL, "\nPublished since.\n"))
    page.reload()
    stand_in(page)
    assert text_of(page) == f"{before}\nPublished since.\n"
    wait_for_python(page)
