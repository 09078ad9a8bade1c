"""When what the widget needs does not come, in each engine: the links work, and one sentence says so."""

from __future__ import annotations

import pytest

from .conversation import Conversation
from .host import NO_SCRIPTS, Host
from .reader import Reader

_TARGET = "(id, heading) => document.querySelector(`:target#${id}`)?.innerText.includes(heading)"


@pytest.mark.parametrize("lost", ["*/worker.js", "*/python_stdlib.zip", "*/trees/messaging/*.json"])
def test_the_links_go_on_working_when_python_cannot_start(reader: Reader, host: Host, lost: str) -> None:
    host.missing = lost
    reader.open(f"{host.address}trees/messaging/")
    reader.click(".ct-live .ct-option label", "WhatsApp")
    reader.see_words(".ct-status", "The questions cannot be asked one at a time here.")
    assert not reader.evaluate("() => document.querySelector('.ct-live').checkVisibility()")
    reader.click(".ct-status a", "Start here")
    reader.see(_TARGET, "messaging--platform", "What do you want to use?")
    reader.click(":target a.ct-go", "WhatsApp")
    reader.see(_TARGET, "messaging--work-channels", "Keep it on work channels")


def test_who_will_not_wait_for_python_goes_on_by_links(reader: Reader, host: Host) -> None:
    host.held = "*/python_stdlib.zip"
    conversation = Conversation.begun(reader, f"{host.address}trees/messaging/")
    conversation.answer(["WhatsApp"], "work-channels")
    conversation.answer([], "age")
    conversation.press("Back")
    reader.see_words(".ct-status", "Starting the questions…")
    reader.click(".ct-status button", "Use the links instead")
    reader.click(".ct-status a", "Go on from “Is the person aged 13 or over?”")
    reader.see(_TARGET, "messaging--age", "Is the person aged 13 or over?")


def test_without_scripts_every_answer_is_a_link_and_search_says_what_it_needs(
    reader: Reader, host: Host
) -> None:
    host.policies = {"*": NO_SCRIPTS}
    reader.open(f"{host.address}search/")
    reader.see_words("main", "Search needs JavaScript")
    assert reader.evaluate("() => [...document.forms].some((form) => form.checkVisibility())") is False
    reader.open(host.address)
    reader.click("main a", "I want to message or call a child or a family")
    reader.click("a.ct-start", "Start here")
    reader.click(":target a.ct-go", "WhatsApp")
    reader.click(":target a.ct-go", "Go on: It depends on your answers")
    reader.see(_TARGET, "messaging--sort-platform", "It depends on your answers")
