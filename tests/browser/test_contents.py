"""The contents of a page, on a phone and by keyboard; and the clause that they or a link lead to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .sizes import SIZES

POLICY = "policy/social-media/"

# The anchors whose first line is not on the screen, or has something else lying over it.
_COVERED = """
async () => {
  const covered = [];
  for (const clause of document.querySelectorAll("main .clause[id]")) {
    location.hash = clause.id;
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const box = clause.getBoundingClientRect();
    const over = document.elementFromPoint(box.left + 40, box.top + 8);
    if (box.top < 0 || !over || !clause.contains(over)) covered.push(clause.id);
  }
  return covered;
}
"""

pytestmark = pytest.mark.usefixtures("clean")


def test_on_a_phone_the_contents_are_folded_and_the_keyboard_opens_them(page: Page) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.goto(POLICY)
    button = page.get_by_role("button", name="On this page")
    contents = page.get_by_role("navigation", name="On this page")
    link = contents.get_by_role("link", name="Personal use of social media")
    expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert contents.evaluate("(nav) => nav.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(link).to_be_hidden()
    page.keyboard.press("Space")
    link.press("Enter")
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_over_the_clause_that_a_link_leads_to(page: Page, size: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.goto(POLICY)
    assert page.locator("main .clause[id]").count() > 25
    assert page.evaluate(_COVERED) == []
