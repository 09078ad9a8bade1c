"""The picture of every procedure: its links are links, and say what they show; the source and it agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from clausetree.render.tree.onward import labelled_edges
from clausetree.tree.wire import Procedure

from .drawn import Drawn, drawn
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
    region = figure.get_by_role("region", name=name, exact=True)
    assert region.get_attribute("aria-describedby") == figure.locator(".ct-key").get_attribute("id")
    titles = Counter(title(node) for node in procedure.tree.nodes)
    for words, times in titles.items():
        expect(region.get_by_role("link", name=words, exact=True)).to_have_count(times)
    # All that is in the accessibility tree: no edge, no title, no picture round the links.
    given = re.findall(r"^ *- '?(/?\w+)", region.aria_snapshot(), re.MULTILINE)
    assert Counter(given) == {"region": 1, "group": 1, "link": titles.total(), "/url": titles.total()}
    assert figure.locator("title, [role=img], [role=presentation]").count() == 0


def test_a_link_is_called_what_it_shows_and_leads_where_it_says(page: Page, procedure: Procedure) -> None:
    tree = procedure.tree
    for node in tree.nodes:
        address = f"#{tree.id}--{node.id}"
        link = page.locator(f'.ct-diagram svg a[href="{address}"]')
        shown = " ".join(line.strip() for line in link.locator("text").all_text_contents())
        assert link.get_attribute("aria-label") == shown == title(node)
        expect(page.locator(f"{address} .ct-heading")).to_have_text(title(node))


def test_the_picture_and_the_outline_have_the_nodes_and_the_ways_of_the_source(
    page: Page, procedure: Procedure
) -> None:
    tree = procedure.tree
    picture = drawn(page)
    said = {
        (node.id, _tight(words), target) for node in tree.nodes for target, words in labelled_edges(tree, node)
    }
    assert picture.nodes == {f"{tree.id}--{node.id}": _tight(title(node)) for node in tree.nodes}
    assert _without_prefix(picture, tree.id) == said
    outline = page.locator(".ct-outline a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert {href.removeprefix(f"#{tree.id}--") for href in outline} == {node.id for node in tree.nodes}


def _without_prefix(picture: Drawn, tree: str) -> set[tuple[str, str, str]]:
    prefix = f"{tree}--"
    return {(a.removeprefix(prefix), words, b.removeprefix(prefix)) for a, words, b in picture.ways}


def _tight(words: str) -> str:
    return "".join(words.split())
