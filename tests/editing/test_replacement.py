"""Changes that an editor makes to a text."""

from __future__ import annotations

import pytest

from clausetree.editing.replacement import Replacement, replaced
from clausetree.report.span import Span


def test_each_change_counts_in_the_text_as_it_was() -> None:
    changes = [
        Replacement(Span(4, 7), "dog"),
        Replacement(Span(0, 3), "One"),
        Replacement(Span(14, 14), " down"),
        Replacement(Span(14, 14), "."),
    ]
    assert replaced("The cat lay at", changes) == "One dog lay at down."


def test_changes_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap at character 2"):
        replaced("words", [Replacement(Span(0, 3), "a"), Replacement(Span(2, 4), "b")])
