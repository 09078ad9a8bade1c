"""The site unpacked into a folder and opened there: no server, no modules, nothing fetched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from clausetree.publish.delivery.from_folder import write_for_folder

from .conversation import follow


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked site, in a folder whose name has a blank and a sign that addresses escape."""
    work = tmp_path_factory.mktemp("shared")
    write_for_folder(site, work / "site.zip", 1_767_225_600)
    shutil.unpack_archive(work / "site.zip", work / "our drive #1")
    return work / "our drive #1"


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """The home page, opened from the folder."""
    said: list[str] = []
    with browser.new_context() as context:
        context.on("console", lambda message: said.append(message.text))
        context.on("weberror", lambda error: said.append(str(error.error)))
        opened = context.new_page()
        opened.goto((folder / "index.html").as_uri())
        yield opened
    assert said == []


def test_every_link_of_every_page_leads_to_a_file(page: Page, folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 100
    asked = """(pages) => Promise.all(pages.map(async ([address, html]) => {
        const read = new DOMParser().parseFromString(html, "text/html");
        const links = [...read.querySelectorAll("[href]")].map((link) => link.getAttribute("href"));
        return links.map((link) => new URL(link, address).href);
    }))"""
    given = [[path.as_uri(), path.read_text(encoding="utf-8")] for path in pages]
    lost = {
        link
        for links in page.evaluate(asked, given)
        for link in links
        if link.startswith("file:") and not Path(unquote(urlsplit(link).path)).is_file()
    }
    assert lost == set()


def test_a_reader_goes_from_page_to_page_and_sees_styles_and_pictures(page: Page) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="The policy").click()
    page.wait_for_url("**/policy/social-media/index.html")
    expect(page.locator("html[data-started]")).to_have_count(1)
    assert page.evaluate("() => getComputedStyle(document.body).display") == "flex"
    page.goto(page.url.replace("policy/social-media", "trees/evidence"))
    expect(page.locator(".ct-diagram svg").first).to_be_visible()
    page.locator(".ct-diagram svg a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_search_finds_a_clause_and_leads_to_it(page: Page) -> None:
    page.goto(page.url.replace("index.html", "policy/social-media/index.html"))
    box = page.locator("form[data-search] input")
    box.fill("2.4")
    box.press("Enter")
    page.wait_for_url("**/search/index.html?q=2.4")
    page.get_by_role("link", name="Clause 2.4", exact=True).click()
    page.wait_for_url("**/policy/social-media/index.html*#c2-4")
    expect(page.locator("#c2-4")).to_be_in_viewport()


def test_a_procedure_says_what_it_needs_and_is_followed_by_links(page: Page) -> None:
    page.goto(page.url.replace("index.html", "trees/messaging/index.html"))
    status = page.locator(".ct-status")
    expect(status).to_contain_text("Questions come one at a time only where a web server hands out this page.")
    status.get_by_role("link", name="Start here").click()
    expect(page.locator("#messaging--platform")).to_be_in_viewport()
    assert follow(page, "WhatsApp")["heading"] == "Keep it on work channels"
