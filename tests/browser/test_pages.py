"""The main pages keep the rules of accessibility: on a phone and on a desk, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Witness
from .focus import FOCUSED
from .sizes import SIZES

POLICY = "policy/social-media/"
TREE = "trees/evidence/"
MAIN = ["", POLICY, "procedures/", TREE, "search/?q=2.4", "elearning/", "attestation/"]


@pytest.fixture(scope="module", params=SIZES)
def sized(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Page]:
    """A page on a phone or a desk; it may not complain."""
    witness = Witness(site_url)
    context = browser.new_context(base_url=site_url, viewport=SIZES[request.param], reduced_motion="reduce")
    witness.watch(context)
    yield context.new_page()
    context.close()
    witness.assert_clean()


def test_a_wide_picture_scrolls_in_a_part_of_its_own_that_the_keyboard_reaches(page: Page) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto("trees/court-proceedings/")
    region = page.locator(".ct-diagram .ct-scroll")
    assert region.evaluate("(r) => r.scrollWidth > r.clientWidth")
    # It begins where the procedure begins, which is seldom at its left edge.
    begun = region.evaluate("(r) => r.scrollLeft")
    first, frame = region.locator("svg a").first.bounding_box(), region.bounding_box()
    assert first
    assert frame
    assert frame["x"] <= first["x"]
    assert first["x"] + first["width"] <= frame["x"] + frame["width"]
    region.focus()
    # As a reader would: a press that comes while the page still moves to the picture may go to the page.
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(200)
    expect(region).to_be_focused()
    assert region.evaluate("(r) => r.scrollLeft") < begun


def test_on_a_phone_the_list_stands_in_place_of_a_picture_which_opens_by_itself(page: Page) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.goto("trees/court-proceedings/")
    expect(page.locator(".ct-diagram svg")).to_be_hidden()
    expect(
        page.get_by_text("This screen is too narrow for the picture. The list says the same.")
    ).to_be_visible()
    expect(page.locator(".ct-outline")).to_be_visible()
    page.locator(".ct-diagram").get_by_role("link", name="SVG").click()
    link = page.locator("a", has_text="Could the post matter")
    link.click()
    expect(page).to_have_url(re.compile(r"/trees/court-proceedings/#court-proceedings--.*"))


@pytest.mark.parametrize("path", MAIN)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_whatever_has_the_focus_can_be_seen(sized: Page, path: str, key: str) -> None:
    # What a search finds comes later than the page, and moves what stands below it.
    sized.goto(path, wait_until="networkidle")
    if key == "Shift+Tab":
        sized.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
    hidden, met = [], 0
    while met < 400:
        sized.keyboard.press(key)
        focused = sized.evaluate(FOCUSED, "html")
        if focused is None:
            break
        met += 1
        if focused["fault"]:
            hidden.append((focused["fault"], focused["name"]))
    assert 5 < met < 400
    assert hidden == []


def test_the_first_stop_leads_past_the_header(sized: Page) -> None:
    sized.goto(POLICY)
    sized.keyboard.press("Tab")
    skip = sized.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    sized.keyboard.press("Enter")
    sized.keyboard.press("Tab")
    assert sized.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("path", [POLICY, TREE, "search/", "elearning/"])
def test_a_key_by_itself_does_nothing(page: Page, path: str) -> None:
    page.goto(path, wait_until="networkidle")
    before = page.content()
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,-=[];'#":
        page.keyboard.press(key)
    assert page.evaluate("() => document.activeElement === document.body")
    assert page.evaluate("() => [scrollX, scrollY]") == [0, 0]
    assert page.content() == before


def test_the_menu_works_by_keyboard_on_a_phone(page: Page) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.goto("")
    button = page.get_by_role("button", name="Menu")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="The policy")
    expect(link).to_be_hidden()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(link).to_be_hidden()
    page.keyboard.press("Space")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Social media policy")


def test_a_clause_that_a_link_leads_to_is_seen_and_stands_out(sized: Page) -> None:
    sized.goto(POLICY)
    anchors = sized.evaluate("() => [...document.querySelectorAll('main .clause[id]')].map((one) => one.id)")
    assert len(anchors) > 30
    missed = []
    for anchor in anchors:
        sized.goto(f"{POLICY}#{anchor}")
        seen = sized.evaluate(
            "(id) => { const one = document.getElementById(id); const box = one.getBoundingClientRect();"
            " return box.top >= 0 && box.top < innerHeight - 20"
            " && getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)'; }",
            anchor,
        )
        missed += [] if seen else [anchor]
    assert missed == []


def test_copying_is_a_button_of_its_own_beside_each_heading(page: Page) -> None:
    page.goto(POLICY)
    assert page.locator(":is(h1, h2, h3, h4) button").count() == 0
    names = page.locator("button.clause-copy").all_text_contents()
    assert len(set(names)) == len(names) > 40
    assert all(name.startswith("Copy link to ") for name in names)
