"""Numbers and dates that a reader types, on the site of a made-up organisation: ours has no such question."""

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

LATE = """\
tree late "A volunteer is late"
    policy lone-working
    basis clauses
    start minutes
    role officer "The duty officer"

question minutes "How long ago was the time that they gave?"
    cites 2.1
    help
        Round down to whole minutes.
    number 0 to 600 "minutes"
    then -> sort-minutes

route sort-minutes
    when minutes > 30 -> day
    otherwise -> wait

question day "On which day was the visit?"
    cites 1.1
    date 2031-03-03 to 2034-03-31
    then -> call

outcome wait "Wait a little longer"

outcome call "Call the volunteer"
    must officer "Call them" (2.1)

scenario "Somebody in a traffic jam"
    minutes is 30
    ends wait

scenario "Somebody who is not heard from"
    minutes is 31
    day is 2032-02-29
    ends call
    expects must "Call them"
"""
MINUTES = "How long ago was the time that they gave?"
DAY = "On which day was the visit?"

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that asks for a number and for a date."""
    folder = organisation(tmp_path_factory.mktemp("late") / "organisation")
    add_tree(folder, "late", LATE)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    with serve(folder / "site") as address:
        yield address


BAD_NUMBERS = [
    ("", "Enter a whole number from 0 to 600 minutes"),
    ("an hour", "Your answer must be a whole number from 0 to 600 minutes"),
    ("  ", "Enter a whole number from 0 to 600 minutes"),
    ("12.5", "Your answer must be a whole number from 0 to 600 minutes"),
    ("601", "The number must be from 0 to 600 minutes"),
    ("1.234", "Enter a whole number without a dot, such as 1000 for one thousand"),
    ("-5", "The number must be from 0 to 600 minutes"),
    ("5 hours", "The number must be in minutes"),
]
BAD_DATES = [
    ("", "", "", "Enter a date from 3 March 2031 to 31 March 2034", "day"),
    ("1", "", "2032", "The date must include a month", "month"),
    ("", "", "2032", "The date must include a day and a month", "day"),
    ("31", "2", "2032", "The date must be a real date", "day"),
    ("first", "May", "2032", "The date must be in figures", "day"),
    ("31", "Sept", "2032", "The date must be a real date", "day"),
    ("1", "May", "2035", "The date must be from 3 March 2031 to 31 March 2034", "day"),
    ("29", "2", "2033", "The date must be a real date", "day"),
    ("1", "Mai", "2032", "The date must be in figures", "month"),
    ("1", "5", "20325", "The year must have four digits", "year"),
    ("2", "3", "2031", "The date must be from 3 March 2031 to 31 March 2034", "day"),
    ("1", "5", "132", "The year must have four digits", "year"),
    ("1", "4", "2034", "The date must be from 3 March 2031 to 31 March 2034", "day"),
]
"""What a reader types one after the other, and why it cannot be taken. No two that follow are told the same."""


def test_numbers_that_cannot_be_taken_are_explained_and_kept(page: Page) -> None:
    conversation = Conversation.begun(page, "late")
    for typed, words in BAD_NUMBERS:
        type_in(conversation, number=typed)
        assert_error(conversation, words, "number")
        expect(conversation.live.locator("input[name=number]")).to_have_value(typed)
    type_in(conversation, number="30")
    conversation.expect_at("wait")


def test_dates_that_cannot_be_taken_are_explained_and_kept(page: Page) -> None:
    page.goto("trees/late/#late?minutes=31")
    conversation = Conversation(page, "late")
    conversation.expect_at("day")
    for day, month, year, words, control in BAD_DATES:
        type_in(conversation, day=day, month=month, year=year)
        assert_error(conversation, words, control)
        boxes = conversation.live.locator(".ct-input")
        assert boxes.evaluate_all("(all) => all.map((box) => box.value)") == [day, month, year]
    type_in(conversation, day="29", month="2", year="2032")
    conversation.expect_at("call")


def test_what_was_typed_is_kept_on_back_and_on_a_reload_and_stands_in_the_record(
    context: BrowserContext, page: Page
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = Conversation.begun(page, "late")
    type_in(conversation, number=" 045 ")
    conversation.expect_at("day")
    type_in(conversation, day="1", month="05", year="2032")
    conversation.expect_at("call")
    answers = [[MINUTES, "45 minutes"], [DAY, "1 May 2032"]]
    assert conversation.read()["answers"] == answers
    conversation.press("Back")
    conversation.expect_at("day")
    boxes = conversation.live.locator(".ct-input")
    assert boxes.evaluate_all("(all) => all.map((box) => box.value)") == ["1", "5", "2032"]
    conversation.press("Back")
    conversation.expect_at("minutes")
    expect(conversation.live.get_by_role("textbox", name=MINUTES)).to_have_value("45", timeout=30_000)
    page.reload()
    conversation.expect_at("minutes")
    expect(conversation.live.get_by_role("textbox", name=MINUTES)).to_have_value("45", timeout=30_000)
    conversation.press("Continue")
    conversation.expect_at("day")
    conversation.press("Continue")
    conversation.expect_at("call")
    conversation.press("Copy the record")
    expect(page.locator("#announcer")).to_have_text("Record copied")
    record = cast(str, page.evaluate("() => navigator.clipboard.readText()"))
    assert f"1. {MINUTES}\n   45 minutes\n2. {DAY}\n   1 May 2032\n" in record


def test_a_number_that_leads_another_way_drops_the_date_and_says_so(page: Page) -> None:
    page.goto("trees/late/#late?minutes=31&day=2032-02-29")
    conversation = Conversation(page, "late")
    conversation.expect_at("call")
    conversation.press(f"Change your answer to: {MINUTES}")
    conversation.expect_at("minutes")
    type_in(conversation, number="5")
    conversation.expect_at("wait")
    assert conversation.read()["dropped"] == [DAY]


@pytest.mark.parametrize("width", [320, 1280])
def test_boxes_to_type_in_keep_the_rules(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    conversation = Conversation.begun(page, "late")
    expect(conversation.live.get_by_role("group", name=MINUTES, exact=True)).to_have_accessible_description(
        "Round down to whole minutes."
    )
    assert violations(page, ".ct-tree") == []
    type_in(conversation, number="a")
    assert_error(conversation, "Your answer must be a whole number from 0 to 600 minutes", "number")
    assert violations(page, ".ct-tree") == []
    type_in(conversation, number="45")
    conversation.expect_at("day")
    expect(conversation.live.get_by_role("group", name=DAY, exact=True)).to_have_count(1)
    for part in ("Day", "Month", "Year"):
        box = conversation.live.get_by_role("textbox", name=part, exact=True)
        expect(box).to_have_attribute("inputmode", "numeric")
        size = box.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 24
    assert violations(page, ".ct-tree") == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
