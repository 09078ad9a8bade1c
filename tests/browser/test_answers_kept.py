"""What becomes of the answers of a reader who goes back, changes one, reloads the page or leaves it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conversation import Conversation

pytestmark = pytest.mark.usefixtures("clean")


def test_back_keeps_the_answer(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [])
    conversation.press("Back")
    conversation.expect_at("work-channels")
    conversation.press("Back")
    conversation.expect_at("platform")
    expect(conversation.heading).to_be_focused()
    expect(conversation.control("WhatsApp")).to_be_checked()
    expect(conversation.live.get_by_role("button", name="Back")).to_have_count(0)
    conversation.press("Continue")
    conversation.expect_at("work-channels")


def test_the_browsers_own_back_leads_from_question_to_question(page: Page) -> None:
    conversation = Conversation.answered(page, "evidence", ["No"], [])
    conversation.expect_at("relevant")
    expect(page).to_have_title(re.compile("^What is the information relevant to?"))
    page.go_back()
    conversation.expect_at("assess")
    page.go_back()
    conversation.expect_at("risk")
    expect(conversation.control("No")).to_be_checked()
    page.go_forward()
    conversation.expect_at("assess")


def test_changing_an_early_answer_keeps_later_ones_and_names_those_dropped(page: Page) -> None:
    conversation = Conversation.answered(
        page,
        "messaging",
        ["WhatsApp"],
        [],
        ["Yes"],
        ["An in-depth case discussion by message"],
        ["Yes"],
        [],
        ["Yes, or I am not sure"],
        [],
    )
    conversation.expect_at("exception-applies")
    conversation.press("Change your answer to: What would you use WhatsApp for?")
    conversation.expect_at("use")
    conversation.answer(["Day to day communication, such as arranging meetings"], "day-to-day")
    shown = conversation.read()
    assert shown["dropped"] == ["Are long WhatsApp messages needed because of accessibility requirements?"]
    expect(conversation.heading).to_be_focused()
    expect(conversation.heading).to_have_accessible_description(
        re.compile("^These answers no longer count: Are long")
    )
    assert [row[0] for row in shown["answers"]] == [
        "What do you want to use?",
        "Is the person aged 13 or over?",
        "What would you use WhatsApp for?",
        "Is WhatsApp being used as the child's or adult's preferred method of communication?",
    ]
    assert shown["answers"][2][1:] == ["Day to day communication, such as arranging meetings"]


def test_changing_a_late_answer_drops_nothing(page: Page) -> None:
    day = "Day to day communication, such as arranging meetings"
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"], [day], ["No"])
    conversation.press("Change your answer to: What do you want to use?")
    conversation.expect_at("platform")
    conversation.press("Continue")
    conversation.expect_at("day-to-day")
    assert conversation.read()["dropped"] == []


def test_answers_survive_a_reload_of_the_tab(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"])
    before = conversation.read()
    page.reload()
    conversation.expect_at("use")
    assert conversation.read() == before
    assert page.evaluate("() => document.activeElement === document.body")


def test_after_a_reload_nothing_can_be_answered_before_the_answers_are_back(
    context: BrowserContext, page: Page
) -> None:
    conversation = Conversation.answered(page, "evidence", ["No"], [])
    context.route("**/python_stdlib.zip", lambda _: None)
    page.reload()
    expect(conversation.status).to_contain_text("Starting the questions")
    expect(conversation.status).to_be_in_viewport()
    expect(conversation.live.get_by_role("radio")).to_have_count(0)
    # What was held back goes on then.
    context.unroute("**/python_stdlib.zip")
    conversation.expect_at("relevant")


def test_answers_survive_a_click_on_an_anchor_of_the_page(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"])
    before = conversation.read()
    page.get_by_role("link", name="as a list", exact=True).click()
    expect(page.locator("#list")).to_be_in_viewport()
    assert conversation.read() == before


def test_answers_are_gone_in_another_tab(context: BrowserContext, page: Page) -> None:
    Conversation.answered(page, "messaging", ["WhatsApp"])
    other = Conversation.begun(context.new_page(), "messaging")
    other.pick("Another app")
    other.answer([], "work-channels")
    assert other.read()["answers"] == [["What do you want to use?", "Another app"]]


def test_a_procedure_come_to_anew_asks_before_it_goes_on_with_old_answers(page: Page) -> None:
    conversation = Conversation.answered(page, "evidence", ["No"], [])
    conversation.expect_at("relevant")
    page.goto("")
    page.goto("trees/evidence/")
    conversation.expect_at("risk")
    expect(conversation.status).to_contain_text("You began this earlier in this tab.")
    conversation.status.get_by_role("button", name="Go on where you were").click()
    conversation.expect_at("relevant")


def test_start_again_clears_everything(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    conversation.press("Start again")
    conversation.expect_at("platform")
    expect(conversation.live.locator("input:checked")).to_have_count(0)
    expect(conversation.live.locator(".ct-aside")).to_have_count(0)
    assert page.evaluate("() => sessionStorage.length") == 0
    page.reload()
    expect(conversation.heading).to_have_text("What do you want to use?")
    expect(conversation.live.locator("input:checked")).to_have_count(0)


def test_start_again_is_undone_in_one_press_until_she_goes_on(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    conversation.live.get_by_role("checkbox").first.check()
    conversation.live.get_by_role("textbox").fill("Asked on Monday")
    before = conversation.read()
    conversation.press("Start again")
    conversation.expect_at("platform")
    expect(conversation.status).to_have_text("You started again. Go back to your answers")
    expect(conversation.status).to_be_in_viewport()
    conversation.status.get_by_role("button", name="Go back to your answers").click()
    conversation.expect_at("too-young")
    expect(conversation.heading).to_be_focused()
    expect(conversation.live.get_by_role("checkbox").first).to_be_checked()
    expect(conversation.live.get_by_role("textbox")).to_have_value("Asked on Monday")
    assert conversation.read() == before
    expect(conversation.status).to_be_empty()
    conversation.press("Start again")
    conversation.answer(["Another app"], "work-channels")
    expect(conversation.status).to_be_empty()
