"""The record, in each engine: copied, saved, printed, and still there after a reload; and a page on paper."""

from __future__ import annotations

import pytest

from .conversation import Conversation
from .host import Host
from .reader import Reader

OUTCOME = "Outcome: WhatsApp is for people aged 13 or over"
DUTY = "Only use corporate communication channels"


def at_the_outcome(reader: Reader, host: Host) -> Conversation:
    """Come to an outcome, and tick the first thing that is to be done."""
    conversation = Conversation.begun(reader, f"{host.address}trees/messaging/")
    conversation.answer(["WhatsApp"], "work-channels")
    conversation.answer([], "age")
    conversation.answer(["No, or I am not sure"], "too-young")
    reader.click(".ct-live .ct-tick input")
    return conversation


def test_the_record_is_copied_and_saved_and_survives_a_reload(reader: Reader, host: Host) -> None:
    conversation = at_the_outcome(reader, host)
    conversation.press("Save it as a file")
    reader.see_words("#announcer", "Record saved")
    reader.until(lambda: (reader.saved / "messaging-record.txt").exists(), "for the file")
    record = (reader.saved / "messaging-record.txt").read_text(encoding="utf-8")
    assert OUTCOME in record
    assert f"[x] {DUTY}" in record
    conversation.press("Copy the record")
    reader.see_words("#announcer", "Record copied")
    reader.evaluate("() => location.reload()")
    conversation.expect_at("too-young")
    reader.see("() => document.querySelector('.ct-live .ct-tick input')?.checked")
    reader.open(f"{host.address}search/")
    reader.click("main input[type=search]")
    reader.press("Control+v")
    reader.see("(words) => document.querySelector('main input[type=search]').value.includes(words)", OUTCOME)


def test_the_record_is_printed_by_itself(reader: Reader, host: Host) -> None:
    conversation = at_the_outcome(reader, host)
    # The window in which a reader would choose a printer has no end here.
    reader.evaluate("() => { window.print = () => { window.asked = true; }; }")
    conversation.press("Print it")
    reader.see("() => window.asked")
    words = reader.on_paper()
    assert words.startswith("Choosing a messaging platform")
    assert OUTCOME in words
    assert f"{host.address}policy/social-media/#c2-14" in words.replace(" ", "").replace("\n", "")
    assert "Continue" not in words


@pytest.mark.parametrize("path", ["policy/social-media/", "trees/messaging/"])
def test_a_page_is_printed_whole_and_without_what_is_there_to_be_pressed(
    reader: Reader, host: Host, path: str
) -> None:
    reader.open(host.address + path)
    words = reader.on_paper()
    assert [
        name for name in ("Copy link to", "Continue", "Start again", "Skip to", "Menu") if name in words
    ] == []
    if path.startswith("policy"):
        assert "must only use corporate communication channels" in words
    else:
        assert "The whole procedure as a list" in words
