"""Documents by the ending of their name: what stands in pages and is not shown, or was changed."""

from __future__ import annotations

import pytest

from clausetree.importing.blocks import spoken
from clausetree.importing.changes import ChangedError, Settle
from clausetree.importing.documents import Taken, read_file
from clausetree.importing.package import NotReadError, Reason

CHANGED = b"<p>Staff must <del>never</del> <ins>always</ins> open the safe.</p><p><del>Old.</del></p>"


def said(taken: Taken) -> list[str]:
    """The words of each block."""
    return [spoken(block) for block in taken.blocks]


def told(taken: Taken) -> list[tuple[str, str]]:
    """What is told of the document."""
    return [(remark.kind.name, remark.words) for remark in taken.remarks]


def test_changes_of_a_page_are_told_until_somebody_settles_them() -> None:
    with pytest.raises(ChangedError) as raised:
        read_file("page.html", CHANGED)
    assert [(one.added, one.words) for one in raised.value.found] == [
        (False, "never"),
        (True, "always"),
        (False, "Old."),
    ]


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Settle.ACCEPT, ["Staff must always open the safe."]),
        (Settle.REJECT, ["Staff must never open the safe.", "Old."]),
    ],
)
def test_changes_of_a_page_are_accepted_or_rejected(how: Settle, expected: list[str]) -> None:
    taken = read_file("page.html", CHANGED, how)
    assert said(taken) == expected
    assert told(taken) == [("CHANGE", "never"), ("CHANGE", "always"), ("CHANGE", "Old.")]


def test_what_a_page_hides_is_left_out_and_told() -> None:
    hidden = b"<p>Shown. <span style='display: none'>Draft.</span></p><p hidden>Old wording.</p>"
    mark = b"<p>Words<span class='MsoCommentReference'><a href='#c'>[A1]</a></span>.</p>"
    comments = b"<div style='mso-element:comment-list'><p>Is this right?</p></div>"
    taken = read_file("page.html", hidden + mark + comments)
    assert said(taken) == ["Shown.", "Words."]
    assert told(taken) == [("HIDDEN", "Draft."), ("HIDDEN", "Old wording."), ("COMMENT", "Is this right?")]


def test_a_page_that_stands_too_deep_in_itself_is_refused() -> None:
    with pytest.raises(NotReadError) as raised:
        read_file("page.html", b"<table><tr><td>" * 3_000 + b"Words.")
    assert raised.value.reason is Reason.UNSAFE


def test_boxes_of_a_page_say_whether_they_are_ticked() -> None:
    page = b"<p><input type=checkbox checked> Read. <input type='CHECKBOX'> Not yet. <input value='x'></p>"
    assert said(read_file("page.html", page)) == ["\u2612 Read. \u2610 Not yet."]


def test_what_a_page_hides_from_screens_alone_is_not_told() -> None:
    dots = b"<p>1.1 Scope<span style='mso-hide:screen;display:none'>....3</span></p>"
    taken = read_file("page.html", dots)
    assert said(taken) == ["1.1 Scope"]
    assert told(taken) == []


def test_a_picture_that_was_taken_out_of_a_page_is_asked_about() -> None:
    with pytest.raises(ChangedError) as raised:
        read_file("page.html", b"<p>Go <b><del><img src='way.png' alt='out'></del></b> now.</p>")
    assert [(one.words, one.around) for one in raised.value.found] == [("something that is no word", "Go now.")]


@pytest.mark.parametrize(
    ("declared", "codec", "words"),
    [
        ("iso-8859-2", "iso8859-2", "Zásady pro klíče"),
        ("koi8-r", "koi8-r", "Правила"),
        ("shift_jis", "cp932", "鍵の規程"),
        ("windows-1252", "cp1252", "“Keys”"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(declared: str, codec: str, words: str) -> None:
    page = f"<meta charset={declared}><p>{words}</p>"
    taken = read_file("page.html", page.encode(codec))
    assert said(taken) == [words]
    assert told(taken) == []


def test_one_sign_that_cannot_be_read_spoils_no_other_and_is_told() -> None:
    taken = read_file("page.html", "<meta charset=utf-8><p>Clés".encode() + b" \xe9 et portes</p>")
    assert said(taken) == ["Clés \ufffd et portes"]
    assert told(taken) == [("UNREAD", "signs in the text, where now \ufffd stands")]
