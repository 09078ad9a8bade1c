"""By when something is to be done, and how long ago something was, on the site of a made-up organisation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from servers.folder import serve

from ..building import add_tree, build, organisation
from .axe import violations
from .conversation import Conversation
from .typed_in import assert_error, type_in

CALENDAR = """\
name: Larkfield
holidays: [GB-ENG]
from: 2026
to: 2027
clocks: Europe/London
"""
BREACH = """\
tree breach "A breach"
    policy lone-working
    basis clauses
    start noticed
    role officer "The duty officer"

question noticed "When did you notice it?"
    cites 2.1
    date and time 2026-01-01 to today
    then -> sort

route sort
    when days since noticed > 3 -> late
    otherwise -> report

outcome report "Report it"
    must officer "Report it" within 72 hours of noticed "noticing it" (2.1)
    acknowledge T805 "The law says so"
    must officer "Write down what happened" within 2 working days of noticed (2.1)
    acknowledge T805 "The law says so"
    must officer "Ring" within 1 week of "the day on which you can" (2.1)
    acknowledge T805 "The law says so"

outcome late "It is late"

scenario "Three days ago"
    today is 2026-04-05
    noticed is 2026-04-02T17:30
    ends report
    expects must officer "Report it" by 2026-04-05T17:30
    expects must officer "Write down what happened" by 2026-04-08
    expects must officer "Ring"

scenario "Four days ago"
    today is 2026-04-06
    noticed is 2026-04-02T17:30
    ends late
"""
TOLD = [
    "Report it, within 72 hours of noticing it: by 5:30pm on Sunday 5 April 2026",
    "Write down what happened, within 2 working days of the day that answers “When did you notice it?”: "
    "by the end of Wednesday 8 April 2026",
    "Ring, within 1 week of the day on which you can",
]
"""After Maundy Thursday 2026: Friday and Monday are public holidays."""

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that has deadlines."""
    folder = organisation(tmp_path_factory.mktemp("breach") / "organisation")
    (folder / "docs" / "calendar.yml").write_text(CALENDAR, encoding="utf-8")
    add_tree(folder, "breach", BREACH)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    with serve(folder / "site") as address:
        yield address


@pytest.fixture
def easter(page: Page) -> Page:
    """A reader's page on Easter Sunday of 2026, by her own clock."""
    page.clock.install(time=datetime(2026, 4, 5, 12))
    return page


def test_a_reader_is_told_by_when_and_so_is_her_record(context: BrowserContext, easter: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = Conversation.begun(easter, "breach")
    type_in(conversation, day="2", month="4", year="2026", time="5.30pm")
    conversation.expect_at("report")
    assert [line["what"] for line in conversation.read()["due"]] == TOLD
    assert violations(easter) == []
    conversation.press("Copy the record")
    expect(easter.locator("#announcer")).to_have_text("Record copied")
    record = cast(str, easter.evaluate("() => navigator.clipboard.readText()"))
    assert [line for line in record.splitlines() if line.startswith("  -")] == [
        f"  - {words} (clause 2.1)" for words in TOLD
    ]


def test_how_long_ago_something_was_goes_by_the_readers_clock(page: Page) -> None:
    page.clock.install(time=datetime(2026, 4, 5, 23, 59))
    conversation = Conversation.begun(page, "breach")
    type_in(conversation, day="2", month="4", year="2026", time="17:30")
    conversation.expect_at("report")
    conversation.press("Back")
    page.clock.set_system_time(datetime(2026, 4, 6, 0, 1))
    conversation.press("Continue")
    conversation.expect_at("late")


def test_no_day_is_taken_that_is_yet_to_come(easter: Page) -> None:
    conversation = Conversation.begun(easter, "breach")
    type_in(conversation, day="6", month="4", year="2026", time="9am")
    assert_error(conversation, "The date must be from 1 January 2026 to today", "day")


def test_a_day_that_the_calendar_does_not_have_is_the_readers_to_count(page: Page) -> None:
    page.clock.install(time=datetime(2027, 12, 31, 12))
    conversation = Conversation.begun(page, "breach")
    type_in(conversation, day="31", month="12", year="2027", time="9am")
    conversation.expect_at("report")
    has = "This page has the calendar of Larkfield from 1 January 2026 to 31 December 2027"
    first, second, _ = (line["what"] for line in conversation.read()["due"])
    for told in (first, second):
        assert told.endswith(f". {has}, so you must count the time yourself.")


def test_pages_without_scripts_say_how_long_there_is(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("trees/breach/#breach--report")
    section = page.locator("#breach--report")
    expect(section.locator(".ct-within").first).to_have_text(", within 72 hours of noticing it")
    expect(section.locator(".ct-due")).to_have_count(0)
    expect(page.locator(".ct-outline").first).to_contain_text("is more than 3 days ago")
    context.close()
