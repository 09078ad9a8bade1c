"""Somebody who writes all day does not fill the memory of the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Page

from .bench import open_bench, wait_for_python

MOST = 1.15
"""How many times as much memory a page may use after as many edits more: undo keeps 1 kB of each."""


def _used(devtools: CDPSession) -> int:
    devtools.send("HeapProfiler.collectGarbage")
    return int(devtools.send("Runtime.getHeapUsage")["usedSize"])


@pytest.mark.usefixtures("clean")
def test_hundreds_of_edits_leave_the_memory_as_it_was(page: Page, site_url: str) -> None:
    open_bench(page, site_url)
    wait_for_python(page)
    devtools = page.context.new_cdp_session(page)
    _write(page, 60)
    before = _used(devtools)
    _write(page, 300)
    after = _used(devtools)
    assert after < MOST * before


def _write(page: Page, times: int) -> None:
    for at in range(times):
        page.keyboard.press(("a", "b", "Backspace")[at % 3])
    page.wait_for_timeout(1_500)
