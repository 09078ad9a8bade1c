"""What was written is there again, whatever became of the page that it was written in."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from ..conftest import CHROMIUM_OPTIONS
from .bench import crash, kill, lasting, open_bench, stand_in, text_of

KEYS = ("a", "Z", "#", " ", "Enter", "Backspace", "ArrowLeft", "ArrowUp", "Control+z", "Control+y")
PRESSED = st.lists(st.sampled_from(KEYS), min_size=1, max_size=25)


def _write(page: Page, keys: list[str]) -> str:
    """Press each key, the last of them just now, and return what stands there."""
    before = text_of(page)
    for key in keys:
        page.keyboard.press(key)
        before = text_of(page)
    return before


@settings(max_examples=4, phases=[Phase.generate])
@given(sessions=st.lists(PRESSED, min_size=1, max_size=2))
def test_nothing_is_lost_when_the_page_crashes(
    browser: Browser, site_url: str, sessions: list[list[str]]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    open_bench(page, site_url)
    for keys in sessions:
        written = _write(page, keys)
        crash(page)
        page.close()
        page = context.new_page()
        open_bench(page, site_url)
        assert text_of(page) == written
    context.close()


@settings(max_examples=2, phases=[Phase.generate])
@given(keys=PRESSED)
def test_nothing_is_lost_when_the_browser_is_killed(
    browser: Browser,
    chromium: str,
    site_url: str,
    tmp_path_factory: pytest.TempPathFactory,
    keys: list[str],
) -> None:
    folder = tmp_path_factory.mktemp("profile")
    page = lasting(browser, chromium, CHROMIUM_OPTIONS, folder).new_page()
    open_bench(page, site_url)
    written = _write(page, keys)
    kill(folder)
    context = lasting(browser, chromium, CHROMIUM_OPTIONS, folder)
    page = context.new_page()
    open_bench(page, site_url)
    assert text_of(page) == written
    context.close()


@pytest.mark.usefixtures("clean")
def test_undoing_goes_on_after_the_page_was_closed(page: Page, site_url: str) -> None:
    open_bench(page, site_url)
    before = text_of(page)
    page.keyboard.type("one")
    page.keyboard.press("Enter")
    page.keyboard.type("two")
    page.reload()
    stand_in(page)
    assert text_of(page) == f"{before}one\ntwo"
    for _ in range(10):
        page.keyboard.press("Control+z")
    assert text_of(page) == before
    page.reload()
    stand_in(page)
    assert text_of(page) == before
    for _ in range(10):
        page.keyboard.press("Control+y")
    assert text_of(page) == f"{before}one\ntwo"
