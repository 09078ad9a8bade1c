"""Answers in an address: written down, and read whatever somebody made of it."""

from __future__ import annotations

import pytest

from clausetree.render.widget.link import from_fragment, to_fragment


def test_a_fragment_names_the_tree_and_each_answer_in_the_order_given() -> None:
    answers = {"harm": frozenset({"yes"}), "also": frozenset({"risk", "own", "time", "place", "name"})}
    assert to_fragment("comments", answers) == "comments?harm=yes&also=name,own,place,risk,time"


def test_without_an_answer_it_is_the_tree_alone() -> None:
    assert to_fragment("comments", {}) == "comments"


@pytest.mark.parametrize(
    ("fragment", "answers"),
    [
        ("boats?who=guest", {"who": {"guest"}}),
        ("boats?who=guest&bring=dog,lunch", {"who": {"guest"}, "bring": {"dog", "lunch"}}),
        ("?who=guest", {"who": {"guest"}}),
        ("boats", {}),
        ("boats?", {}),
        ("", {}),
        ("boats?who", {"who": set()}),
        ("boats?who=", {"who": set()}),
        ("boats?who=&age=7&bring", {"who": set(), "age": {"7"}, "bring": set()}),
        ("boats?who=guest&amp;age=7", {"who": {"guest"}, "age": {"7"}}),
        ("boats?who=guest&age=7.", {"who": {"guest"}, "age": {"7"}}),
        ("boats?who=guest).", {"who": {"guest"}}),
        ("boats?spent=12.50>", {"spent": {"12.50"}}),
    ],
)
def test_what_cannot_be_read_in_a_fragment_is_no_answer(fragment: str, answers: dict[str, set[str]]) -> None:
    assert from_fragment(fragment) == answers
