"""How little a page asks for before it can be used. A count is the same on every machine; a time is not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import Witness

# What is asked for once the page is complete keeps no reader waiting.
ASKED_FOR = """
() => {
  const [page] = performance.getEntriesByType("navigation");
  const files = performance.getEntriesByType("resource");
  const first = files.filter((file) => file.startTime <= page.loadEventStart);
  return first.map((file) => file.name.split("/").at(-1)).sort();
}
"""


@pytest.mark.parametrize("address", ["procedures/", "trees/messaging/", "policy/social-media/"])
def test_a_page_asks_for_three_files_before_it_can_be_used(page: Page, witness: Witness, address: str) -> None:
    page.goto(address)
    assert page.evaluate(ASKED_FOR) == ["head.js", "pages.css", "site.js"]
    witness.assert_clean()


def test_the_page_in_a_frame_asks_for_as_few(page: Page, witness: Witness) -> None:
    page.goto("trees/messaging/embed/")
    assert page.evaluate(ASKED_FOR) == ["embed.js", "head.js", "pages.css"]
    witness.assert_clean()
