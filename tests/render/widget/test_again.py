"""What is said and kept of each time that a reader goes through the same again: worked out by hand."""

from __future__ import annotations

import json
import re

import pytest

from clausetree.history.registry import Registry
from clausetree.render.courses.course import to_views
from clausetree.render.tree.phrasing import time_words
from clausetree.render.widget.conversation import answer, begin, go, shown
from clausetree.render.widget.record import Occasion, to_record
from clausetree.render.widget.view import to_view
from clausetree.report.source import Source
from clausetree.tree.answers import Answers
from clausetree.tree.procedures import procedures_of
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure

TREE = """\
tree exam "An exam"
    policy lone-working
    basis clauses
    start heard

question heard "When did you hear?"
    date 2026-01-01 to 2026-12-31
    then -> passed

question passed "Have you passed?"
    option yes "Yes" -> over
    option no "No" -> sit

wait sit "Sit it again"
    must you "Enter for it" within 5 days of heard (1.2)
    must you "Tell your buddy" (1.1)
    then -> heard up to 3 times, then -> over

outcome over "It is over"
"""
TWICE: Answers = {
    name: frozenset({said})
    for name, said in {
        "heard": "2026-05-01",
        "passed": "no",
        "sit": "done",
        "heard---2": "2026-06-01",
        "passed---2": "no",
    }.items()
}
FIRST, SECOND = "You must: Enter for it", "You must: Enter for it (the second time)"


@pytest.fixture
def exam(made_up: Registry) -> Procedure:
    (found,) = procedures_of([Source("exam.tree", TREE)], made_up).all
    return found


def test_what_is_due_anew_each_time_is_ticked_off_each_time(exam: Procedure) -> None:
    view = to_view(exam, begin(exam.tree, TWICE, frozenset({FIRST})), "/")
    boxes = re.findall(r"<input[^>]*checkbox[^>]*>", str(view.html))
    assert {box for box in boxes if f'data-duty="{SECOND}"' in box and "checked" not in box}
    assert {box for box in boxes if f'data-duty="{FIRST}"' in box and "checked" in box}
    record = to_record(
        exam, walk(exam.tree, TWICE), frozenset({FIRST}), Occasion("1 June", "https://x.example/")
    )
    marks = {
        line.strip()[:16]: line.rpartition("end of ")[2] for line in record.splitlines() if "Enter" in line
    }
    assert {mark: day[:16] for mark, day in marks.items()} == {
        "[x] Enter for it": "Wednesday 6 May ",
        "[ ] Enter for it": "Saturday 6 June ",
    }


def test_a_record_says_which_time_a_reader_waits(exam: Procedure) -> None:
    record = to_record(exam, walk(exam.tree, TWICE), frozenset(), Occasion("1 June", "https://x.example/"))
    assert "Waiting: Sit it again (the second time)" in record
    assert "5 days" in record


def test_in_a_course_what_is_due_anew_each_time_is_counted_and_ticked_off_each_time(exam: Procedure) -> None:
    views = json.loads(to_views(exam, ""))
    assert {FIRST, SECOND} < views["duties"].keys()
    assert [end[:3] for end in views["dates"]["ends"]] == [
        ["heard", 5, "day"],
        ["heard---2", 5, "day"],
        ["heard---3", 5, "day"],
    ]


def test_who_picks_a_box_of_the_picture_comes_to_it_as_she_met_it_last(exam: Procedure) -> None:
    state = go(exam.tree, begin(exam.tree, TWICE), "passed")
    assert shown(exam.tree, state).id == "passed---2"
    changed = answer(exam.tree, state, "passed---2", ("yes",))
    assert shown(exam.tree, changed).id == "over"
    assert changed.answers["passed"] == {"no"}


def test_of_a_passage_within_another_it_is_told_which_time_in_which_round(made_up: Registry) -> None:
    text = """\
tree small "Small"
    policy lone-working
    basis clauses
    start child

question child "Is the child ill?"
    option yes "Yes" -> ring
    option no "No" -> another

step ring "Ring"
    then -> reached

question reached "Did you reach anybody?"
    option yes "Yes" -> another
    option no "No" -> ring up to 3 times, then -> another

question another "Is there another child?"
    option yes "Yes" -> child up to 2 times, then -> end
    option no "No" -> end

outcome end "End"
"""
    (found,) = procedures_of([Source("small.tree", text)], made_up).all
    said = {node.id: time_words(found.tree, node.id) for node in found.tree.nodes}
    assert sorted(words for name, words in said.items() if name.startswith("child")) == [
        "",
        " (the second time)",
    ]
    assert sorted(words for name, words in said.items() if name.startswith("ring")) == [
        "",
        " (the first time in the second round)",
        " (the second time in the first round)",
        " (the second time in the second round)",
        " (the third time in the first round)",
        " (the third time in the second round)",
    ]
