"""The built site, served on this machine, and a real Chromium that looks at it."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from servers.folder import serve

from ..sites import elements_site as elements_site
from ..sites import made_for_all as made_for_all
from ..sites import other_site as other_site
from ..sites import school_site as school_site
from ..sites import site as site

NAMES = (
    os.environ.get("CHROMIUM", ""),
    # The same without windows, menus and extensions: it opens a page at a fifth of the cost.
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
)
"""What Chromium may be called; the first that is there is driven."""

# The sandbox needs rights that root in a container lacks; the last has WebAssembly compiled once, and not once
# more to run faster, for which most pages here are closed too soon; the others keep Chromium from calling home.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--liftoff-only",
]


@dataclass(slots=True)
class Witness:
    """What a page did that a reader does not see: its requests, its errors and what its console said."""

    origin: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of `context`, and to their workers."""
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", lambda message: self._hear(message))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def assert_clean(self) -> None:
        """Fail if a request left the site, or if the console showed an error or a warning."""
        inside = (self.origin, "data:", "blob:" + self.origin, "about:")
        assert [url for url in self.requests if not url.startswith(inside)] == []
        assert self.errors == []

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.type}: {message.text}")


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site, ending in a slash."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def other_site_url(other_site: Path) -> Iterator[str]:
    """The address of the made-up organisation's site."""
    with serve(other_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium. Without one these tests fail: skipped, they would prove nothing."""
    program = next((found for name in NAMES if name and (found := shutil.which(name))), None)
    if program is None:
        pytest.fail("No Chromium was found: run `make windowless`, or set CHROMIUM to its path.", pytrace=False)
    return program


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def witness(site_url: str) -> Witness:
    """What the test's page asked for and complained of; `witness.assert_clean()` at the end of a test."""
    return Witness(site_url)


@pytest.fixture
def clean(witness: Witness) -> Iterator[None]:
    """Fail at the end of a test whose page complained or asked for something elsewhere."""
    yield
    witness.assert_clean()


@pytest.fixture
def context(browser: Browser, site_url: str, witness: Witness) -> Iterator[BrowserContext]:
    """A browser without memory. Addresses in tests are relative to the site."""
    fresh = browser.new_context(base_url=site_url)
    witness.watch(fresh)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page in a fresh browser."""
    return context.new_page()
