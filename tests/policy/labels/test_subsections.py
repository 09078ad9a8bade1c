"""Figures that are counted anew below each heading with a number are cited with it: (1) below § 3 is § 3(1)."""

from __future__ import annotations

import pytest

from clausetree.history.registry import Registry
from clausetree.policy.parser import parse_policy, read_outline
from clausetree.policy.policy import Policy
from clausetree.report.source import Source

META = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A"}
RULES = """\
## § 3 Boats {: #par-3 }

(1) Every boat has a name.
{: #par-3-1 }

(2) A member may take one out who
{: #par-3-2 }

a) can swim; and
{: #par-3-2-a }

(2a) Guests may not.
{: #par-3-2a }
"""
ORDERS = """\
## Standing Order 4: Motions

1 A motion must be in writing.

2 It may not be moved twice.

## Standing Order 5: Speeches

1 Members stand when they speak.

2 Nobody speaks twice.
"""


def parsed(text: str) -> Policy:
    policy, faults = parse_policy(Source("p.md", text), META, {})
    assert policy is not None
    assert faults == []
    return policy


def anchors_asked_for(text: str) -> list[tuple[str | None, str]]:
    outline = read_outline(Source("p.md", text), {})
    return [(lost.clause.number, lost.clause.anchor) for lost in outline.unanchored]


def test_each_is_called_by_its_heading_and_its_figure() -> None:
    found = [(clause.number, clause.printed, clause.text) for clause in parsed(RULES).clauses][1:]
    assert found == [
        ("§ 3(1)", "(1)", "Every boat has a name."),
        ("§ 3(2)", "(2)", "A member may take one out who"),
        ("§ 3(2)(a)", "a)", "can swim; and"),
        ("§ 3(2a)", "(2a)", "Guests may not."),
    ]


@pytest.mark.parametrize("reference", ["§ 3(1)", "§ 3 Abs. 1", "§3 (1)", "par-3-1"])
def test_it_is_found_by_what_people_call_it(reference: str) -> None:
    found = Registry([parsed(RULES)]).find("p", reference)
    assert found is not None
    assert found.text == "Every boat has a name."


def test_an_item_of_it_stands_one_level_deep() -> None:
    assert {clause.anchor: clause.depth for clause in parsed(RULES).clauses}["par-3-2-a"] == 1


def test_the_same_number_below_two_headings_is_that_of_each() -> None:
    assert anchors_asked_for(ORDERS) == [
        ("Standing Order 4", "standing-order-4"),
        ("Standing Order 4(1)", "standing-order-4-1"),
        ("Standing Order 4(2)", "standing-order-4-2"),
        ("Standing Order 5", "standing-order-5"),
        ("Standing Order 5(1)", "standing-order-5-1"),
        ("Standing Order 5(2)", "standing-order-5-2"),
    ]


def test_below_words_of_a_section_a_figure_is_an_item_of_these() -> None:
    text = "## § 3 Boats\n\nA boat has:\n\n(1) a name;\n\n(2) a number.\n"
    assert [number for number, _ in anchors_asked_for(text)] == ["§ 3", None, None, None]


def test_behind_the_number_of_a_paragraph_it_is_part_of_that() -> None:
    text = "## Schedule 1\n\n1 It is signed.\n\n2 It is short.\n\n3(1) It has a date.\n\n(2) In figures.\n"
    assert anchors_asked_for(text)[3:] == [("3(1)", "clause-3-1"), ("3(2)", "clause-3-2")]
