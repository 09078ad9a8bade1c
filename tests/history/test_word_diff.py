"""What was taken out of a text and put into it, word by word: read by hand."""

from __future__ import annotations

import pytest

from clausetree.history.word_diff import Edit, word_diff

SIGNS = {Edit.KEPT: "", Edit.REMOVED: "-", Edit.ADDED: "+"}


def shown(before: str, after: str) -> list[str]:
    """Return the runs: those removed begin with a minus, those added with a plus."""
    return [f"{SIGNS[run.edit]}{run.words}" for run in word_diff(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("Shut the gate.", "Shut the gate.", ["Shut the gate."]),
        ("Shut the gate.", "Shut the old gate.", ["Shut the", "+old", "gate."]),
        ("Shut the old gate.", "Shut the gate.", ["Shut the", "-old", "gate."]),
        ("Shut the old gate.", "Shut a new gate.", ["Shut", "-the old", "+a new", "gate."]),
        ("Ask.", "Ring twice.", ["-Ask.", "+Ring twice."]),
        ("", "Ring.", ["+Ring."]),
        ("Ask.", "", ["-Ask."]),
        ("", "", []),
        # Only the words count, and not what parts them.
        ("Ask\nfirst.", "Ask  first.", ["Ask first."]),
    ],
)
def test_what_was_removed_stands_before_what_was_added(before: str, after: str, runs: list[str]) -> None:
    assert shown(before, after) == runs


def test_a_word_that_stands_everywhere_is_compared_as_well() -> None:
    often = " ".join(["the"] * 300)
    assert shown(f"{often} end", f"new {often} stop") == ["+new", often, "-end", "+stop"]
