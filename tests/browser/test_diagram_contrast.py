"""Every word of a picture can be read, in any colours and any state: worked out from what is painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal, cast

import pytest
from playwright.sync_api import Page

from clausetree.tree.wire import Procedure

from .axe import SCHEMES
from .engine import all_procedures

pytestmark = pytest.mark.usefixtures("clean")

LEAST = 4.5
FORCED: tuple[Literal["none", "active"], ...] = ("none", "active")

# The words of a picture, each with their colour and with the colours that may lie behind them: all those of
# the shapes of the same link, or else of the page. What is not filled lets through what lies behind it.
_PAINTED = """
(within) => {
  const opaque = (colour) => colour !== "none" && !/^rgba\\(.*, 0\\)$/.test(colour);
  const behind = (text) => {
    const link = text.closest("a");
    const shapes = link ? [...link.querySelectorAll("polygon, path, ellipse")] : [];
    const fills = shapes.map((shape) => getComputedStyle(shape).fill).filter(opaque);
    if (fills.length) return fills;
    let ground = text.closest(".ct-scroll");
    while (ground && !opaque(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    return [ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)"];
  };
  return [...document.querySelectorAll(`${within} text`)]
    .flatMap((text) => behind(text).map((ground) => [text.textContent, getComputedStyle(text).fill, ground]));
}
"""

_WIDTHS = """
(nodes) => nodes.map((node) => parseFloat(getComputedStyle(node.querySelector("polygon, path")).strokeWidth))
"""
_MARK = """
(on) => document.querySelectorAll(".ct-diagram g.node").forEach((one) => one.classList.toggle("ct-on", on))
"""


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_the_words_of_a_picture_stand_out(page: Page, procedure: Procedure) -> None:
    page.goto(f"trees/{procedure.tree.id}/")
    faint = {}
    for scheme, forced in product(SCHEMES, FORCED):
        page.emulate_media(color_scheme=scheme, forced_colors=forced, reduced_motion="reduce")
        faint[scheme, forced] = [*_faint_in_every_state(page)]
    assert {colours: words for colours, words in faint.items() if words} == {}


def _faint_in_every_state(page: Page) -> Iterator[str]:
    everywhere = ".ct-diagram svg"
    page.mouse.move(0, 0)
    page.evaluate(_MARK, False)
    page.evaluate("() => document.activeElement.blur()")
    yield from _faint(page, everywhere, "as it is")
    # So that the focus is shown, as it is to those who press keys.
    page.keyboard.press("Tab")
    for kind in _kinds(page):
        within = f"{everywhere} .{kind} a"
        link = page.locator(within).first
        link.hover()
        yield from _faint(page, f"{within}:hover", f"{kind} under the pointer")
        link.focus()
        yield from _faint(page, f"{within}:focus-visible", f"{kind} with the focus")
    page.mouse.move(0, 0)
    page.evaluate(_MARK, True)
    yield from _faint(page, everywhere, "on the reader's way")


def test_the_way_that_a_reader_took_is_marked_by_heavier_lines(page: Page) -> None:
    page.goto("trees/evidence/#evidence--assess")
    page.locator(".ct-live .ct-option label").first.click()
    page.locator(".ct-live").get_by_role("button", name="Continue").click()
    marked = page.locator(".ct-diagram g.ct-on")
    marked.nth(1).wait_for()
    others = page.locator(".ct-diagram g.node:not(.ct-on)")
    assert min(marked.evaluate_all(_WIDTHS)) > max(others.evaluate_all(_WIDTHS))


def _kinds(page: Page) -> list[str]:
    """Return the classes of the kinds of node that the picture has."""
    classes = "(all) => all.flatMap((one) => [...one.classList].filter((name) => name.startsWith('ct-svg-')))"
    return sorted(set(cast(list[str], page.locator(".ct-diagram g.node").evaluate_all(classes))))


def _faint(page: Page, within: str, state: str) -> list[str]:
    painted = cast(list[list[str]], page.evaluate(_PAINTED, within))
    assert painted, f"nothing is {state}"
    return [
        f"{state}: “{words}” is {ink} on {ground}"
        for words, ink, ground in painted
        if _contrast(ink, ground) < LEAST
    ]


def _contrast(one: str, other: str) -> float:
    """Return the contrast that WCAG defines; none, where a colour is none."""
    if "none" in (one, other):
        return 1
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", colour)
    assert channels, f"{colour} is not a colour of the screen"
    linear = [_linear(int(channel) / 255) for channel in channels.groups()]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
