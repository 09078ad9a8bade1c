"""Conditions in a reader's words: an answer that two questions offer is told with its question."""

from __future__ import annotations

import pytest

from clausetree.history.registry import Registry
from clausetree.render.tree.phrasing import condition_phrase
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.model import Route

TREE = """\
tree made-up "Made up"
    policy lone-working
    basis clauses
    start first

question first "Is anybody hurt?"
    option yes "Yes" -> second
    option no "No" -> second

question second "Is anything broken?"
    many door "A door"
    many lamp "A lamp"
    none no "No, nothing"
    then -> third

question third "What else happened?"
    many noise "A noise"
    none no "no."
    then -> fourth

question fourth "Who saw it?"
    option you "You" -> sort
    option nobody "No, nothing" -> sort

route sort
    when {condition} -> one
    otherwise -> other

outcome one "One"

outcome other "Other"
"""


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("first is no", "you answered “No” to “Is anybody hurt?”"),
        ("first is yes", "you answered “Yes”"),
        ("third is no", "you answered “no.” to “What else happened?”"),
        ("not third is no", "you did not answer “no.” to “What else happened?”"),
        ("second is no", "you answered “No, nothing” to “Is anything broken?”"),
        ("fourth is not nobody", "you did not answer “No, nothing” to “Who saw it?”"),
        ("second includes door", "“A door” applies"),
        ("not second includes lamp", "“A lamp” does not apply"),
        (
            "second is no and third is no",
            "you answered “No, nothing” to “Is anything broken?” "
            "and you answered “no.” to “What else happened?”",
        ),
    ],
)
def test_an_answer_of_two_questions_is_told_with_its_question(
    condition: str, words: str, made_up: Registry
) -> None:
    trees, found = read_trees([Source("made-up.tree", TREE.format(condition=condition))], made_up)
    assert trees, "\n".join(map(to_text, found))
    route = trees[0].node("sort")
    assert isinstance(route, Route)
    assert condition_phrase(trees[0], route.branches[0].when) == words
