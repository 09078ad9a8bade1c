"""What holds at every stop of every tree in the live widget: on a phone in light, on a desk in dark colours."""

from __future__ import annotations

import re
from typing import cast

import pytest
from playwright.sync_api import Locator, Page, expect

from clausetree.tree.model import ManyOf, Node, OneOf, Outcome
from clausetree.tree.walk import Walk, paths
from clausetree.tree.wire import Procedure

from .axe import Scheme, violations
from .conversation import Conversation
from .engine import all_procedures, stops, title, wordings
from .focus import ALL_FOCUSED
from .sizes import COLOURS, SIZES
from .spacing import SPACED

SMALLEST_TARGET = 24
_BOXES = """
(live) => [...live.querySelectorAll("button, summary, .ct-option label, .ct-tick, .ct-next a")]
  .map((target) => [target.textContent.trim(), target.getBoundingClientRect()])
  .map(([words, box]) => [words, box.width, box.height])
"""
_TWICE = """
() => { const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place); }
"""
# Whether an element is on the screen, and nothing lies over it.
_SEEN = """
(element) => {
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && element.contains(top);
}
"""

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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_every_stop_keeps_the_rules(page: Page, procedure: Procedure, size: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.emulate_media(reduced_motion="reduce")
    conversation = Conversation.begun(page, procedure.tree.id)
    ids: dict[str, set[str]] = {}
    looked_at: set[str] = set()
    for way in through_every_node(procedure):
        for node, onward in zip(stops(way), [*stops(way)[1:], None], strict=True):
            if isinstance(node, OneOf | ManyOf):
                _assert_question(conversation, title(node))
            if isinstance(node, Outcome):
                _assert_changes_have_names(conversation, way)
                _assert_clause_links_lead_to_clauses(conversation, ids)
            if node.id not in looked_at:
                _assert_looks_right(conversation, node, COLOURS[size])
            looked_at.add(node.id)
            conversation.click("Continue" if onward else "Start again", _picked(way, node.id))
            expect(conversation.heading).to_be_focused()
            assert conversation.heading.evaluate(_SEEN), f"the heading after {node.id} is out of sight"
    conversation.click("Continue")
    expect(conversation.live.get_by_role("alert")).to_be_visible()
    assert violations(page, ".ct-tree", [COLOURS[size]]) == [], "an error"


def _assert_looks_right(conversation: Conversation, node: Node, colours: Scheme) -> None:
    """Fail unless all is right by axe, large enough, within the page, and seen when it has the focus."""
    page = conversation.page
    assert page.evaluate(_TWICE) == []
    _assert_targets(conversation.live)
    _assert_focus_is_seen(conversation, node)
    for summary in conversation.live.locator("summary").all():
        summary.evaluate("(summary) => { summary.parentElement.open = true; }")
    assert violations(page, ".ct-tree", [colours]) == [], node.id
    assert page.evaluate(SPACED, True) <= 0, node.id
    page.evaluate(SPACED, False)


def _assert_focus_is_seen(conversation: Conversation, node: Node) -> None:
    """Give the focus to all that the keyboard reaches, down to the end of the stop and back again."""
    found = conversation.live.evaluate(ALL_FOCUSED)
    assert found["met"] > 1
    assert found["faults"] == [], node.id
    conversation.heading.focus()
    expect(conversation.page.get_by_role("tooltip")).to_have_count(0)


def _picked(way: Walk, node: str) -> list[str]:
    found = next(one for one in way.nodes if one.id == node)
    return wordings(found, way.answers.get(node, frozenset()))


def _assert_question(conversation: Conversation, name: str) -> None:
    group = conversation.live.get_by_role("group", name=name, exact=True)
    expect(group).to_have_count(1)
    expect(conversation.live.locator(".ct-question .ct-heading")).to_have_text(name)
    expect(group.locator("input:checked")).to_have_count(0)


def _assert_targets(live: Locator) -> None:
    boxes = cast(list[tuple[str, float, float]], live.evaluate(_BOXES))
    small = [box for box in boxes if min(box[1:]) < SMALLEST_TARGET]
    assert boxes
    assert small == []


def _assert_changes_have_names(conversation: Conversation, way: Walk) -> None:
    asked = [title(node) for node in stops(way) if isinstance(node, OneOf | ManyOf)]
    rows = conversation.live.locator(".ct-summary > .ct-summary-row")
    expect(rows.locator(".ct-asked")).to_have_text(asked)
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
