"""Money, decimals and numbers below zero that a reader types, on the site of a made-up organisation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from servers.folder import serve

from ..building import add_tree, build, organisation
from .axe import violations
from .conversation import Conversation
from .typed_in import assert_error, type_in

COST, WEIGHT, WARMTH = "What does it cost?", "What does it weigh?", "How warm is it outside?"
PARCEL = f"""\
tree parcel "A parcel for a visit"
    policy lone-working
    basis clauses
    start cost
    role officer "The duty officer"

question cost "{COST}"
    cites 1.1
    money £0 to £10,000
    then -> weight

question weight "{WEIGHT}"
    cites 1.1
    number 0.00 to 1000.00 "kg"
    then -> warmth

question warmth "{WARMTH}"
    cites 1.1
    number -10 to 50 "degree" "degrees"
    then -> sort

route sort
    when cost > £50 and weight <= 2.5 and warmth < -5 -> ask
    otherwise -> go

outcome ask "Ask first"
    must officer "Call them" (2.1)

outcome go "Go ahead"

scenario "Dear, light, and cold"
    cost is £50.01
    weight is 2.50
    warmth is -6
    ends ask
    expects must "Call them"

scenario "Cheap"
    cost is £50
    weight is 2.5
    warmth is -6
    ends go

scenario "Heavy"
    cost is £50.01
    weight is 2.51
    warmth is -6
    ends go

scenario "Warm"
    cost is £50.01
    weight is 2.5
    warmth is -5
    ends go
"""

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that asks for money."""
    folder = organisation(tmp_path_factory.mktemp("parcel") / "organisation")
    add_tree(folder, "parcel", PARCEL)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    with serve(folder / "site") as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
def test_an_amount_is_typed_behind_the_sign_of_its_currency(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    conversation = Conversation.begun(page, "parcel")
    group = conversation.live.get_by_role("group", name=COST, exact=True)
    expect(group).to_have_accessible_description("For example, £5,000")
    prefix = conversation.live.locator(".ct-prefix")
    expect(prefix).to_have_text("£")
    expect(prefix).to_have_attribute("aria-hidden", "true")
    sign, box = prefix.bounding_box(), conversation.live.locator("input[name=number]").bounding_box()
    assert sign
    assert box
    assert sign["x"] + sign["width"] <= box["x"] + 1
    assert violations(page, ".ct-tree") == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_what_cannot_be_taken_is_explained_and_what_can_stands_in_the_record(page: Page) -> None:
    conversation = Conversation.begun(page, "parcel")
    for typed, words in (
        ("", "Enter an amount of money from £0 to £10,000"),
        ("fifty", "Your answer must be an amount of money from £0 to £10,000"),
        ("£10,000.01", "The amount must be from £0 to £10,000"),
        ("1.234", "The amount must have at most 2 decimal places"),
        ("$50", "The amount must be in £"),
    ):
        type_in(conversation, number=typed)
        assert_error(conversation, words, "number")
        expect(conversation.live.locator("input[name=number]")).to_have_value(typed)
    type_in(conversation, number="£1,234.50")
    conversation.expect_at("weight")
    type_in(conversation, number="2.50 kg")
    conversation.expect_at("warmth")
    type_in(conversation, number="minus 6")
    conversation.expect_at("ask")
    answers = [[COST, "£1,234.50"], [WEIGHT, "2.5 kg"], [WARMTH, "\u22126 degrees"]]
    assert conversation.read()["answers"] == answers


def test_a_link_may_have_an_amount_in_either_form(page: Page) -> None:
    page.goto("trees/parcel/#parcel?cost=50.10&weight=2.5&warmth=-6")
    conversation = Conversation(page, "parcel")
    conversation.expect_at("ask")
    assert conversation.read()["answers"][0] == [COST, "£50.10"]
