"""The site works wherever on a server it stands, and helps readers whose address leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from servers.hosts import nginx

from .conftest import Witness

# What the settings of the made-up organisation say: https://larkfield.example/safety/.
BASE = "/safety/"


@pytest.fixture(scope="module")
def address(other_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another organisation's site, under a path of an nginx."""
    with nginx(other_site, BASE, tmp_path_factory.mktemp("work")) as url:
        yield url


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    witness = Witness(address)
    context = browser.new_context(base_url=address)
    witness.watch(context)
    yield context.new_page()
    context.close()
    # A missing page is said to be missing in the console too.
    witness.errors = [said for said in witness.errors if "404" not in said]
    witness.assert_clean()


def test_a_reader_goes_from_page_to_page_and_through_a_tree(reader: Page, address: str) -> None:
    reader.goto("")
    reader.get_by_role("navigation", name="Main").get_by_role("link", name="The policy").click()
    expect(reader).to_have_url(f"{address}policy/lone-working/")
    reader.goto("search/?q=2.1")
    reader.get_by_role("link", name="Clause 2.1").click()
    expect(reader.locator("#c2-1")).to_be_in_viewport()
    reader.goto("trees/visit/")
    live = reader.locator(".ct-live")
    live.locator(".ct-option input").first.check()
    live.get_by_role("button", name="Continue").click()
    expect(live.locator(".ct-heading")).to_be_focused(timeout=30_000)


@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        ("policy/lone-workin/", "policy/lone-working/"),
        ("policy/lone-workin%E9/", "policy/lone-working/"),
        ("policy/lone-working/c2-1", "policy/lone-working/#c2-1"),
        ("policy/lone-working.html#c2-1", "policy/lone-working/#c2-1"),
        ("lone-working/2.1", "policy/lone-working/#c2-1"),
        ("trees/vist/", "trees/visit/"),
        ("no-answer", "trees/no-answer/"),
        ("trees/visit.html", "trees/visit/"),
        ("policy/", "policy/lone-working/"),
        ("trees/", "trees/no-answer/"),
        ("policy/lone-working/v/0.9/", "policy/lone-working/"),
        ("policy/lone-working/v/0.9/#c2-1", "policy/lone-working/#c2-1"),
        ("policy/lone%20working/", "policy/lone-working/"),
    ],
)
def test_a_lost_reader_is_told_what_may_have_been_meant(
    reader: Page, address: str, lost: str, meant: str
) -> None:
    reader.goto(lost)
    first = reader.locator("[data-not-found] a").first
    assert first.evaluate("(link) => link.href") == address + meant
    first.click()
    expect(reader.get_by_role("heading", level=1)).not_to_have_text("Page not found")


def test_a_reader_who_is_lost_altogether_is_told_nothing_wrong(reader: Page) -> None:
    reader.goto("zzzzzzzzzzzz/qqqqqqqqqqqqqqq")
    expect(reader.get_by_role("heading", name="Or start here")).to_be_visible()
    expect(reader.locator("[data-not-found] a")).to_have_count(0)
    expect(reader.get_by_role("heading", name="Did you mean one of these?")).to_be_hidden()


def test_a_clause_that_is_not_there_is_said_not_to_be(reader: Page) -> None:
    reader.goto("policy/lone-working/#c2-11")
    notice = reader.locator(".no-such-clause")
    expect(notice).to_contain_text("There is nothing called “c2-11” on this page.")
    expect(notice).to_be_in_viewport()
    expect(reader.get_by_role("status").filter(has_text="c2-11")).to_have_count(1)
    notice.get_by_role("link", name="clause 2.1", exact=True).click()
    expect(reader.locator("#c2-1")).to_be_in_viewport()
    expect(notice).to_have_count(0)


@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        ("c1-1-c", ["clause 1.1(a)", "clause 1.1(b)", "clause 1.1"]),
        ("1.1(c)", ["clause 1.1(a)", "clause 1.1(b)", "clause 1.1"]),
        ("c1-1-a-i", ["clause 1.1(a)"]),
        ("1.2", ["clause 1.2"]),
        ("Clause-1.2", ["clause 1.2"]),
        ("opning", ["paragraph 1 of “Lone working policy”"]),
        ("c3-0", ["section 1.0", "section 2.0"]),
    ],
)
def test_whatever_has_a_link_may_have_been_meant(reader: Page, lost: str, meant: list[str]) -> None:
    reader.goto(f"policy/lone-working/#{lost}")
    links = reader.locator(".no-such-clause a")
    expect(links).to_have_text(meant)
    links.first.click()
    expect(reader.locator(":target")).to_be_in_viewport()
    expect(reader.locator(".no-such-clause")).to_have_count(0)


def test_a_link_cannot_make_the_policy_say_what_it_likes(reader: Page) -> None:
    reader.goto("policy/lone-working/#This policy was withdrawn. Ring 0900 123.")
    notice = reader.locator(".no-such-clause")
    expect(notice).to_contain_text("There is nothing of the name in the link on this page.")
    expect(reader.locator("body")).not_to_contain_text("0900")


def test_a_site_whose_address_nobody_gave_asks_its_questions_in_any_folder(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    with nginx(site, "/some/where/", tmp_path) as url, browser.new_context(base_url=url) as context:
        page = context.new_page()
        page.goto("trees/messaging/#messaging?platform=whatsapp")
        live = page.locator(".ct-live")
        expect(live).to_have_attribute("data-node", "work-channels", timeout=30_000)
