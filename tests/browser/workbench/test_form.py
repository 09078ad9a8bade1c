"""A procedure is filled in: what somebody is in stays what it is, whatever is worked out meanwhile."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from ..axe import violations
from .bench import text_of, wait_for_python
from .site import address as address
from .site import page as page
from .site import published as published

TREE = "trees/no-answer.tree"
NO = "question answers/option no"
ASKED = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
"""Whether a reader who leaves is asked first."""
HELD = "(box) => box.wasHere === true && document.activeElement === box"


def opened(page: Page, card: str) -> None:
    """Open a procedure as a form, and one of its cards."""
    page.goto(f"workbench/#{TREE.replace('/', '%2F')}")
    wait_for_python(page)
    page.get_by_role("button", name="As a form").click()
    summary = page.locator(f"summary[data-path='{card}']")
    if page.locator(f"[data-card='{card}']").get_attribute("open") is None:
        summary.click()


def box(page: Page, path: str) -> Locator:
    return page.locator(f":is(input, select, textarea)[data-path='{path}']")


def stand_in(one: Locator) -> None:
    """Stand in a box, and mark it, so that another one in its place is noticed."""
    one.focus()
    one.evaluate("(box) => { box.wasHere = true; }")


def test_a_list_is_gone_through_by_the_keyboard_and_stays_the_same(page: Page) -> None:
    opened(page, "question answers")
    onward = box(page, f"{NO}/target")
    expect(onward).to_have_value("alarm")
    stand_in(onward)
    for key, value in (("ArrowUp", "safe"), ("ArrowUp", "answers"), ("g", "alarm"), ("ArrowUp", "safe")):
        page.keyboard.press(key)
        expect(onward).to_have_value(value)
        # What follows from it is worked out, and told, beside it.
        if value != "alarm":
            expect(page.get_by_role("tab", name="What is wrong (")).to_be_visible()
        else:
            expect(page.get_by_role("tab", name="What is wrong", exact=True)).to_be_visible()
        assert onward.evaluate(HELD), key
    # Faster than anything can be worked out.
    for key in ("ArrowUp", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    page.wait_for_timeout(1_500)
    expect(onward).to_have_value("alarm")
    assert onward.evaluate(HELD)
    page.get_by_role("button", name="As text").click()
    assert 'option no "No" -> alarm' in text_of(page)


def test_what_is_being_typed_is_left_alone_while_something_else_is_worked_out(page: Page) -> None:
    opened(page, "question answers")
    box(page, "question answers/title").fill("Does she answer?")
    answer = box(page, f"{NO}/words")
    answer.focus()
    stand_in(answer)
    answer.press("End")
    page.keyboard.type(", she")
    expect(page.locator("summary", has_text="Does she answer?")).to_be_visible()
    page.wait_for_timeout(1_000)
    page.keyboard.type(" does not")
    assert answer.evaluate(HELD)
    expect(answer).to_have_value("No, she does not")
    page.keyboard.press("Enter")
    expect(page.locator("legend", has_text="Answer: No, she does not")).to_be_visible()
    assert answer.evaluate(HELD)
    # Whoever leaves the form is not called back into it.
    answer.fill("No")
    page.get_by_role("tab", name="What is wrong").focus()
    expect(page.locator("legend", has_text="Answer: No")).to_be_visible()
    page.wait_for_timeout(500)
    expect(page.get_by_role("tab", name="What is wrong")).to_be_focused()


def test_what_is_being_added_is_left_alone_while_something_else_is_worked_out(page: Page) -> None:
    opened(page, "outcome alarm")
    card = page.locator("[data-card='outcome alarm']")
    card.get_by_label("Add to this").select_option(label="Note")
    card.get_by_role("button", name="Add", exact=True).click()
    card.get_by_label("Words", exact=True).fill("Breathe.")
    box(page, "outcome alarm/title").fill("Get help now")
    box(page, "outcome alarm/title").press("Tab")
    expect(page.locator("summary", has_text="Get help now")).to_be_visible()
    expect(card.get_by_label("Words", exact=True).last).to_have_value("Breathe.")
    card.get_by_role("button", name="Put it in: Note").click()
    expect(box(page, "outcome alarm/note 1/words")).to_have_value("Breathe.")
    expect(card.get_by_role("button", name="Put it in: Note")).to_have_count(0)


def test_what_cannot_be_read_stays_in_its_box_with_the_reason_and_is_no_part_of_the_text(page: Page) -> None:
    opened(page, "outcome alarm")
    within = box(page, "outcome alarm/duty 1/within")
    within.fill("as soon as ever")
    within.press("Tab")
    expect(within).to_have_attribute("aria-invalid", "true")
    expect(within).to_have_value("as soon as ever")
    expect(within).to_have_accessible_description(re.compile("Not changed. .* was expected"))
    within.fill("")
    within.press("Tab")
    expect(within).not_to_have_attribute("aria-invalid", "true")
    assert violations(page) == []


def test_a_line_is_moved_as_often_as_its_button_is_pressed(page: Page) -> None:
    opened(page, "outcome alarm")
    card = page.locator("[data-card='outcome alarm']")
    second = card.locator("fieldset[data-path='outcome alarm/duty 2'] legend").inner_text()
    up = card.locator("[data-does='move-up outcome alarm/duty 2']")
    up.focus()
    page.keyboard.press("Enter")
    expect(card.locator("fieldset[data-path='outcome alarm/duty 1'] legend")).to_have_text(second)
    expect(card.locator("[data-does='move-up outcome alarm/duty 1']")).to_be_focused()


def test_what_is_wrong_is_said_once_where_it_is_mended_and_in_words_of_the_form(page: Page) -> None:
    opened(page, "outcome alarm")
    page.get_by_role("button", name="As text").click()
    page.locator(".cm-line", has_text='option yes "Yes" -> safe').click()
    page.keyboard.press("End")
    page.keyboard.insert_text("r")
    page.locator(".cm-line", has_text='must officer "Call 999" (2.2)').first.click()
    page.keyboard.press("End")
    for _ in "(2.2)":
        page.keyboard.press("Backspace")
    told = page.locator(".bench-fault")
    expect(told.filter(has_text="Put the clause's number in brackets")).to_have_count(1)
    page.get_by_role("button", name="As a form").click()
    shown = page.locator(".bench-form .bench-wrong")
    expect(shown.filter(has_text="This duty cites no clause.")).to_have_count(1)
    cites = box(page, "outcome alarm/duty 1/cites")
    words = "This duty cites no clause. Pick a clause from the policy."
    expect(cites).to_have_accessible_description(re.compile(words))
    expect(box(page, "outcome alarm/duty 1/what")).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("summary[data-path='outcome alarm']")).to_contain_text("1 wrong")
    # Beside it, too, nothing is said of the text.
    expect(told.filter(has_text="in brackets")).to_have_count(0)
    expect(told.filter(has_text="line ")).to_have_count(0)
    told.get_by_role("button", name="Outcome: Get help, Duty: Call 999, Clauses").click()
    expect(cites).to_be_focused()
    # It is certain what was meant by the other one: a button mends it, and its author goes on there.
    page.get_by_role("group", name="Answer: Yes").get_by_role("button", name="Write safe").click()
    onward = box(page, "question answers/option yes/target")
    expect(onward).to_have_value("safe")
    expect(onward).to_be_focused()
    cites.fill("2.2")
    cites.press("Tab")
    expect(shown).to_have_count(0)
    expect(page.get_by_role("tab", name="What is wrong", exact=True)).to_be_visible()
    assert violations(page) == []


def test_what_is_refused_stays_as_it_was_filled_in(page: Page) -> None:
    opened(page, "outcome alarm")
    card = page.locator("[data-card='outcome alarm']")
    card.get_by_label("Add to this").select_option(label="Duty")
    card.get_by_role("button", name="Add", exact=True).click()
    draft = card.locator("form")
    draft.get_by_label("What is to be done").fill("Call her family")
    draft.get_by_role("button", name="Put it in: Duty").click()
    expect(draft.get_by_role("alert")).to_contain_text("“How strongly” is still empty.")
    expect(draft.get_by_label("What is to be done")).to_have_value("Call her family")
    assert card.get_attribute("open") is not None
    draft.get_by_label("How strongly").select_option("should")
    draft.get_by_label("Who").select_option("officer")
    draft.get_by_role("button", name="Put it in: Duty").click()
    expect(box(page, "outcome alarm/duty 3/what")).to_have_value("Call her family")
    expect(draft).to_have_count(0)
    page.get_by_role("button", name="As text").click()
    assert '    should officer "Call her family"' in text_of(page)


def test_what_was_removed_comes_back_without_the_text(page: Page) -> None:
    opened(page, "question answers")
    page.locator(f"[data-does='remove {NO}']").click()
    expect(box(page, f"{NO}/words")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(box(page, f"{NO}/words")).to_have_value("No")
    expect(page.get_by_role("tab", name="What is wrong", exact=True)).to_be_visible()


def test_words_are_kept_while_they_are_typed(page: Page) -> None:
    opened(page, "question answers")
    answer = box(page, f"{NO}/words")
    stand_in(answer)
    page.keyboard.press("End")
    answer.press_sequentially(", she does not ")
    expect(page.get_by_text("Answer: No, she does not", exact=True)).to_be_visible()
    assert answer.evaluate(HELD)
    expect(answer).to_have_value("No, she does not ")
    answer.press_sequentially("know")
    expect(page.get_by_text("Answer: No, she does not know", exact=True)).to_be_visible()
    page.wait_for_timeout(1_000)
    assert not page.evaluate(ASKED)
    page.reload()
    wait_for_python(page)
    assert '"No, she does not know" -> alarm' in text_of(page)


def test_a_page_is_not_left_with_something_half_filled_in_unasked(page: Page) -> None:
    opened(page, "question answers")
    assert not page.evaluate(ASKED)
    cited = box(page, "question answers/cites")
    before = cited.input_value()
    cited.focus()
    page.keyboard.press("End")
    cited.press_sequentially(", 2.")
    page.wait_for_timeout(1_000)
    assert page.evaluate(ASKED)
    expect(page.locator("[data-card='question answers']")).not_to_contain_text("Not changed")
    cited.fill(before)
    cited.press("Tab")
    assert not page.evaluate(ASKED)
    page.get_by_label("Its words").fill("Another question?")
    assert page.evaluate(ASKED)
    page.get_by_label("Its words").fill("")


def test_words_that_are_taken_back_are_taken_out(page: Page) -> None:
    opened(page, "question answers")
    answer = box(page, f"{NO}/words")
    answer.focus()
    page.keyboard.press("End")
    answer.press_sequentially("pe")
    expect(page.get_by_text("Answer: Nope", exact=True)).to_be_visible()
    # Sooner than it is taken, and to what it said when somebody came.
    for key in ("Backspace", "Backspace", "Tab"):
        page.keyboard.press(key)
    expect(page.get_by_text("Answer: No", exact=True)).to_be_visible()
    expect(answer).to_have_value("No")
    assert not page.evaluate(ASKED)
