"""Whatever can be pressed is large enough, and its edge and the focus on it are seen: axe looks at none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Page

from .axe import SCHEMES
from .conversation import Conversation
from .sizes import SIZES

POLICY = "policy/social-media/"
PAGES = {
    "home": "",
    "policy": POLICY,
    "procedures": "procedures/",
    "procedure": "trees/evidence/",
    "framed procedure": "trees/evidence/embed/",
    "search": "search/?q=2.4",
    "attestation": "attestation/",
    "elearning": "elearning/",
    "statement": "accessibility/",
    "lost": "404.html",
}
LEAST_CONTRAST = 3
SMALLEST = 24

# What of colours the rules are about, and what lies behind an element.
_COLOURS = """
const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
const seen = (colour) => colour.startsWith("rgb") && (parse(colour)[3] ?? 1) > 0.5;
const light = (colour) => {
  const [r, g, b] = parse(colour).map((one) => one / 255)
    .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  if (!seen(one) || !seen(other)) return 1;
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const ground = (element) => {
  for (let one = element; one; one = one.parentElement) {
    if (seen(getComputedStyle(one).backgroundColor)) return getComputedStyle(one).backgroundColor;
  }
  return "rgb(255, 255, 255)";
};
const named = (element) =>
  `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 30)}`;
const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()
  && one.getClientRects().length && !one.closest("svg"));
"""

# By how much the focus is marked against what lies behind. One element of each kind is looked at.
_FOCUS = f"""
() => {{
  {_COLOURS}
  const kinds = new Map();
  for (const one of shown("a[href], button, input, summary, [tabindex='0']")) {{
    const around = ground(one.parentElement);
    kinds.set(`${{one.tagName}} ${{one.type ?? ""}} ${{one.className}} ${{around}}`, one);
  }}
  return [...kinds.values()].map((one) => {{
    one.focus();
    const style = getComputedStyle(one);
    const behind = ground(one.parentElement);
    const shadows = style.boxShadow.match(/rgba?\\([^)]*\\)/g) ?? [];
    const outlines = style.outlineStyle === "none" ? [] : [style.outlineColor];
    const marks = [style.backgroundColor, ...shadows, ...outlines];
    const held = document.activeElement === one;
    return [named(one), held ? Math.max(...marks.map((mark) => contrast(mark, behind))) : 0];
  }});
}}
"""

# How much the edge or the surface of each control differs from what lies behind.
_EDGES = f"""
() => {{
  {_COLOURS}
  return shown("input, .ct-button, .menu-button, .search-button").map((one) => {{
    const style = getComputedStyle(one);
    const behind = ground(one.parentElement);
    const edged = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none";
    const by = [edged ? style.borderTopColor : "", style.backgroundColor].map((one) => contrast(one, behind));
    // What the browser draws by itself has edges of its own.
    const native = style.appearance === "auto" && one.type === "radio";
    return [named(one), native ? 21 : Math.max(...by)];
  }});
}}
"""

# Whatever can be pressed, but for links within a sentence, whose lines decide their height.
_SIZES = f"""
() => {{
  {_COLOURS}
  const inSentence = (one) => one.tagName === "A" && getComputedStyle(one).display === "inline"
    && one.parentElement.textContent.trim() !== one.textContent.trim();
  const box = (one) => (one.labels?.length && ["radio", "checkbox"].includes(one.type) ? one.labels[0] : one)
    .getBoundingClientRect();
  return shown("a[href], button, input, summary").filter((one) => !inSentence(one))
    .filter((one) => !one.matches(".skip-link"))
    .map((one) => [named(one), box(one).width, box(one).height]);
}}
"""


@pytest.fixture(scope="module", params=PAGES)
def opened(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Page]:
    """A page of each kind, on which what is fetched later stands too."""
    context = browser.new_context(base_url=site_url)
    page = context.new_page()
    page.goto(PAGES[request.param], wait_until="networkidle")
    yield page
    context.close()


def ask(page: Page, script: str) -> list[list[Any]]:
    """Return what the script finds; a page on which it finds nothing would prove nothing."""
    found = cast(list[list[Any]], page.evaluate(script))
    assert len(found) > 2
    return found


def faint(page: Page, script: str) -> list[tuple[str, str, float]]:
    """Return what stands out too little, in light and in dark colours."""
    wrong: list[tuple[str, str, float]] = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        # So that the focus is shown, as it is to those who press keys.
        page.keyboard.press("Tab")
        wrong += [(scheme, name, by) for name, by in ask(page, script) if by < LEAST_CONTRAST]
    return wrong


def test_the_focus_is_marked_in_colours_that_stand_out(opened: Page) -> None:
    assert faint(opened, _FOCUS) == []


def test_the_edge_of_whatever_is_filled_in_or_pressed_stands_out(opened: Page) -> None:
    assert faint(opened, _EDGES) == []


def test_a_question_keeps_both_when_it_is_answered_wrongly(page: Page) -> None:
    conversation = Conversation.begun(page, "evidence")
    conversation.press("Continue")
    conversation.live.locator(".ct-errors").wait_for()
    assert faint(page, _FOCUS) == []
    assert faint(page, _EDGES) == []


@pytest.mark.parametrize("size", SIZES)
def test_whatever_can_be_pressed_is_large_enough(opened: Page, size: str) -> None:
    opened.set_viewport_size(SIZES[size])
    for button in opened.locator("button[aria-expanded]:visible").all():
        button.click()
    assert [one for one in ask(opened, _SIZES) if min(one[1:]) < SMALLEST] == []
