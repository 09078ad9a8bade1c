"""The picture and the conversation know each other."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from clausetree.tree.model import OneOf, Route
from clausetree.tree.walk import paths
from clausetree.tree.wire import Procedure

from .conversation import Conversation
from .engine import all_procedures, stops

pytestmark = pytest.mark.usefixtures("clean")


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
        if isinstance(node, Route):
            continue  # in its place are drawn the answers that it goes by
        href = f"#{procedure.tree.id}--{node.id}"
        page.locator(f'.ct-diagram a[href="{href}"]').first.dispatch_event("click")
        if node.id in met:
            conversation.expect_at(node.id)
            conversation.expect_at(node.id)
            if node is start:
                conversation.press("Continue")
                conversation.expect_at(stops(way)[1].id)
        else:
            expect(page.locator(href)).to_be_in_viewport()
        assert conversation.read()["answers"] == given


def test_the_picture_can_be_downloaded_in_the_kinds_and_sizes_that_are_named(page: Page) -> None:
    page.goto("trees/messaging/")
    links = page.locator(".ct-files a")
    named = [re.sub(r" \(\d+\u00a0kB\)$", "", words) for words in links.all_text_contents()]
    assert named == [
        *("part 1 as SVG", "part 1 as PNG", "part 2 as SVG", "part 2 as PNG"),
        "all parts as PDF",
    ]
    begins = {"SVG": b"<svg", "PNG": b"\x89PNG", "PDF": b"%PDF"}
    for link in links.all():
        words = link.inner_text()
        content = page.request.get(link.evaluate("(link) => link.href")).body()
        assert content.startswith(next(begin for kind, begin in begins.items() if kind in words))
        assert f"({round(len(content) / 1000)}\u00a0kB)" in words


def test_a_picture_of_one_part_is_named_by_its_kind_alone(page: Page) -> None:
    page.goto("trees/evidence/")
    said = page.locator(".ct-files")
    expect(said).to_have_text(
        re.compile(r"Download this picture: SVG \(\d+\u00a0kB\), PNG \(\d+\u00a0kB\), PDF \(\d+\u00a0kB\)$")
    )
