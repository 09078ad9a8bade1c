"""Readers who do not know, beside the other answers to each kind of question, on a made-up site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from servers.folder import serve

from ..building import add_tree, build, organisation
from .axe import violations
from .conversation import Conversation
from .typed_in import assert_error

PAIN, HEAT, SIGNS = "Is there pain?", "How hot is it?", "What do you see?"
NOT_SURE = "I do not know (counts as “Yes”)"
NOT_MEASURED = "I have no thermometer (counts as 38 °C)"
NOT_SEEN = "I cannot tell (counts as “Pale skin”, “Cold hands”)"
ILL = f"""\
tree ill "Somebody is ill on a visit"
    policy lone-working
    basis clauses
    start pain

question pain "{PAIN}"
    option yes "Yes" -> heat
    option no "No" -> stay
    unsure not-sure "I do not know" counts as yes

question heat "{HEAT}"
    number 30.0 to 45.0 "°C"
    unsure not-measured "I have no thermometer" counts as 38.0
    then -> signs

question signs "{SIGNS}"
    many pale "Pale skin"
    many cold "Cold hands"
    many cough "A cough"
    none neither "None of these"
    unsure not-seen "I cannot tell" counts as pale, cold
    then -> sort

route sort
    when signs includes pale and heat >= 38.0 -> call
    otherwise -> stay

outcome call "Call a doctor"

outcome stay "Stay until somebody comes"

scenario "Nobody knows anything"
    pain is not-sure
    heat is not-measured
    signs is not-seen
    ends call

scenario "Cool and pale"
    pain is yes
    heat is 37.9
    signs includes pale
    ends stay

scenario "Hot, with cold hands and a cough"
    pain is yes
    heat is 38.0
    signs includes cold, cough
    ends stay

scenario "Hot and nothing else"
    pain is yes
    heat is 38.0
    signs is neither
    ends stay

scenario "No pain"
    pain is no
    ends stay
"""

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that asks what readers may not know."""
    folder = organisation(tmp_path_factory.mktemp("ill") / "organisation")
    add_tree(folder, "ill", ILL)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    with serve(folder / "site") as address:
        yield address


def _at_signs(page: Page) -> Conversation:
    page.goto("trees/ill/#ill?pain=yes&heat=38")
    conversation = Conversation(page, "ill")
    conversation.expect_at("signs")
    return conversation


def _assert_picked(conversation: Conversation, *words: str) -> None:
    for each in ("Pale skin", "Cold hands", "A cough", "None of these", NOT_SEEN):
        expect(conversation.control(each)).to_be_checked(checked=each in words)


def test_of_several_answers_not_knowing_is_picked_alone(page: Page) -> None:
    conversation = _at_signs(page)
    conversation.pick("Pale skin", "A cough")
    _assert_picked(conversation, "Pale skin", "A cough")
    conversation.pick(NOT_SEEN)
    _assert_picked(conversation, NOT_SEEN)
    conversation.pick("None of these")
    _assert_picked(conversation, "None of these")
    conversation.control(NOT_SEEN).press("Space")
    _assert_picked(conversation, NOT_SEEN)
    conversation.control("Cold hands").press("Space")
    _assert_picked(conversation, "Cold hands")
    conversation.answer([], "stay")
    assert conversation.read()["answers"][-1] == [SIGNS, "Cold hands"]


def test_not_knowing_leads_on_and_is_there_again_when_it_is_changed(page: Page) -> None:
    conversation = _at_signs(page)
    conversation.answer([NOT_SEEN], "call")
    assert conversation.read()["answers"][-1] == [SIGNS, NOT_SEEN]
    page.reload()
    conversation.expect_at("call")
    conversation.press(f"Change your answer to: {SIGNS}")
    conversation.expect_at("signs")
    _assert_picked(conversation, NOT_SEEN)
    conversation.answer(["Pale skin"], "call")
    assert conversation.read()["answers"][-1] == [SIGNS, "Pale skin"]


def test_of_one_answer_not_knowing_is_one_more(page: Page) -> None:
    conversation = Conversation.begun(page, "ill")
    conversation.expect_at("pain")
    conversation.pick(NOT_SURE, "No")
    expect(conversation.control(NOT_SURE)).not_to_be_checked()
    conversation.pick(NOT_SURE)
    expect(conversation.control("No")).not_to_be_checked()
    conversation.answer([], "heat")
    assert conversation.read()["answers"] == [[PAIN, NOT_SURE]]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_number_and_not_knowing_it_are_not_both_taken(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    conversation = Conversation.begun(page, "ill")
    conversation.answer(["Yes"], "heat")
    box = conversation.live.locator("input[name=number]")
    box.fill("37.5")
    conversation.pick(NOT_MEASURED)
    conversation.press("Continue")
    asked = "Enter a number from 30 to 45 °C, with at most 1 decimal place, or pick “I have no thermometer”"
    assert_error(conversation, f"{asked}, and not both", "number")
    expect(box).to_have_value("37.5")
    expect(conversation.control(NOT_MEASURED)).to_be_checked()
    assert violations(page, ".ct-tree") == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    box.fill("")
    conversation.answer([], "signs")
    assert conversation.read()["answers"][-1] == [HEAT, NOT_MEASURED]


def test_pages_without_scripts_say_what_not_knowing_counts_as(browser: Browser, site_url: str) -> None:
    viewport: ViewportSize = {"width": 320, "height": 640}
    context = browser.new_context(base_url=site_url, java_script_enabled=False, viewport=viewport)
    page = context.new_page()
    page.goto("trees/ill/")
    expect(page.locator("#ill--heat")).to_contain_text(NOT_MEASURED)
    expect(page.locator("#ill--signs li").last).to_have_text(NOT_SEEN)
    page.locator("#ill--pain").get_by_role("link", name=NOT_SURE, exact=True).click()
    assert page.evaluate("() => location.hash") == "#ill--heat"
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    context.close()
