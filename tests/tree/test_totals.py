"""Points that answers add, and what they come to: summed by hand, and as the Royal College's chart has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.tree.checking.checks import check_tree
from clausetree.tree.model import Tree
from clausetree.tree.paths.search_states import states_by_node
from clausetree.tree.walk import known_at, walk

from .readers import VERBS, read

HEAD = 'tree small "Small"\n    policy verbs\n    basis clauses\n    start'

EARLY = f"""{HEAD} breaths
    total score "the early-warning score"
    total threes "the number of single scores of 3"

question breaths "How many breaths a minute?"
    number 1 to 60 "breaths"
    adds 3 to score and 1 to threes when breaths <= 8 or breaths >= 25
    adds 1 to score when breaths >= 9 and breaths <= 11
    adds 2 to score when breaths >= 21 and breaths <= 24
    then -> oxygen

question oxygen "How much oxygen is in the blood?"
    number 50 to 100 "%"
    adds 3 to score and 1 to threes when oxygen <= 91
    adds 2 to score when oxygen is 92 or oxygen is 93
    adds 1 to score when oxygen is 94 or oxygen is 95
    then -> air

question air "Is oxygen given?"
    option yes "Yes" adds 2 points to score -> pressure
    option no "No" -> pressure

question pressure "What is the systolic blood pressure?"
    number 30 to 300 "mmHg"
    adds 3 to score and 1 to threes when pressure <= 90 or pressure >= 220
    adds 2 to score when pressure >= 91 and pressure <= 100
    adds 1 to score when pressure >= 101 and pressure <= 110
    then -> pulse

question pulse "How many beats a minute?"
    number 10 to 250 "beats"
    adds 3 to score and 1 to threes when pulse <= 40 or pulse >= 131
    adds 1 to score when pulse >= 41 and pulse <= 50 or pulse >= 91 and pulse <= 110
    adds 2 to score when pulse >= 111 and pulse <= 130
    then -> alert

question alert "Is the person alert?"
    option yes "Alert" -> warm
    option no "Confused, or not awake" adds 3 to score and 1 to threes -> warm

question warm "What is the temperature?"
    number 25.0 to 45.0 "°C"
    adds 3 to score and 1 to threes when warm <= 35.0
    adds 1 to score when warm >= 35.1 and warm <= 36.0 or warm >= 38.1 and warm <= 39.0
    adds 2 to score when warm >= 39.1
    then -> level

route level
    when score >= 7 -> emergency
    when score < 7 and (score >= 5 or threes > 0) -> urgent
    when score < 5 and threes is 0 and score > 0 -> ward
    when score is 0 -> routine

outcome emergency "Emergency"

outcome urgent "Urgent"

outcome ward "Ward"

outcome routine "Routine"
"""

# The chart of NEWS2 (Royal College of Physicians, 2017): the first reading of each band, and its score.
CHART = {
    "breaths": ((1, 3), (9, 1), (12, 0), (21, 2), (25, 3)),
    "oxygen": ((50, 3), (92, 2), (94, 1), (96, 0)),
    "pressure": ((30, 3), (91, 2), (101, 1), (111, 0), (220, 3)),
    "pulse": ((10, 3), (41, 1), (51, 0), (91, 1), (111, 2), (131, 3)),
    "warm": ((250, 3), (351, 1), (361, 0), (381, 1), (391, 2)),
}
_LAST = {"breaths": 60, "oxygen": 100, "pressure": 300, "pulse": 250, "warm": 450}


@pytest.fixture(scope="module")
def early() -> Tree:
    return read(EARLY)[1]


READINGS = st.fixed_dictionaries(
    {name: st.integers(bands[0][0], _LAST[name]) for name, bands in CHART.items()}
    | {"air": st.booleans(), "alert": st.booleans()}
)


@given(READINGS)
def test_a_score_is_as_the_chart_has_it(readings: dict[str, int]) -> None:
    tree = read(EARLY)[1]
    scores = [[s for first, s in bands if first <= readings[name]][-1] for name, bands in CHART.items()]
    scores += [0 if readings["alert"] else 3]
    total, threes = sum(scores) + (2 if readings["air"] else 0), scores.count(3)
    given_answers = {name: str(reading) for name, reading in readings.items()}
    given_answers |= {name: "yes" if readings[name] else "no" for name in ("air", "alert")}
    whole, tenths = divmod(readings["warm"], 10)
    given_answers["warm"] = f"{whole}.{tenths}" if tenths else str(whole)
    way = walk(tree, {name: frozenset({text}) for name, text in given_answers.items()})
    assert way.totals == {"score": frozenset({str(total)}), "threes": frozenset({str(threes)})}
    wanted = "emergency" if total >= 7 else "urgent" if total >= 5 or threes else "ward" if total else "routine"
    assert way.at.id == wanted


def test_it_is_sound_with_few_states() -> None:
    syntax, tree = read(EARLY)
    checked, problems = check_tree(syntax, VERBS, {})
    assert checked
    assert [type(problem).__name__ for problem in problems] == ["NoScenario"]
    # Sums of at most 20, and at most 6 single threes: no set of answers is kept.
    assert max(len(states) for states in states_by_node(tree).values()) < 21 * 7


def test_a_total_is_what_it_has_come_to_by_then(early: Tree) -> None:
    answers = {name: frozenset({text}) for name, text in (("breaths", "8"), ("oxygen", "92"), ("air", "yes"))}
    found = [known_at(early, answers, node)["score"] for node in ("breaths", "oxygen", "air", "pressure")]
    assert found == [frozenset({text}) for text in ("0", "3", "5", "7")]


def test_no_total_is_told_before_an_answer_could_add_to_it(early: Tree) -> None:
    assert walk(early, {}).totals == {}


TICKS = f"""{HEAD} which
    total count "how many apply"

question which "Which of these?"
{{ticks}}
    none neither "None of these"
    then -> sort

route sort
    when count >= 7 -> many
    when count < 7 and count > 0 -> some
    otherwise -> none

outcome many "Many"

outcome some "Some"

outcome none "None"
"""


def test_thirty_boxes_that_count_alike_are_thirty_one_cases() -> None:
    text = TICKS.format(ticks="\n".join(f'    many t{at} "T {at}" adds 1 to count' for at in range(30)))
    syntax, tree = read(text)
    checked, problems = check_tree(syntax, VERBS, {})
    assert checked
    assert [type(problem).__name__ for problem in problems] == ["NoScenario"]
    assert len(states_by_node(tree)["sort"]) == 31


DECIMALS = f"""{HEAD} first
    total sum "the sum"

question first "First?"
    option a "A" adds 0.1 to sum -> second
    option b "B" adds -1.25 to sum -> second

question second "Second?"
    option a "A" adds 0.2 to sum -> sort
    option b "B" adds 3 to sum -> sort

route sort
    when sum is 0.3 -> exact
    otherwise -> other

outcome exact "Exact"

outcome other "Other"
"""


@pytest.mark.parametrize(
    ("first", "second", "sum_", "end"),
    [
        ("a", "a", "0.3", "exact"),
        ("b", "a", "-1.05", "other"),
        ("a", "b", "3.1", "other"),
        ("b", "b", "1.75", "other"),
    ],
)
def test_decimals_and_numbers_below_zero_are_added_exactly(
    first: str, second: str, sum_: str, end: str
) -> None:
    way = walk(read(DECIMALS)[1], {"first": frozenset({first}), "second": frozenset({second})})
    assert way.totals == {"sum": frozenset({sum_})}
    assert way.at.id == end


def test_a_limit_between_sums_that_cannot_come_about_parts_nobody() -> None:
    syntax, _ = read(DECIMALS.replace("when sum is 0.3 ->", "when sum is 0.25 ->"))
    _, problems = check_tree(syntax, VERBS, {})
    assert "NeverTrue" in [type(problem).__name__ for problem in problems]
