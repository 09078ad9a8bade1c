"""Points that answers add up to, and a contact and a table that hang on them, on a made-up site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from servers.folder import serve

from ..building import add_tree, build, organisation
from .axe import violations
from .conversation import Conversation

VISIT = """\
tree visit "How risky is the visit?"
    policy lone-working
    basis clauses
    start place
    total risk "the risk score"

question place "Where is it?"
    option office "At our office" -> time
    option home "At somebody's home" adds 2 points to risk -> time

question time "At what hour does it begin?"
    number 0 to 23
    adds 1.5 points to risk when time >= 18 or time < 6
    then -> signs

question signs "Which of these apply?"
    many angry "They were angry before" adds 1 to risk
    many alone "Nobody else is there" adds 1 to risk
    none neither "None of these"
    then -> level

table level
    columns risk     place
    row     >= 4     any    -> high
    row     1 to 3.5 home   -> some
    row     1 to 3.5 office -> low
    row     < 1      any    -> low

outcome high "Do not go alone"
    contact "The duty manager" "Ring 020 7946 0000" when risk > 4

outcome some "Tell your buddy"

outcome low "You may go"

scenario "At night, at home, with an angry man"
    place is home
    time is 18
    signs includes angry
    ends high
    expects risk is 4.5
    expects contact "The duty manager"

scenario "By day, at home, alone with an angry man"
    place is home
    time is 6
    signs includes angry, alone
    ends high
    expects risk is 4
    expects not contact "The duty manager"

scenario "Before six, at home"
    place is home
    time is 5
    signs is neither
    ends some
    expects risk is 3.5

scenario "Before six in the evening, at the office, alone"
    place is office
    time is 17
    signs includes alone
    ends low
    expects risk is 1

scenario "By day, at the office"
    place is office
    time is 12
    signs is neither
    ends low
    expects risk is 0
"""

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that has points."""
    folder = organisation(tmp_path_factory.mktemp("visit") / "organisation")
    add_tree(folder, "visit", VISIT)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    with serve(folder / "site") as address:
        yield address


def _begun_at_home(page: Page) -> Conversation:
    conversation = Conversation.begun(page, "visit")
    conversation.answer(["At somebody's home"], "time")
    conversation.live.get_by_role("textbox").fill("18")
    conversation.press("Continue")
    conversation.expect_at("signs")
    return conversation


def test_the_total_grows_with_the_answers_and_stands_in_the_record(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = _begun_at_home(page)
    total = conversation.live.locator(".ct-total")
    expect(total).to_have_text("The risk score 3.5")
    conversation.answer(["They were angry before"], "high")
    expect(total).to_have_text("The risk score 4.5")
    expect(conversation.live.get_by_role("link", name="020 7946 0000")).to_be_visible()
    assert violations(page) == []
    conversation.press("Copy the record")
    expect(page.locator("#announcer")).to_have_text("Record copied")
    record = cast(str, page.evaluate("() => navigator.clipboard.readText()"))
    assert "POINTS\nThe risk score: 4.5\n" in record


def test_an_answer_that_is_changed_changes_the_total(page: Page) -> None:
    conversation = _begun_at_home(page)
    conversation.answer(["They were angry before"], "high")
    conversation.live.get_by_role("button", name="Change your answer to: Where is it?").click()
    conversation.expect_at("place")
    expect(conversation.live.locator(".ct-total")).to_have_count(0)
    conversation.answer(["At our office"], "low")
    expect(conversation.live.locator(".ct-total")).to_have_text("The risk score 2.5")


def test_pages_without_scripts_say_what_to_add_and_show_the_table(browser: Browser, site_url: str) -> None:
    viewport: ViewportSize = {"width": 320, "height": 640}
    context = browser.new_context(base_url=site_url, java_script_enabled=False, viewport=viewport)
    page = context.new_page()
    page.goto("trees/visit/")
    name = "At somebody's home (adds 2 to the risk score)"
    expect(page.locator("#visit--place").get_by_role("link", name=name)).to_be_visible()
    expect(page.locator("#visit--time li").first).to_have_text(
        "Add 1.5 to the risk score if your answer is at least 18 or your answer is less than 6."
    )
    expect(page.locator("#visit--level").get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()
