"""The page for authors, as an author meets it."""

from __future__ import annotations

import io
import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect

SMALL = "docs/search.md"
"""A file that is so short that the editor shows all of it."""

CHECKED = "() => performance.getEntriesByName('check-shown').length > 0"
LINES = """() => [...document.querySelector('.bench-editor').shadowRoot.querySelectorAll('.cm-line')]
    .map((line) => line.textContent).join('\\n')"""


def open_bench(page: Page, site: str, file: str = SMALL) -> None:
    """Open a file, and stand in it."""
    page.goto(f"{site}workbench/#{file.replace('/', '%2F')}")
    stand_in(page)


def stand_in(page: Page) -> None:
    """Put the cursor at the end of the text."""
    expect(page.locator(".bench-heading")).not_to_be_empty()
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")


def text_of(page: Page) -> str:
    """Return what the editor shows."""
    return str(page.evaluate(LINES))


def wait_for_python(page: Page) -> None:
    """Wait until everything has been checked once."""
    page.wait_for_function(CHECKED, timeout=90_000)


def crash(page: Page) -> None:
    """End the process of a page, as if it had crashed."""
    # What asks for it is never answered.
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash", timeout=3_000)


def lasting(browser: Browser, chromium: str, options: list[str], folder: Path) -> BrowserContext:
    """Open a browser that keeps what it knows in `folder`."""
    return browser.browser_type.launch_persistent_context(folder, executable_path=chromium, args=options)


def kill(folder: Path) -> None:
    """Kill every process of the browser that keeps what it knows in `folder`."""
    mark = f"--user-data-dir={folder}".encode()
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            ours = mark in path.read_bytes().split(b"\0")
        except OSError:
            continue
        if ours:
            os.kill(int(path.parent.name), signal.SIGKILL)


def publish_anew(context: BrowserContext, site: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """Let the site be another release from now on, whose sources `change` has changed."""
    with ZipFile(site / "workbench" / "site.zip") as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    written = io.BytesIO()
    with ZipFile(written, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    told = json.loads((site / "workbench" / "site.json").read_text("utf-8")) | {"digest": "anew"}

    def answer(route: Route) -> None:
        if "site.zip" in route.request.url:
            route.fulfill(body=written.getvalue(), content_type="application/zip")
        else:
            route.fulfill(body=json.dumps(told), content_type="application/json")

    context.route("**/workbench/site.*", answer)
