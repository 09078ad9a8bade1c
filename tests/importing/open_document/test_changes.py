"""Tracked changes are told in order, and accepted or rejected as LibreOffice does it."""

from __future__ import annotations

import pytest

from clausetree.importing.changes import ChangedError, Settle
from clausetree.importing.documents import read_file
from clausetree.importing.remarks import Kind
from tests.importing.open_document.flat import document
from tests.importing.printed import printed


def test_nothing_is_read_until_somebody_says_what_becomes_of_changes() -> None:
    with pytest.raises(ChangedError) as told:
        read_file("policy.odt", document("word-changes.odt"))
    assert [(change.added, change.words) for change in told.value.found] == [
        (True, "all of "),
        (False, "old "),
        (True, "A clause that is new.¶"),
        (False, "A clause that goes.¶"),
        (True, "Whole words new"),
    ]
    assert told.value.found[1].around == "Keep all of the keys."


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (
            Settle.ACCEPT,
            [
                "1. Purpose",
                "1.1 Keep all of the keys.",
                "1.2 A clause that is new.",
                "1.3 A clause that stays.",
                "1.4 Whole words new",
                "1.5 Last.",
            ],
        ),
        (
            Settle.REJECT,
            [
                "1. Purpose",
                "1.1 Keep the old keys.",
                "1.2 A clause that goes.",
                "1.3 A clause that stays.",
                "1.4",
                "1.5 Last.",
            ],
        ),
    ],
)
def test_changes_that_came_from_word_are_settled(how: Settle, expected: list[str]) -> None:
    taken = read_file("policy.odt", document("word-changes.odt"), how)
    assert printed(taken.blocks) == expected
    told = [remark.more for remark in taken.remarks if remark.kind is Kind.CHANGE]
    said = {Settle.ACCEPT: "accepted", Settle.REJECT: "rejected"}[how]
    assert told == [f"{done} and {said}" for done in ("added", "taken out", "added", "taken out", "added")]


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (
            Settle.ACCEPT,
            [
                "Keep all of the keys.",
                "1. Clause one goes on.",
                "1.1 below",
                "2. New clause.",
                "3. Old clause.",
                "4. It ends now.",
                "5. Middle.",
                "6. Not here.",
                "A tab and more is new.",
            ],
        ),
        (
            Settle.REJECT,
            [
                "Keep the old keys.",
                "1. Clause one ends here.",
                "2. Gone clause",
                "3. and goes on.",
                "3.1 below",
                "4. Old clause.",
                "5. It ends here.",
                "A tab is new.",
            ],
        ),
    ],
)
def test_changes_over_several_paragraphs_are_settled(how: Settle, expected: list[str]) -> None:
    assert printed(read_file("policy.odt", document("changes.fodt"), how).blocks) == expected
