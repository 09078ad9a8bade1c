"""Orders, and plain statements of what somebody does: sentences read by hand."""

from __future__ import annotations

import pytest

from clausetree.tree.binding.orders import Statement, forbids, is_order, statement


@pytest.mark.parametrize(
    "sentence",
    [
        "Report it to the office.",
        "If you are late, telephone the office.",
        "Please always shut the gate.",
        "Then ring the bell.",
        "Check windows and doors.",
        "Ensure the gate is shut.",
    ],
)
def test_who_is_told_to_do_something_has_an_order(sentence: str) -> None:
    assert is_order(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The office keeps a list.",
        "Boats leave at nine.",
        "Access to the file is quick.",
        "Staff open the doors.",
    ],
)
def test_who_is_told_of_something_has_none(sentence: str) -> None:
    assert not is_order(sentence)


def test_no_more_than_a_thing_that_is_forbidden() -> None:
    assert forbids("No dogs in the hall.")
    assert not forbids("No dogs are in the hall.")
    assert not forbids("Dogs in the hall.")


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("The clerk keeps a list.", Statement.DOES),
        ("Claims are made by post.", Statement.DOES),
        # Passive as well as descriptive.
        ("The list is kept and has all names.", Statement.DOES),
        ("The clerk never keeps a list.", Statement.DOES_NOT),
        ("Claims are not made by post.", Statement.DOES_NOT),
        ("There are no lists kept here.", Statement.DOES_NOT),
        ("Nobody keeps a list.", Statement.DOES_NOT),
        ("On Fridays, no clerk keeps the list.", Statement.DOES_NOT),
        ("The clerk keeps only one list.", Statement.DOES_ONLY),
        ("Lists are kept ONLY by the clerk.", Statement.DOES_ONLY),
        ("The read-only lists stay here.", Statement.DOES),
        # What it is, and nothing that anybody does.
        ("The list is long.", Statement.NONE),
        ("The list has names.", Statement.NONE),
        ("See the other list.", Statement.NONE),
        ("Without a list the clerk waits.", Statement.NONE),
        ("The clerk refuses late claims.", Statement.NONE),
        ("Clerks wait.", Statement.NONE),
        ("The clerk waits.", Statement.DOES),
        # What is denied beside it.
        ("The clerk helps those who do not pay.", Statement.DOES),
        ("The clerk keeps a list if it is not long.", Statement.DOES),
        ("The clerk keeps a list (not the old one).", Statement.DOES),
        # What stands behind the first words that join tells nothing of it.
        ("The clerk of the hall keeps a list of what is there.", Statement.DOES),
        ("The clerk of the hall is one who keeps lists.", Statement.NONE),
    ],
)
def test_a_statement_says_that_somebody_does_something_or_does_not(sentence: str, says: Statement) -> None:
    assert statement(sentence) is says
