"""Letters twice as large as usual, on the narrowest screen: nothing is cut off, no page scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .conftest import CHROMIUM_OPTIONS, Witness
from .conversation import Conversation
from .engine import all_procedures
from .sizes import SIZES

# What a reader sets in her browser or on her phone: sizes in `em` follow it, those in pixels do not.
TWICE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
PAGES = [
    "",
    "policy/social-media/",
    "policy/social-media/v/2.2/",
    "procedures/",
    "search/?q=threat",
    "attestation/",
]
PAGES += ["elearning/", "accessibility/", "authoring/reference/", "hosting/"]
TREES = [f"trees/{procedure.tree.id}/" for procedure in all_procedures()]

# By how much the page is wider than the screen, and what of its words is cut off.
_OVER = """
() => {
  const cut = (one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX) && one.clientWidth > 1
    && one.scrollWidth > one.clientWidth + 1;
  return {
    letters: parseFloat(getComputedStyle(document.documentElement).fontSize),
    over: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
    cut: [...document.querySelectorAll("body *")].filter(cut).map((one) => one.outerHTML.slice(0, 120)),
  };
}
"""


@pytest.fixture(scope="module")
def large(browser: Browser, chromium: str, site_url: str) -> Iterator[Page]:
    """A page on a phone of a reader who has set her letters twice as large."""
    witness = Witness(site_url)
    other = browser.browser_type.launch(executable_path=chromium, args=[*CHROMIUM_OPTIONS, TWICE])
    context = other.new_context(base_url=site_url, viewport=SIZES["a phone"])
    witness.watch(context)
    yield context.new_page()
    other.close()
    witness.assert_clean()


@pytest.mark.parametrize("path", [*PAGES, *TREES])
def test_a_page_fits(large: Page, path: str) -> None:
    large.goto(path, wait_until="networkidle" if "?" in path else "load")
    assert large.evaluate(_OVER) == {"letters": 32, "over": 0, "cut": []}


def test_a_procedure_fits_at_its_end(large: Page) -> None:
    Conversation.answered(large, "messaging", ["WhatsApp"], [], ["No, or I am not sure"]).expect_at("too-young")
    assert large.evaluate(_OVER) == {"letters": 32, "over": 0, "cut": []}
