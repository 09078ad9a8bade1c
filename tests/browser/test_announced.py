"""What changes without the reader looking there is said: rows that a filter leaves, and a copy that failed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.usefixtures("clean")

# A browser that lets no page write to the clipboard, in either way.
NO_CLIPBOARD = """
Object.defineProperty(navigator, "clipboard", { value: undefined });
document.execCommand = () => false;
"""


def test_how_many_rows_a_filter_leaves_is_said(page: Page) -> None:
    page.goto("elearning/")
    announcer = page.locator("#announcer")
    expect(announcer).to_have_role("status")
    box = page.get_by_role("searchbox").last
    expect(box).to_have_accessible_name("Find a clause by its number or how it begins")
    rows = page.locator("table[data-filter] tbody tr").locator("visible=true")
    everything = rows.count()
    box.fill("cafcass employees")
    expect(announcer).to_have_text(f"{rows.count()} rows")
    assert 1 < rows.count() < everything
    box.fill("zebra")
    expect(announcer).to_have_text("No rows")
    expect(rows).to_have_count(0)
    box.fill("")
    expect(rows).to_have_count(everything)


def test_a_link_that_could_not_be_copied_is_said_and_shown(page: Page) -> None:
    page.add_init_script(NO_CLIPBOARD)
    page.goto("policy/social-media/")
    button = page.get_by_role("button", name="Copy link to clause 2.4", exact=True)
    button.click()
    expect(page.locator("#announcer")).to_have_text(
        "The link could not be copied. Copy it from the address bar."
    )
    expect(button).to_have_attribute("data-state", "failed")
    expect(button).to_have_accessible_name("Copy link to clause 2.4")
