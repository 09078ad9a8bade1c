"""What a browser sends, whatever stands in it."""

from __future__ import annotations

import pytest

from clausetree.render.widget.actions import Begin, GiveAnswer, read_action


@pytest.mark.parametrize(
    ("picked", "given"),
    [(["red", 7], ("red", "7")), ([], ()), ("red", ()), (None, ())],
)
def test_what_was_picked_is_taken_as_texts(picked: object, given: tuple[str, ...]) -> None:
    assert read_action({"do": "answer", "node": "colour", "picked": picked}) == GiveAnswer("colour", given)


def test_the_answers_that_a_visit_kept_are_taken_as_texts() -> None:
    kept = {"what": ["tree"], 3: ["a", "b"], "day": "no list"}
    assert read_action({"do": "begin", "answers": kept, "done": ["gate"], "node": "what"}) == Begin(
        {"what": frozenset({"tree"}), "3": frozenset({"a", "b"}), "day": frozenset()},
        frozenset({"gate"}),
        "what",
    )
    assert read_action({"do": "begin", "answers": ["what"]}) == Begin({}, frozenset(), None)
