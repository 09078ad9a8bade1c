"""Every page is whole without scripts; and what the main pages do, they do within their policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import Witness
from .conversation import Conversation
from .sizes import SIZES
from .sound import FAULTS

CLAUSE = "policy/social-media/#c2-4"
_VIOLATIONS = """
window.brokenPolicies = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.brokenPolicies.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""
# What needs a script and is shown without one, and what is missing where a widget would be.
_IN_THE_WAY = """
() => {
  const shown = (part, which) => [...part.querySelectorAll(which)].filter((one) => one.checkVisibility());
  const dead = shown(document, "button, .ct-tree .ct-live").map((one) => one.outerHTML);
  const lost = [...document.querySelectorAll(".ct-tree")].filter((one) => !shown(one, "a.ct-start").length);
  return [...dead, ...lost.map((one) => `${one.dataset.tree} has no start`)];
}
"""


@pytest.fixture(scope="session")
def addresses(site: Path) -> list[str]:
    """Every page, by its address from the site's: the site map is empty until the site has an address."""
    found = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]
    assert len(found) > 20
    return sorted("" if folder == "." else f"{folder}/" for folder in found)


def test_every_page_is_whole_without_scripts(
    browser: Browser, site_url: str, witness: Witness, addresses: list[str]
) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    witness.watch(context)
    page = context.new_page()
    seen = {}
    for address in addresses:
        page.goto(address)
        seen[address] = page.evaluate(FAULTS) + page.evaluate(_IN_THE_WAY)
    context.close()
    assert {address: faults for address, faults in seen.items() if faults} == {}
    witness.assert_clean()


@pytest.mark.parametrize("answered", [{"status": 404}, {"content_type": "text/plain", "body": ""}])
def test_a_page_whose_scripts_cannot_be_had_is_what_it_is_without_scripts(
    page: Page, answered: dict[str, str | int]
) -> None:
    for script in ("site.js", "finding.js", "embed.js"):
        page.route(f"**/{script}", lambda route: route.fulfill(**answered))
    page.set_viewport_size(SIZES["a phone"])
    for address in ("trees/evidence/", "trees/evidence/embed/", "policy/social-media/", "search/"):
        page.goto(address)
        assert page.evaluate(_IN_THE_WAY) == [], address
        if "embed" not in address:
            expect(page.get_by_role("navigation", name="Main").get_by_role("link").first).to_be_visible()
    expect(page.get_by_text("Everything else works without it")).to_be_visible()
    page.goto("trees/evidence/")
    page.locator("a.ct-start").click()
    expect(page.locator(".ct-fold :target a.ct-go").first).to_be_visible()


def test_the_policy_of_the_worker_lets_it_run_and_forbids_all_else(
    context: BrowserContext, page: Page, witness: Witness
) -> None:
    context.add_init_script(_VIOLATIONS)
    conversation = Conversation.begun(page, "evidence")
    conversation.answer(["No"], "assess")
    conversation.press("Back")
    conversation.expect_at("risk")
    assert page.evaluate("() => window.brokenPolicies") == []
    (worker,) = {url for url in witness.requests if url.endswith("/worker.js")}
    answer = page.request.get(worker)
    assert "'wasm-unsafe-eval'" in answer.headers["content-security-policy"]
    assert "style-src" not in answer.headers["content-security-policy"]
    witness.assert_clean()


def test_copy_link_puts_the_whole_address_on_the_clipboard_and_says_so(
    context: BrowserContext, page: Page, witness: Witness, site_url: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("policy/social-media/")
    page.get_by_role("button", name="Copy link to clause 2.4", exact=True).click()
    expect(page.locator("#announcer")).to_have_text("Link to clause 2.4 copied")
    expect(page.locator("#announcer")).to_have_role("status")
    assert page.evaluate("() => navigator.clipboard.readText()") == f"{site_url}{CLAUSE}"
    names = page.locator("main .clause-copy").all_text_contents()
    assert len(names) > 50
    assert len(set(names)) == len(names)
    witness.assert_clean()


def test_search_finds_a_clause_by_its_words_and_leads_there(page: Page, witness: Witness) -> None:
    page.goto("")
    box = page.get_by_role("searchbox")
    box.fill("harassment line manager HR business partner")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    expect(page.locator("[data-search-count]")).to_contain_text("result")
    page.get_by_role("main").get_by_role("link", name="Clause 2.4", exact=True).click()
    page.wait_for_url(re.compile(f"/{CLAUSE}$"))
    expect(page.locator("#c2-4")).to_be_in_viewport()
    witness.assert_clean()


def test_search_finds_a_clause_by_its_number(page: Page, witness: Witness) -> None:
    page.goto("search/?q=2.4")
    expect(page.locator("[data-search-results] li a").first).to_have_text("Clause 2.4")
    witness.assert_clean()
