"""The picture of every procedure: its links are links, and say what they show; the flowchart and it agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from clausetree.render.tree.picture.flow import to_flow
from clausetree.tree.model import Route, duties
from clausetree.tree.wire import Procedure

from .drawn import drawn
from .engine import all_procedures, title


@pytest.fixture(scope="module", params=all_procedures(), ids=lambda p: p.tree.id)
def procedure(request: pytest.FixtureRequest) -> Procedure:
    """Each procedure of the site."""
    found: Procedure = request.param
    return found


@pytest.fixture(scope="module")
def page(browser: Browser, site_url: str, procedure: Procedure) -> Iterator[Page]:
    """Its page, which these tests only look at."""
    context = browser.new_context(base_url=site_url)
    opened = context.new_page()
    opened.goto(f"trees/{procedure.tree.id}/")
    yield opened
    context.close()


def test_a_screen_reader_is_given_a_name_and_the_links_and_nothing_else(
    page: Page, procedure: Procedure
) -> None:
    figure = page.locator(".ct-diagram")
    name = f"Flowchart: {procedure.tree.title.text}"
    assert page.get_by_role("figure", name=name, exact=True).count() == 1
    parts = figure.get_by_role("region").all()
    for number, region in enumerate(parts, 1):
        called = f"{name} Part {number} of {len(parts)}" if len(parts) > 1 else name
        expect(region).to_have_accessible_name(called)
        assert region.get_attribute("aria-describedby") == figure.locator(".ct-key").get_attribute("id")
        # All that is in the accessibility tree: no edge, no title, no picture round the links.
        given = Counter(re.findall(r"^ *- '?(/?\w+)", region.aria_snapshot(), re.MULTILINE))
        del given["text"]  # the same words with the sign before who acts, which a name goes without
        assert given == {"region": 1, "group": 1, "link": given["link"], "/url": given["link"]}
    assert figure.locator("title, [role=img], [role=presentation]").count() == 0


def test_a_link_is_called_what_it_shows_and_leads_where_it_says(page: Page, procedure: Procedure) -> None:
    tree = procedure.tree
    for node in tree.nodes:
        address = f"#{tree.id}--{node.id}"
        for link in page.locator(f'.ct-diagram svg a[href="{address}"]').all():
            shown = " ".join(line.strip() for line in link.locator("text").all_text_contents())
            called = link.get_attribute("aria-label") or ""
            assert called.replace(". ", " ").replace(",", "") == shown.replace("▸ ", "").replace(",", "")
            if not isinstance(node, Route):
                assert title(node) in called
        if not isinstance(node, Route):
            assert page.locator(f'.ct-diagram svg a[href="{address}"]').count() > 0
        expect(page.locator(f"{address} .ct-heading")).to_have_text(title(node))


def test_the_picture_shows_the_boxes_and_arrows_of_the_flowchart(page: Page, procedure: Procedure) -> None:
    tree = procedure.tree
    flow, picture = to_flow(tree), drawn(page)
    words = {box.id: _tight(box.words) for box in flow.boxes}
    said = [(words[a.source], _tight(" / ".join(a.words)), words[a.target]) for a in flow.arrows]
    assert sorted(picture.ways) == sorted(said)
    assert set(picture.boxes) == {(f"{tree.id}--{box.node}", words[box.id]) for box in flow.boxes}


def test_the_outline_has_every_node(page: Page, procedure: Procedure) -> None:
    tree = procedure.tree
    outline = page.locator(".ct-outline a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert {href.removeprefix(f"#{tree.id}--") for href in outline} == {node.id for node in tree.nodes}


def test_no_part_of_a_picture_is_wider_than_a_page_of_1120_pixels(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    parts = page.locator(".ct-scroll").all()
    assert parts
    for part in parts:
        assert part.evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_the_tab_key_stops_once_at_each_part_and_arrows_go_from_box_to_box(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    part = page.locator(".ct-scroll").first
    boxes = part.locator("svg a")
    part.focus()
    page.keyboard.press("Tab")
    expect(boxes.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(boxes.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(boxes.last).to_be_focused()
    page.keyboard.press("Tab")
    assert part.evaluate("(one) => !one.contains(document.activeElement)")


def test_a_box_shows_what_has_to_be_done_there(page: Page, procedure: Procedure) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    node = next(node for node in procedure.tree.nodes if duties(node))
    box = page.locator(f'.ct-diagram svg a[href="#{procedure.tree.id}--{node.id}"]').first
    box.scroll_into_view_if_needed()
    box.hover()
    for duty in duties(node):
        expect(page.locator(".clause-preview")).to_contain_text(duty.what.text)
    page.keyboard.press("Escape")
    expect(page.locator(".clause-preview")).to_have_count(0)


def _tight(words: str) -> str:
    return "".join(words.split())
