"""What a reader may rely on in the live widget: the rules of accessibility, and that nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from clausetree.tree.model import ManyOf, OneOf, Outcome, Route
from clausetree.tree.walk import Walk, paths
from clausetree.tree.wire import Procedure

from .conftest import Witness
from .conversation import Conversation
from .engine import all_procedures, procedure_called, stops, title, wordings

SMALLEST_TARGET = 24

_ACTIVE = "() => document.activeElement.id"
_BOXES = """
(live) => [...live.querySelectorAll("button, summary, .ct-option label, .ct-tick, .ct-next a")]
  .map((target) => [target.textContent.trim(), target.getBoundingClientRect()])
  .map(([words, box]) => [words, box.width, box.height])
"""
_TWICE = """
() => { const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place); }
"""
# Whether the middle of an element can be seen: it is on the screen, and nothing lies over it.
_SEEN = """
(element) => {
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && element.contains(top);
}
"""


@pytest.fixture
def clean(witness: Witness) -> Iterator[None]:
    """Fail at the end of a test whose page complained or asked for something elsewhere."""
    yield
    witness.assert_clean()


pytestmark = pytest.mark.usefixtures("clean")


def through_every_node(procedure: Procedure) -> list[Walk]:
    """Return a few ways that together come to every node."""
    chosen: list[Walk] = []
    seen: set[str] = set()
    for way in sorted(paths(procedure.tree), key=lambda way: -len(way.nodes)):
        if not {node.id for node in way.nodes} <= seen:
            chosen.append(way)
            seen |= {node.id for node in way.nodes}
    assert seen == {node.id for node in procedure.tree.nodes}
    return chosen


def walk_to(page: Page, tree: str, *answers: list[str]) -> Conversation:
    """Open a tree's page and give answers; an empty list goes on from a step."""
    conversation = Conversation.begun(page, tree)
    for words in answers:
        conversation.click("Continue", words)
    return conversation


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_every_stop_keeps_the_rules(page: Page, procedure: Procedure) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    conversation = Conversation.begun(page, procedure.tree.id)
    ids: dict[str, set[str]] = {}
    for way in through_every_node(procedure):
        for node, onward in zip(stops(way), [*stops(way)[1:], None], strict=True):
            if isinstance(node, OneOf | ManyOf):
                _assert_question(conversation, title(node))
            _assert_targets(conversation.live)
            assert page.evaluate(_TWICE) == []
            if not onward:
                _assert_changes_have_names(conversation, way)
                _assert_clause_links_lead_to_clauses(conversation, ids)
            conversation.click("Continue" if onward else "Start again", _picked(way, node.id))
            expect(conversation.heading).to_be_focused()
            assert conversation.heading.evaluate(_SEEN), f"the heading after {node.id} is out of sight"


def _picked(way: Walk, node: str) -> list[str]:
    found = next(one for one in way.nodes if one.id == node)
    return wordings(found, way.answers.get(node, frozenset()))


def _assert_question(conversation: Conversation, name: str) -> None:
    group = conversation.live.get_by_role("group", name=name, exact=True)
    expect(group).to_have_count(1)
    expect(group.locator("legend > .ct-heading")).to_have_text(name)
    expect(group.locator("input:checked")).to_have_count(0)


def _assert_targets(live: Locator) -> None:
    boxes = cast(list[tuple[str, float, float]], live.evaluate(_BOXES))
    small = [box for box in boxes if min(box[1:]) < SMALLEST_TARGET]
    assert boxes
    assert small == []


def _assert_changes_have_names(conversation: Conversation, way: Walk) -> None:
    asked = [title(node) for node in stops(way) if isinstance(node, OneOf | ManyOf)]
    rows = conversation.live.locator("dl > .ct-summary-row")
    expect(rows.locator("dt")).to_have_text(asked)
    for row, question in zip(rows.all(), asked, strict=True):
        expect(row.get_by_role("button")).to_have_accessible_name(f"Change your answer to: {question}")


def _assert_clause_links_lead_to_clauses(conversation: Conversation, ids: dict[str, set[str]]) -> None:
    """Follow every link to a clause. `ids` remembers the ids of each page that was fetched."""
    links = conversation.live.locator(".ct-cites a, .ct-source a")
    for href in set(cast(list[str], links.evaluate_all("(all) => all.map((link) => link.href)"))):
        address, _, anchor = href.partition("#")
        if address not in ids:
            answer = conversation.page.request.get(address)
            assert answer.ok
            ids[address] = set(re.findall(r'\bid="([^"]+)"', answer.text()))
        assert anchor in ids[address], href


def test_choosing_does_not_move_on(page: Page) -> None:
    conversation = Conversation.begun(page, "messaging")
    conversation.pick("WhatsApp")
    page.wait_for_timeout(500)
    expect(conversation.heading).to_have_text("What do you want to use?")
    expect(conversation.control("WhatsApp")).to_be_checked()


@pytest.mark.parametrize(
    ("tree", "answers", "words", "first"),
    [
        ("messaging", [], "Pick an answer to go on", "Text, Teams or Cafcass email"),
        (
            "evidence",
            [["No"], []],
            "Pick at least one answer to go on, or “Neither of these” alone",
            "The matter in proceedings",
        ),
    ],
    ids=["one of", "many of"],
)
def test_going_on_without_an_answer_is_explained(
    page: Page, tree: str, answers: list[list[str]], words: str, first: str
) -> None:
    conversation = walk_to(page, tree, *answers)
    conversation.press("Continue")
    summary = conversation.live.locator(".ct-errors")
    expect(summary).to_be_focused(timeout=30_000)
    expect(summary.get_by_role("heading")).to_have_text("There is a problem")
    described = conversation.live.get_by_role("group").first.get_attribute("aria-describedby")
    assert described
    inline = page.locator(f"#{described.split()[0]}")
    expect(inline).to_have_text(words)
    summary.get_by_role("link", name=words).click()
    expect(conversation.control(first)).to_be_focused()


def test_an_answer_after_an_error_goes_on(page: Page) -> None:
    conversation = Conversation.begun(page, "messaging")
    conversation.press("Continue")
    expect(conversation.live.locator(".ct-errors")).to_be_focused(timeout=30_000)
    conversation.answer(["WhatsApp"], "work-channels")
    expect(conversation.live.locator(".ct-errors")).to_have_count(0)


def test_back_keeps_the_answer(page: Page) -> None:
    conversation = walk_to(page, "messaging", ["WhatsApp"], [])
    conversation.press("Back")
    conversation.expect_at("work-channels")
    conversation.press("Back")
    conversation.expect_at("platform")
    expect(conversation.heading).to_be_focused()
    expect(conversation.control("WhatsApp")).to_be_checked()
    expect(conversation.live.get_by_role("button", name="Back")).to_have_count(0)
    conversation.press("Continue")
    conversation.expect_at("work-channels")


def test_a_clause_link_shows_the_clause(page: Page) -> None:
    conversation = walk_to(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    conversation.live.locator(".ct-cites a").first.click()
    page.wait_for_url(re.compile("/policy/social-media/#c"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_whole_tree_can_be_gone_through_by_keyboard_alone(page: Page) -> None:
    page.goto("trees/messaging/")
    conversation = Conversation(page, "messaging")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    answers = [
        ["WhatsApp"],
        [],
        ["Yes"],
        ["An in-depth case discussion by message"],
        ["Yes"],
        [],
        ["Yes, or I am not sure"],
        [],
    ]
    way = [
        "platform",
        "work-channels",
        "age",
        "use",
        "extended",
        "extended-messaging",
        "preferred",
        "screenshots",
    ]
    for node, words in zip(way, answers, strict=True):
        conversation.expect_at(node)
        for word in words:
            _choose_by_keyboard(page, conversation.control(word))
        _tab_to(page, conversation.live.get_by_role("button", name="Continue"))
        page.keyboard.press("Enter")
    conversation.expect_at("exception-applies")
    expect(conversation.heading).to_be_focused()
    _tab_to(page, conversation.live.get_by_role("button", name="Start again"))
    page.keyboard.press("Enter")
    conversation.expect_at("platform")


def _choose_by_keyboard(page: Page, control: Locator) -> None:
    """Tab into the group; arrows move within radio buttons, and Space picks."""
    group = control.locator("xpath=ancestor::fieldset")
    _tab_to(page, group.locator("input"), any_of=True)
    for _ in range(6):
        if _has_focus(control):
            break
        page.keyboard.press("Tab" if control.get_attribute("type") == "checkbox" else "ArrowDown")
    if not control.is_checked():
        page.keyboard.press("Space")
    expect(control).to_be_checked()


def _tab_to(page: Page, target: Locator, *, any_of: bool = False) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        found = any(map(_has_focus, target.all())) if any_of else _has_focus(target)
        if found:
            return
    pytest.fail(f"Tab does not lead to {target}")


def _has_focus(target: Locator) -> bool:
    return bool(target.evaluate("(element) => element === document.activeElement"))


def test_none_of_these_stands_alone(page: Page) -> None:
    conversation = walk_to(page, "evidence", ["No"], [])
    others = [
        conversation.control("The matter in proceedings"),
        conversation.control("The child's welfare"),
    ]
    none = conversation.control("Neither of these")
    for other in others:
        other.check()
    none.check()
    for other in others:
        expect(other).not_to_be_checked()
    others[0].check()
    expect(none).not_to_be_checked()


def test_answers_survive_a_reload_of_the_tab(page: Page) -> None:
    conversation = walk_to(page, "messaging", ["WhatsApp"], [], ["Yes"])
    before = conversation.read()
    page.reload()
    conversation.expect_at("use")
    assert conversation.read() == before
    assert page.evaluate("() => document.activeElement === document.body")


def test_answers_survive_a_click_on_an_anchor_of_the_page(page: Page) -> None:
    conversation = walk_to(page, "messaging", ["WhatsApp"], [], ["Yes"])
    before = conversation.read()
    page.get_by_role("link", name="as a list", exact=True).click()
    expect(page.locator("#list")).to_be_in_viewport()
    assert conversation.read() == before


def test_answers_are_gone_in_another_tab(context: BrowserContext, page: Page) -> None:
    walk_to(page, "messaging", ["WhatsApp"])
    other = Conversation.begun(context.new_page(), "messaging")
    other.pick("Another app")
    other.answer([], "work-channels")
    assert other.read()["answers"] == [["What do you want to use?", "Another app"]]


def test_start_again_clears_everything(page: Page) -> None:
    conversation = walk_to(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    conversation.press("Start again")
    conversation.expect_at("platform")
    expect(conversation.live.locator("input:checked")).to_have_count(0)
    expect(conversation.live.locator(".ct-aside")).to_have_count(0)
    assert page.evaluate("() => sessionStorage.length") == 0
    page.reload()
    expect(conversation.heading).to_have_text("What do you want to use?")
    expect(conversation.live.locator("input:checked")).to_have_count(0)


def test_changing_an_early_answer_keeps_later_ones_and_names_those_dropped(page: Page) -> None:
    conversation = walk_to(
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
    assert shown["dropped"] == ["Do accessibility requirements mean that long WhatsApp messaging is needed?"]
    assert [row[0] for row in shown["answers"]] == [
        "What do you want to use?",
        "Is the person aged 13 or over?",
        "What would you use WhatsApp for?",
        "Is WhatsApp being used as the child's or adult's preferred method of communication?",
    ]
    assert shown["answers"][2][1:] == ["Day to day communication, such as arranging meetings"]


def test_changing_a_late_answer_drops_nothing(page: Page) -> None:
    day = "Day to day communication, such as arranging meetings"
    conversation = walk_to(page, "messaging", ["WhatsApp"], [], ["Yes"], [day], ["No"])
    conversation.press("Change your answer to: What do you want to use?")
    conversation.expect_at("platform")
    conversation.press("Continue")
    conversation.expect_at("day-to-day")
    assert conversation.read()["dropped"] == []


def test_an_answer_given_twice_counts_once(page: Page) -> None:
    conversation = Conversation.begun(page, "evidence")
    conversation.pick("Yes, or there may be")
    conversation.live.get_by_role("button", name="Continue").dblclick()
    conversation.expect_at("safeguarding")
    page.wait_for_timeout(500)
    conversation.expect_at("safeguarding")
    expect(conversation.status).to_have_text("")


def test_two_presses_before_the_first_is_answered_count_once(page: Page) -> None:
    conversation = Conversation.begun(page, "evidence")
    conversation.pick("No")
    conversation.live.evaluate(
        "(live) => { const form = live.querySelector('form'); form.requestSubmit(); form.requestSubmit(); }"
    )
    conversation.expect_at("assess")
    page.wait_for_timeout(1500)
    conversation.expect_at("assess")


def test_a_page_starts_one_worker_however_often_it_is_asked(
    page: Page, other_site_url: str, witness: Witness
) -> None:
    witness.origin = other_site_url
    workers: list[Any] = []
    page.on("worker", lambda worker: workers.append(worker))
    page.goto(f"{other_site_url}both/")
    both = [Conversation(page, "visit"), Conversation(page, "no-answer")]
    for conversation in both:
        conversation.live.hover()
        conversation.heading.focus()
        conversation.live.locator("input").first.focus()
    both[1].answer(["No"], "alarm")
    both[0].answer(["There is a dog"], "tell")
    assert len(workers) == 1


def test_two_trees_on_one_page_are_answered_side_by_side(
    page: Page, other_site_url: str, witness: Witness
) -> None:
    witness.origin = other_site_url
    page.goto(f"{other_site_url}both/")
    visit, missing = Conversation(page, "visit"), Conversation(page, "no-answer")
    visit.answer(["There is a dog"], "tell")
    missing.answer(["No"], "alarm")
    expect(missing.heading).to_be_focused()
    assert page.evaluate(_TWICE) == []
    assert [line["what"] for line in visit.read()["due"]] == [
        "Tell the duty officer the address",
        "Tell the duty officer when you expect to leave",
        "Refuse the visit",
    ]
    page.reload()
    visit.expect_at("tell")
    missing.expect_at("alarm")
    visit.answer([], "home")
    assert missing.read()["heading"] == "Get help"


def test_a_box_of_the_picture_leads_a_reader_there_who_has_answered_nothing(page: Page) -> None:
    conversation = Conversation.begun(page, "evidence")
    page.locator('.ct-diagram a[href="#evidence--disputed"]').click()
    conversation.expect_at("disputed")
    expect(conversation.heading).to_be_focused()
    expect(conversation.live.locator(".ct-dropped")).to_contain_text("Check each of them")


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_no_box_of_the_picture_changes_the_answers_of_a_reader(page: Page, procedure: Procedure) -> None:
    conversation = Conversation.begun(page, procedure.tree.id)
    start = procedure.tree.node(procedure.tree.start)
    assert isinstance(start, OneOf)
    way = next(way for way in paths(procedure.tree) if start.options[0].id in way.answers[start.id])
    conversation.answer([start.options[0].wording.text], stops(way)[1].id)
    given = conversation.read()["answers"]
    met = {start.id, stops(way)[1].id}
    for node in procedure.tree.nodes:
        href = f"#{procedure.tree.id}--{node.id}"
        page.locator(f'.ct-diagram a[href="{href}"]').dispatch_event("click")
        if node.id in met:
            conversation.expect_at(node.id)
            conversation.expect_at(node.id)
            if node is start:
                conversation.press("Continue")
                conversation.expect_at(stops(way)[1].id)
        elif not isinstance(node, Route):
            expect(page.locator(href)).to_be_in_viewport()
        assert conversation.read()["answers"] == given


def test_a_procedure_come_to_anew_asks_before_it_goes_on_with_old_answers(page: Page) -> None:
    conversation = walk_to(page, "evidence", ["No"], [])
    conversation.expect_at("relevant")
    page.goto("")
    page.goto("trees/evidence/")
    conversation.expect_at("risk")
    expect(conversation.status).to_contain_text("You began this earlier in this tab.")
    conversation.status.get_by_role("button", name="Go on where you were").click()
    conversation.expect_at("relevant")


def test_what_one_procedure_asks_for_goes_with_the_reader_to_the_next(
    context: BrowserContext, page: Page
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    procedure, way = next(
        (procedure, way)
        for procedure in all_procedures()
        for way in paths(procedure.tree)
        if isinstance(way.at, Outcome) and way.at.next_tree and way.duties
    )
    conversation = Conversation.begun(page, procedure.tree.id)
    for node in stops(way)[:-1]:
        conversation.click("Continue", wordings(node, way.answers[node.id]))
    assert isinstance(way.at, Outcome)
    assert way.at.next_tree
    conversation.live.locator(".ct-next a").click()
    page.wait_for_url(f"**/trees/{way.at.next_tree.id}/")
    carried = page.locator(".ct-carried")
    expect(carried).to_contain_text(f"Still to do, from “{procedure.tree.title.text}”")
    for duty in way.duties:
        expect(carried).to_contain_text(duty.what.text)
    page.reload()
    expect(page.locator(".ct-carried")).to_have_count(1)
    page.goto("")
    page.goto(f"trees/{way.at.next_tree.id}/")
    expect(page.locator(".ct-carried")).to_have_count(0)


def test_the_browsers_own_back_leads_from_question_to_question(page: Page) -> None:
    conversation = walk_to(page, "evidence", ["No"], [])
    conversation.expect_at("relevant")
    expect(page).to_have_title(re.compile("^What is the information relevant to?"))
    page.go_back()
    conversation.expect_at("assess")
    page.go_back()
    conversation.expect_at("risk")
    expect(conversation.control("No")).to_be_checked()
    page.go_forward()
    conversation.expect_at("assess")


def test_an_address_that_makes_no_sense_stops_nothing(page: Page) -> None:
    page.goto("trees/messaging/#%E0%A4%A")
    conversation = Conversation(page, "messaging")
    conversation.answer(["WhatsApp"], "work-channels")


def test_a_link_to_answers_begins_with_them(page: Page) -> None:
    page.goto("trees/messaging/#messaging?platform=whatsapp&work-channels=done&age=yes&gone=yes")
    conversation = Conversation(page, "messaging")
    conversation.expect_at("use")
    assert [row[0] for row in conversation.read()["answers"]] == [
        "What do you want to use?",
        "Is the person aged 13 or over?",
    ]


def test_ticks_are_kept_and_shown_in_the_record(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = walk_to(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    conversation.live.locator(".ct-tick input").first.check()
    conversation.press("Copy the record")
    expect(page.locator("#announcer")).not_to_be_empty()
    record = cast(str, page.evaluate("() => navigator.clipboard.readText()"))
    assert "[x] Only use corporate communication channels" in record
    assert "Outcome: WhatsApp is for people aged 13 or over" in record
    page.reload()
    conversation.expect_at("too-young")
    expect(conversation.live.locator(".ct-tick input").first).to_be_checked()


def test_help_lies_with_the_question_for_those_who_hear_it(page: Page) -> None:
    conversation = Conversation.begun(page, "messaging")
    node = procedure_called("messaging").tree.node("platform")
    assert isinstance(node, OneOf)
    assert node.help
    group = conversation.live.get_by_role("group", name=title(node))
    expect(group).to_have_accessible_description(node.help.text)
