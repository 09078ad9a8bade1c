"""Where nobody knows what day it is, nothing is told of days gone by, and no acknowledgement is in vain."""

from __future__ import annotations

from datetime import date

import pytest

from clausetree.history.registry import Registry
from clausetree.report.source import Source
from clausetree.tree.checking.checks import read_trees

TREE = """\
tree letter "A letter"
    policy lone-working
    basis clauses
    start received

question received "When did it come?"
    date 2020-01-01 to 2025-12-31{acknowledged}
    then -> done

outcome done "Nothing to do"

scenario "In May"
    received is 2020-05-13
    ends done
"""
KNOWN = '\n    acknowledge T811 "It is about the years until 2025"'


@pytest.mark.parametrize(
    ("acknowledged", "today", "told"),
    [
        ("", None, []),
        ("", date(2025, 12, 31), []),
        ("", date(2026, 1, 1), ["T811 warning"]),
        (KNOWN, None, ["T811 acknowledged"]),
        (KNOWN, date(2026, 1, 1), ["T811 acknowledged"]),
        (KNOWN, date(2025, 12, 31), ["T701 warning"]),
    ],
)
def test_a_last_day_is_past_once_it_is_over(
    acknowledged: str, today: date | None, told: list[str], made_up: Registry
) -> None:
    source = Source("letter.tree", TREE.format(acknowledged=acknowledged))
    _, found = read_trees([source], made_up, None, today.toordinal() if today else None)
    assert [f"{d.code} {d.severity.value}" for d in found] == told
