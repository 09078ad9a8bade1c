"""Deadlines, and what goes by today, in every form in which a tree is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clausetree.history.registry import Registry
from clausetree.render.h5p.losses import losses
from clausetree.render.review.compared import to_comparison
from clausetree.render.tree.deadlines import deadline_words
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.ranges import in_ranges
from clausetree.render.tree.sections import to_html
from clausetree.render.tree.what_to_do import what_to_do
from clausetree.report.source import Source
from clausetree.tree.compare.trees import compare
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.model import Duty, Measure, OneOf, Outcome, Tree, duties
from clausetree.tree.procedures import Procedures, procedures_of
from clausetree.tree.wire import Procedure, from_wire, to_wire

NEXT = (
    ", within 1 month of the day that answers “When did the letter come?”, "
    "or, if nobody works that day, the next working day"
)


def called(examples: Procedures, tree: str) -> Procedure:
    found = examples.find(tree)
    assert found
    return found


@pytest.fixture
def procedure(examples: Procedures) -> Procedure:
    return called(examples, "deadlines")


@pytest.fixture
def days_since(examples: Procedures) -> Tree:
    return called(examples, "days-since").tree


def told(procedure: Procedure, what: str, **answers: str) -> str:
    """Return all that is said of the deadline of the duty with these words."""
    every = (duty for node in procedure.tree.nodes for duty in duties(node))
    duty = next(duty for duty in every if duty.what.text == what)
    words = deadline_words(procedure, duty, {key: frozenset({answer}) for key, answer in answers.items()})
    assert words
    return str(words)


def test_it_comes_back_from_its_data_with_its_calendar(examples: Procedures) -> None:
    for tree in ("deadlines", "days-since"):
        procedure = called(examples, tree)
        assert from_wire(to_wire(procedure).text) == procedure
    assert called(examples, "deadlines").calendar
    assert called(examples, "words").calendar is None


@pytest.mark.parametrize(
    ("what", "answers", "words"),
    [
        ("Answer it", {}, ", within 20 working days of receiving it"),
        (
            "Answer it",
            {"received": "2026-01-29"},
            ", within 20 working days of receiving it: by the end of Thursday 26 February 2026",
        ),
        ("Ring", {"received": "2026-01-29"}, ", within 2 weeks of the day on which you can"),
        (
            "Send a copy",
            {"received": "2026-03-03"},
            f"{NEXT}: by the end of Tuesday 7 April 2026, as Friday 3 April 2026 is not a working day",
        ),
        (
            "Send a copy",
            {"received": "2026-03-01"},
            f"{NEXT}: by the end of Wednesday 1 April 2026",
        ),
        (
            "Throw it away",
            {"received": "2026-03-01"},
            ", within 14 days of receiving it: up to the end of Sunday 15 March 2026",
        ),
        (
            "Report it",
            {"aware": "2026-10-24T20:00"},
            ", within 72 hours of becoming aware of it: by 7pm on Tuesday 27 October 2026",
        ),
        (
            "Report it",
            {"aware": "2026-05-04T00:00"},
            ", within 72 hours of becoming aware of it: by midnight at the start of Thursday 7 May 2026",
        ),
    ],
)
def test_the_end_is_told_to_whoever_has_given_the_day(
    procedure: Procedure, what: str, answers: dict[str, str], words: str
) -> None:
    assert told(procedure, what, **answers) == words


def test_a_deadline_that_is_past_is_said_to_be_where_the_day_is_known(procedure: Procedure) -> None:
    last = date(2026, 2, 26).toordinal()
    for today, past in ((None, False), (last - 1, False), (last, False), (last + 1, True)):
        words = told(replace(procedure, today=today), "Answer it", received="2026-01-29")
        assert words.endswith(", which is past") is past


def test_what_cannot_be_counted_is_the_readers_to_count(procedure: Procedure) -> None:
    bare = replace(procedure, calendar=None)
    assert told(bare, "Answer it", received="2026-01-29").endswith(
        "receiving it. Nobody has said here which days are working days, so you must count the time yourself."
    )
    assert told(procedure, "Answer it", received="2027-04-20").endswith(
        ". This page has the calendar of England from 1 January 2026 to 30 April 2027, "
        "so you must count the time yourself."
    )
    tree = procedure.tree
    node = tree.node("old")
    duty = duties(node)[0]
    assert duty.within
    endless = replace(duty, within=replace(duty.within, period=Period(9_000, Unit.YEAR)))
    words = deadline_words(procedure, endless, {"received": frozenset({"2026-01-29"})})
    assert str(words) == ", within 9000 years of receiving it. That day is after the year 9999."


def test_pages_without_scripts_say_how_long_there_is_and_no_day(procedure: Procedure) -> None:
    html = to_html(procedure, "../")
    assert ", within 72 hours of becoming aware of it</span>" in html
    assert "ct-due" not in html


def test_branching_scenarios_are_said_to_leave_the_day_out(procedure: Procedure, examples: Procedures) -> None:
    sentence = "Deadlines say how long there is, and not the day on which it ends."
    assert sentence in losses(procedure.tree)
    assert sentence not in losses(called(examples, "numbers-and-dates").tree)


def test_another_deadline_is_told_between_versions(procedure: Procedure) -> None:
    tree = procedure.tree
    node = tree.node("old")
    duty = duties(node)[0]
    assert duty.within
    other = replace(duty.within, period=Period(10, Unit.WORKING_DAY))
    assert _compared(tree, duty, replace(duty, within=other)) == [
        "Changed: You must “Answer it”, within 10 working days of receiving it (clause 1.2), "
        "at the outcome “The letter is old”. "
        "It was to be done within 20 working days of receiving it."
    ]
    assert _compared(tree, duty, replace(duty, within=None)) == [
        "Changed: You must “Answer it” (clause 1.2), at the outcome “The letter is old”. "
        "It was to be done within 20 working days of receiving it."
    ]


def _compared(tree: Tree, duty: Duty, other: Duty) -> list[str]:
    nodes = tuple(
        replace(node, duties=tuple(other if each == duty else each for each in node.duties))
        if isinstance(node, Outcome)
        else node
        for node in tree.nodes
    )
    after = replace(tree, nodes=nodes)
    text = to_comparison(tree, after, compare(tree, after))
    return [line.strip().removeprefix("- ") for line in text.splitlines() if "Changed:" in line]


def test_days_since_are_told_in_days_whatever_day_it_is(days_since: Tree) -> None:
    outline = to_outline(days_since)
    assert "your answer to “When did you see them last?” is more than 5 days ago" in outline
    ranges = in_ranges(days_since)
    found = {
        node.id: [option.wording.text for option in node.options]
        for node in ranges.nodes
        if isinstance(node, OneOf)
    }
    assert found == {
        "seen": ["14 days ago or earlier", "6 to 13 days ago", "today to 5 days ago"],
        "meeting": ["today to 31 December 2026", "1 January 2027 to 31 December 2030"],
        "called": ["1 day ago or earlier", "today"],
    }


def test_bounds_of_today_are_told_as_such(days_since: Tree) -> None:
    said = [what_to_do(node) for node in days_since.nodes if isinstance(node, Measure)]
    assert said == [
        "Enter a date from 1 January 2020 to today",
        "Enter a date from today to 31 December 2030",
        "Enter a date and a time from 1 January 2026 to today",
    ]


@pytest.mark.parametrize(
    ("bounds", "condition", "words"),
    [
        (
            "today to 2030-12-31",
            "seen < 2026-05-01",
            ["today to 30 April 2026", "1 May 2026 to 31 December 2030"],
        ),
        ("2020-01-01 to today", "seen <= 2026-05-01", ["1 January 2020 to 1 May 2026", "2 May 2026 to today"]),
        ("2020-01-01 to today", "seen is today", ["1 day ago or earlier", "today"]),
    ],
)
def test_ranges_hold_on_any_day(made_up: Registry, bounds: str, condition: str, words: list[str]) -> None:
    text = f"""\
tree small "Small"
    policy time-limits
    basis clauses
    start seen

question seen "When?"
    date {bounds}
    then -> sort

route sort
    when {condition} -> one
    otherwise -> other

outcome one "One"

outcome other "Other"
"""
    (found,) = procedures_of([Source("small.tree", text)], made_up).all
    (question,) = (node for node in in_ranges(found.tree).nodes if isinstance(node, OneOf))
    assert [option.wording.text for option in question.options] == words
