"""Dates with times that a reader types, on the site of a made-up organisation: ours has no such question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from servers.folder import serve

from ..building import add_tree, build, organisation
from .axe import violations
from .conversation import Conversation
from .typed_in import assert_error, type_in

MISSING = """\
tree missing "A volunteer is missing"
    policy lone-working
    basis clauses
    start seen
    role officer "The duty officer"

question seen "When was the volunteer seen last?"
    cites 2.1
    help
        Ask whoever saw them.
    date and time 2031-03-03 to 2034-03-31
    then -> sort

route sort
    when seen < 2032-03-01 -> long
    otherwise -> call

outcome long "It is a long time ago"

outcome call "Call the volunteer"
    must officer "Call them" (2.1)

scenario "The last minute of a leap day"
    seen is 2032-02-29T23:59
    ends long

scenario "The first minute behind it"
    seen is 2032-03-01T00:00
    ends call
    expects must officer "Call them"
"""
SEEN = "When was the volunteer seen last?"
BOUNDS = "from 3 March 2031 to 31 March 2034"

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that asks for a date and a time."""
    folder = organisation(tmp_path_factory.mktemp("missing") / "organisation")
    add_tree(folder, "missing", MISSING)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    with serve(folder / "site") as address:
        yield address


def boxes(conversation: Conversation) -> list[str]:
    """Return what stands in the boxes."""
    found = conversation.live.locator(".ct-input")
    return cast(list[str], found.evaluate_all("(all) => all.map((box) => box.value)"))


REFUSED = [
    ("", "", "", "", f"Enter a date and a time {BOUNDS}", "day"),
    ("1", "5", "2032", "", "Enter a time, such as 9:30am", "time"),
    ("1", "", "2032", "9:30", "The date must include a month", "month"),
    (
        "1",
        "5",
        "2032",
        "midnight",
        "For midnight, enter 00:00 for the start of the day, or 23:59 for its end",
        "time",
    ),
    ("1", "5", "2032", "half nine", "The time must be a real time, such as 9:30am", "time"),
    ("30", "2", "2032", "9:30", "The date must be a real date", "day"),
    ("1", "5", "2032", "9", "The time must include minutes, or am or pm, such as 9:30am or 14:30", "time"),
    ("1", "5", "132", "9:30", "The year must have four digits", "year"),
    (
        *("01/05/2032", "", "", "9:30"),
        "The date can mean 1 May 2032 or 5 January 2032: enter the month as a word, "
        "and the year with four digits",
        "day",
    ),
    (
        *("1", "5", "2032", "12pm"),
        *("For 12am or 12pm, enter 12:00 for midday, or 00:00 for the start of the day", "time"),
    ),
    ("2", "3", "2031", "23:59", f"The date must be {BOUNDS}", "day"),
    ("1", "5", "2032", "25:00", "The time must be a real time, such as 9:30am", "time"),
    ("", "", "", "9:30", "The date must include a day and a month and a year", "day"),
]
"""What a reader types one after the other, and why it cannot be taken. No two that follow are told the same."""


def test_what_cannot_be_taken_is_explained_and_kept(page: Page) -> None:
    conversation = Conversation.begun(page, "missing")
    for day, month, year, time, words, control in REFUSED:
        type_in(conversation, day=day, month=month, year=year, time=time)
        assert_error(conversation, words, control)
        assert boxes(conversation) == [day, month, year, time]
    type_in(conversation, day="29", month="2", year="2032", time="11:59 p.m.")
    conversation.expect_at("long")
    assert conversation.read()["answers"] == [[SEEN, "29 February 2032 at 11:59pm"]]


def test_a_date_with_its_time_may_be_pasted_into_one_box(page: Page) -> None:
    conversation = Conversation.begun(page, "missing")
    type_in(conversation, day="Sun, 29 Feb 2032 at 14:30")
    conversation.expect_at("long")
    assert conversation.read()["answers"] == [[SEEN, "29 February 2032 at 2:30pm"]]
    conversation.press("Back")
    conversation.expect_at("seen")
    assert boxes(conversation) == ["29", "2", "2032", "14:30"]


def test_an_answer_is_kept_on_back_and_on_a_reload_and_stands_in_the_link_and_the_record(
    context: BrowserContext, page: Page
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = Conversation.begun(page, "missing")
    type_in(conversation, day="\uff11", month="03", year="2032", time="2.30pm")
    conversation.expect_at("call")
    assert conversation.read()["answers"] == [[SEEN, "1 March 2032 at 2:30pm"]]
    conversation.press("Copy the record")
    expect(page.locator("#announcer")).to_have_text("Record copied")
    record = cast(str, page.evaluate("() => navigator.clipboard.readText()"))
    assert f"1. {SEEN}\n   1 March 2032 at 2:30pm\n" in record
    conversation.press("Copy a link to these answers")
    expect(page.locator("#announcer")).to_have_text("A link to these answers copied")
    link = cast(str, page.evaluate("() => navigator.clipboard.readText()"))
    assert link.endswith("#missing?seen=2032-03-01T14:30")
    conversation.press("Back")
    conversation.expect_at("seen")
    assert boxes(conversation) == ["1", "3", "2032", "14:30"]
    page.reload()
    conversation.expect_at("seen")
    conversation.press("Continue")
    conversation.expect_at("call")


@pytest.mark.parametrize("colon", [":", "%3A"])
def test_a_link_leads_behind_the_question(page: Page, colon: str) -> None:
    page.goto(f"trees/missing/#missing?seen=2032-03-01T00{colon}00")
    conversation = Conversation(page, "missing")
    conversation.expect_at("call")
    assert conversation.read()["answers"] == [[SEEN, "midnight at the start of 1 March 2032"]]


@pytest.mark.parametrize("width", [320, 1280])
def test_boxes_to_type_in_keep_the_rules(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    conversation = Conversation.begun(page, "missing")
    expect(conversation.live.get_by_role("group", name=SEEN, exact=True)).to_have_accessible_description(
        "Ask whoever saw them. For example, 15 9 2032"
    )
    for part, keys in (("Day", "numeric"), ("Month", "numeric"), ("Year", "numeric"), ("Time", "text")):
        box = conversation.live.get_by_role("textbox", name=part, exact=True)
        expect(box).to_have_attribute("inputmode", keys)
        size = box.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 24
    time = conversation.live.get_by_role("textbox", name="Time", exact=True)
    expect(time).to_have_accessible_description("For example, 9:30am or 14:30")
    assert violations(page, ".ct-tree") == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    type_in(conversation, day="1", month="5", year="2032", time="soon")
    assert_error(conversation, "The time must be a real time, such as 9:30am", "time")
    assert violations(page, ".ct-tree") == []
