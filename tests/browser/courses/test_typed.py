"""Numbers, dates and times that a learner types: what she is told, and what she comes back to."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Frame, Page, expect

from .learner import launch, leave, node, type_in, typed
from .scorm_system import APIS, RESPONSE

NEXT = "or, if nobody works that day, the next working day"
ENDS = [
    "Report it, within 72 hours of becoming aware of it: by 9pm on Tuesday 31 March 2026",
    f"Send a copy, within 1 month of the day that answers “When did the letter come?”, {NEXT}: "
    "by the end of Tuesday 7 April 2026, as Friday 3 April 2026 is not a working day",
    "Make the claim, within 3 months less a day of the event: by the end of Tuesday 2 June 2026",
    "Throw it away, within 14 days of receiving it: up to the end of Tuesday 17 March 2026, which is past",
]
"""On 30 March 2026, after a letter of 3 March and a breach at 20:00 of 28 March, before clocks go forward."""


@pytest.fixture
def march(page: Page) -> Page:
    """A learner's page on 30 March 2026, by her own clock."""
    page.clock.install(time=datetime(2026, 3, 30, 12))
    return page


def ends(frame: Frame) -> list[str]:
    return [" ".join(words.split()) for words in frame.locator(".ct-live .ct-what").all_inner_texts()]


def answer_all(frame: Frame) -> None:
    type_in(frame, day="3", month="3", year="2026")
    type_in(frame, day="28", month="mar", year="2026", time="8pm")
    expect(frame.locator(".ct-live .ct-outcome")).to_be_visible()


@pytest.mark.parametrize("standard", APIS)
def test_a_learner_is_told_by_when_also_when_she_comes_back(march: Page, courses: str, standard: str) -> None:
    frame = launch(march, courses, standard, "deadlines")
    answer_all(frame)
    assert sorted(ends(frame)) == sorted(ENDS)
    leave(march)
    frame = launch(march, courses, standard, "deadlines")
    assert sorted(ends(frame)) == sorted(ENDS)
    assert "28 March 2026 at 8pm" in frame.locator(".ct-answers").inner_text()
    frame.get_by_role("button", name="Back").click()
    assert typed(frame) == ["28", "3", "2026", "20:00"]
    frame.get_by_role("button", name="Change").click()
    assert typed(frame) == ["3", "3", "2026"]
    type_in(frame, day="1")
    assert "by the end of Wednesday 1 April 2026" in ends(frame)[0] + ends(frame)[1]
    assert march.evaluate("refused") == []


def test_who_had_gone_back_comes_back_to_the_question_with_what_she_typed(march: Page, courses: str) -> None:
    frame = launch(march, courses, "scorm-12", "deadlines")
    answer_all(frame)
    frame.get_by_role("button", name="Back").click()
    leave(march)
    frame = launch(march, courses, "scorm-12", "deadlines")
    assert (node(frame), typed(frame)) == ("aware", ["28", "3", "2026", "20:00"])


REFUSED = [
    ({}, "Enter a date and a time from 1 March 2026 to 30 November 2026", "day"),
    ({"day": "31", "month": "4"}, "The date must include a year", "year"),
    ({"year": "226"}, "The year must have four digits", "year"),
    ({"year": "2026"}, "The date must be a real date", "day"),
    ({"day": "30"}, "Enter a time, such as 9:30am", "time"),
    ({"time": "half nine"}, "The time must be a real time, such as 9:30am", "time"),
    ({"time": "9:30", "month": "12"}, "The date must be from 1 March 2026 to 30 November 2026", "day"),
    ({"month": "x"}, "The date must be in figures", "month"),
]
"""What a learner types on top of what she typed before, and why that cannot be taken."""


def test_what_cannot_be_taken_is_explained_as_on_the_site_and_stays(march: Page, courses: str) -> None:
    frame = launch(march, courses, "scorm-12", "deadlines")
    type_in(frame, day="3", month="3", year="2026")
    stands = dict.fromkeys(("day", "month", "year", "time"), "")
    for parts, words, box in REFUSED:
        stands |= parts
        type_in(frame, **parts)
        summary = frame.locator(".ct-errors")
        expect(summary.get_by_role("link")).to_have_text(words)
        expect(summary).to_be_focused()
        expect(frame.locator(".ct-error")).to_have_text(words)
        assert typed(frame) == list(stands.values())
        summary.get_by_role("link").click()
        expect(frame.locator(f".ct-live input[name={box}]")).to_be_focused()


def test_who_does_not_know_says_so_and_comes_back_to_it(march: Page, courses: str) -> None:
    frame = launch(march, courses, "scorm-12", "unsure")
    frame.get_by_label("Yes", exact=True).check()
    frame.get_by_role("button", name="Continue").click()
    frame.get_by_label("I have no thermometer").check()
    type_in(frame, number="38.2")
    expect(frame.locator(".ct-error")).to_contain_text("and not both")
    assert typed(frame) == ["38.2"]
    assert frame.get_by_label("I have no thermometer").is_checked()
    type_in(frame, number="")
    frame.get_by_label("I do not remember").check()
    frame.get_by_role("button", name="Continue").click()
    frame.get_by_label("Pale skin", exact=True).check()
    frame.get_by_role("button", name="Continue").click()
    end = "within 14 days of the day that answers “Since when?”: up to the end of Monday 13 April 2026"
    assert any(end in words for words in ends(frame))
    leave(march)
    frame = launch(march, courses, "scorm-12", "unsure")
    assert any(end in words for words in ends(frame))
    assert "I have no thermometer (counts as 38 °C)" in frame.locator(".ct-answers").inner_text()


def test_what_goes_by_today_goes_by_the_learners_clock(march: Page, courses: str) -> None:
    frame = launch(march, courses, "scorm-12", "days-since")
    type_in(frame, day="31", month="3", year="2026")
    expect(frame.locator(".ct-error")).to_have_text("The date must be from 1 January 2020 to today")
    type_in(frame, day="25", month="3", year="2026")  # five days ago
    type_in(frame, day="30", month="3", year="2026")
    march.clock.set_system_time(datetime(2026, 3, 31, 0, 1))
    # The meeting was to be today or later: it is asked for again.
    type_in(frame, day="30", month="3", year="2026", time="9am")
    assert node(frame) == "meeting"
    leave(march)
    frame = launch(march, courses, "scorm-12", "days-since")
    type_in(frame, day="31", month="3", year="2026")
    type_in(frame, day="30", month="3", year="2026", time="9am")
    assert node(frame) == "soon"


def test_a_day_that_is_no_answer_any_more_is_asked_for_again_with_a_word(march: Page, courses: str) -> None:
    frame = launch(march, courses, "scorm-12", "days-since")
    type_in(frame, day="25", month="3", year="2026")
    type_in(frame, day="30", month="3", year="2026")
    leave(march)
    march.clock.set_system_time(datetime(2026, 3, 31, 12))
    frame = launch(march, courses, "scorm-12", "days-since")
    assert node(frame) == "meeting"
    said = "What you typed on an earlier day is no answer today. It is asked for again."
    expect(frame.get_by_text(said)).to_be_visible()
    assert "25 March 2026" in frame.locator(".ct-answers").inner_text()


@pytest.mark.parametrize("standard", APIS)
def test_each_answer_is_told_in_the_words_of_the_course(march: Page, courses: str, standard: str) -> None:
    frame = launch(march, courses, standard, "audited-days")
    answer_all(frame)
    told = march.evaluate(f"{APIS[standard][1]}.cmi.interactions.childArray.map((one) => one.toJSON())")
    assert [one[RESPONSE[standard]] for one in told] == ["3 March 2026", "28 March 2026 at 8pm", "new"]
    assert march.evaluate("refused") == []
