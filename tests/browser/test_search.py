"""Search: what a tired reader types leads her to the clause or the procedure, and what was found is said."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

PROCEDURES, POLICY, APART = "What to do now", "The policy", "For those who look after this site"


def found(page: Page, query: str) -> dict[str, list[str]]:
    """Return the titles of what a search finds, under their headings."""
    page.goto("search/")
    page.get_by_label("Words, or a clause number").fill(query)
    page.get_by_role("button", name="Search").last.click()
    expect(page.locator("[data-search-count]")).to_contain_text(query)
    groups = page.locator("[data-search-results] h2").all()
    return {
        str(group.text_content()): group.locator("xpath=following-sibling::ol[1]")
        .locator("li > a")
        .all_text_contents()
        for group in groups
    }


@pytest.mark.parametrize(
    ("query", "heading", "first"),
    [
        ("2.13", POLICY, "Clause 2.13"),
        ("c2-13", POLICY, "Clause 2.13"),
        ("2.3a", POLICY, "Clause 2.3(a)"),
        ("clause 2.1", POLICY, "Clause 2.1"),
        ("whatsapp", PROCEDURES, "Choosing a messaging platform"),
        ("screenshot", PROCEDURES, "Choosing a messaging platform"),
        ("subject access request", PROCEDURES, "Posts or comments about Cafcass as an organisation"),
        ("threat", PROCEDURES, "Comments or posts about a Cafcass employee"),
        ("threatening post about me", PROCEDURES, "Comments or posts about a Cafcass employee"),
        ("harrasment", PROCEDURES, "Comments or posts about a Cafcass employee"),
        ("whatapp", PROCEDURES, "Choosing a messaging platform"),
    ],
)
def test_the_best_of_what_is_found_comes_first(page: Page, query: str, heading: str, first: str) -> None:
    groups = found(page, query)
    assert next(iter(groups)) == heading
    assert groups[heading][0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("threat", "Clause 2.4"),
        ("whatsapp", "Clause 2.14"),
        ("screenshot", "Clause 2.8"),
        ("subject access request", "Clause 2.7"),
        ("harrasment", "Clause 2.4"),
    ],
)
def test_what_to_do_comes_before_the_clauses_and_those_before_other_pages(
    page: Page, query: str, first: str
) -> None:
    groups = found(page, query)
    assert list(groups)[:2] == [PROCEDURES, POLICY]
    assert groups[POLICY][0] == first


def test_a_procedure_is_found_once_and_begins_at_its_beginning(page: Page) -> None:
    groups = found(page, "manager")
    assert len(groups[PROCEDURES]) == len(set(groups[PROCEDURES])) > 2
    page.get_by_role("link", name="Comments or posts about a Cafcass employee", exact=True).click()
    assert page.url.endswith("/trees/employee-comments/")


def test_what_is_written_for_authors_comes_last(page: Page) -> None:
    assert list(found(page, "threat"))[-1] == APART
    assert found(page, "T104")[APART][0].startswith("T104")


def test_a_word_that_stands_nowhere_is_taken_for_the_nearest_and_that_is_said(page: Page) -> None:
    found(page, "harrasment")
    status = page.locator("[data-search-count]")
    expect(status).to_contain_text("Nothing found for “harrasment”.")
    expect(status).to_contain_text("for “harassment”")


def test_what_a_search_finds_is_said(page: Page) -> None:
    page.goto("search/")
    page.get_by_label("Words, or a clause number").fill("friend request")
    status = page.locator("[data-search-count]")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_contain_text("“friend request”")
    page.get_by_label("Words, or a clause number").fill("zebra")
    expect(status).to_have_text(
        "Nothing found for “zebra”. Try other words, or start from one of the pages below."
    )


@pytest.mark.parametrize("query", ["bullying", "stalking", "facebook"])
def test_who_finds_nothing_is_led_to_what_may_have_happened(page: Page, query: str) -> None:
    assert found(page, query) == {}
    page.get_by_role("main").get_by_role("link", name="What to do now", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What to do now")
    found(page, "threat")
    expect(page.get_by_role("heading", name="Or start here")).to_be_hidden()


def test_a_clause_is_found_once_where_the_site_has_an_address(browser: Browser, other_site_url: str) -> None:
    # Another organisation's settings name the address at which its site will stand.
    context = browser.new_context(base_url=other_site_url)
    groups = found(context.new_page(), "pairs")
    assert groups[POLICY] == ["Clause 1.3"]
    context.close()


def test_without_scripts_search_says_what_to_do_instead(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("search/")
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    expect(page.locator("form:visible")).to_have_count(0)
    context.close()
