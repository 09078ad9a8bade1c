"""Which note a scenario means where the words of one are those that another begins with."""

from __future__ import annotations

import pytest

from clausetree.history.registry import Registry
from clausetree.report.source import Source
from clausetree.tree.checking.checks import read_trees

TREE = """\
tree made-up "Made up"
    policy lone-working
    basis clauses
    start place

question place "Where is it?"
    option home "At home" -> tell
    option farm "On a farm" -> tell

step tell "Look around"
    note when place is home
        Look at the gate.
    note when place is farm
        Look at the gate. And close it.
    then -> done

outcome done "Done"

scenario "One"
    place is {place}
    ends done
    expects {expected}

scenario "Other"
    place is {other}
    ends done
"""
SHORT, LONG = 'note "Look at the gate."', 'note "Look at the gate. And"'


@pytest.mark.parametrize(
    ("place", "expected", "told"),
    [
        ("home", SHORT, set()),
        ("home", f"not {LONG}", set()),
        ("farm", LONG, set()),
        ("farm", f"not {SHORT}", set()),
        ("home", LONG, {"T605"}),
        ("home", f"not {SHORT}", {"T606"}),
        ("farm", SHORT, {"T605"}),
        ("farm", f"not {LONG}", {"T606"}),
        ("farm", 'note "Look at"', {"T616"}),
        ("farm", 'not note "Look at"', {"T616"}),
    ],
)
def test_whole_words_mean_the_note_that_has_no_more(
    place: str, expected: str, told: set[str], made_up: Registry
) -> None:
    other = "farm" if place == "home" else "home"
    source = Source("made-up.tree", TREE.format(place=place, other=other, expected=expected))
    _, found = read_trees([source], made_up)
    # What no scenario shows is told of those that do not fail.
    assert {d.code for d in found} - {"T610", "T611", "T612", "T614"} == told
