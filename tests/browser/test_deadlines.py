"""By when something is to be done, and how long ago something was, on the site of a made-up organisation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random
from typing import cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from servers.folder import serve

from ..building import add_tree, build, course, organisation
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
LETTER = """\
tree letter "A letter"
    policy lone-working
    basis clauses
    start came

question came "When did it come?"
    cites 2.1
    date 2026-03-01 to 2027-12-31
    then -> read

question read "When did you read it?"
    cites 2.1
    date and time 2026-03-01 to 2027-12-31
    then -> sort

route sort
    when came < 2026-04-01 -> early
    otherwise -> answer

outcome early "It came early"
    must you "Answer it" within 5 working days of came (2.1)
    acknowledge T805 "The law says so"
    must you "Copy it" within 1 month of came "the post" or the next working day (2.1)
    acknowledge T805 "The law says so"
    must you "Report it" within 36 hours of read (2.1)
    acknowledge T805 "The law says so"

outcome answer "Answer it"
    must you "Answer it" within 20 working days of came (2.1)
    acknowledge T805 "The law says so"
    must you "Claim" within 3 months less a day of came (2.1)
    acknowledge T805 "The law says so"
    must not you "Burn it" within 2 weeks of read (2.1)
    acknowledge T805 "The law says so"
    must you "Report it" within 72 hours of read (2.1)
    acknowledge T805 "The law says so"

scenario "In March"
    came is 2026-03-02
    read is 2026-03-28T20:00
    ends early
    expects must you "Report it" by 2026-03-30T09:00

scenario "From April on"
    came is 2026-04-01
    read is 2026-10-24T20:00
    ends answer
    expects must you "Report it" by 2026-10-27T19:00

scenario "The last of March"
    came is 2026-03-31
    read is 2026-04-01T20:00
    ends early
"""
ODD_TIMES = ("midnight", "noon", "12am", "9", "9.05 pm", "0:30", "24:00", "")
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
    add_tree(folder, "letter", LETTER)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    course(folder, "letter", folder / "site" / "course")
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


def drawn(chance: Random, *, time: bool) -> dict[str, str]:
    """Return a day that may be typed, near a public holiday or a change of clocks and not always a real one."""
    months = ("3", "4", "May", "10", "12", str(chance.randint(1, 12)))
    day = {
        "day": str(chance.randint(1, 31)),
        "month": chance.choice(months),
        "year": chance.choice(("2026", "2027")),
    }
    clock = f"{chance.randrange(24)}:{chance.randrange(60):02}"
    return {**day, "time": chance.choice((clock, clock, clock, chance.choice(ODD_TIMES)))} if time else day


def told_after(live: Locator, parts: dict[str, str]) -> str:
    """Type something, go on, and return all that is shown then: what is to be done, or what is wrong."""
    for name, text in parts.items():
        live.locator(f"input[name={name}]").fill(text)
    live.evaluate("(live) => { live.firstElementChild.dataset.before = ''; }")
    live.get_by_role("button", name="Continue").click()
    expect(live.locator("[data-before]")).to_have_count(0, timeout=30_000)
    seen = live.locator(".ct-heading, .ct-error, .ct-errors li, .ct-what, .ct-asked, .ct-said")
    return "\n".join(seen.all_inner_texts())


def test_a_course_shows_for_days_drawn_at_random_what_the_live_page_shows(
    browser: Browser, page: Page, site_url: str
) -> None:
    # A course has no icon: its page is in a browser that nobody hears complain of that.
    course_page = browser.new_context(base_url=site_url).new_page()
    chance, ends = Random(20261130), 0
    for each in (page, course_page):
        each.clock.install(time=datetime(2026, 11, 30, 12))
    page.goto("trees/letter/")
    course_page.goto("course/index.html")
    lives = [each.locator(".ct-live") for each in (page, course_page)]
    for _ in range(60):
        asked = [live.locator("input[name=day]").count() for live in lives]
        if not all(asked):
            ends += 1
            for live in lives:
                live.get_by_role("button", name="Start again").click()
                expect(live.locator("input[name=day]")).to_have_count(1)
        time = lives[0].locator("input[name=time]").count() > 0
        parts = drawn(chance, time=time)
        on_the_site, in_the_course = (told_after(live, parts) for live in lives)
        assert in_the_course == on_the_site
    assert ends > 10
    course_page.context.close()


def test_pages_without_scripts_say_how_long_there_is(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("trees/breach/#breach--report")
    section = page.locator("#breach--report")
    expect(section.locator(".ct-within").first).to_have_text(", within 72 hours of noticing it")
    expect(section.locator(".ct-due")).to_have_count(0)
    expect(page.locator(".ct-outline").first).to_contain_text("is more than 3 days ago")
    context.close()
