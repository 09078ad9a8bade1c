"""The circles that readers walk: drawn by hand."""

from __future__ import annotations

from clausetree.tree.checking.circles import Circle, circles
from tests.tree.readers import read

HEAD = """\
tree small "Small"
    policy verbs
    basis clauses
    start who

"""
END = """
outcome end "End"
"""


def found(nodes: str) -> list[tuple[str, str]]:
    """Return the nodes of each circle, and the answers that lead round it."""
    return [_words(circle) for circle in circles(read(HEAD + nodes + END)[1])]


def _words(circle: Circle) -> tuple[str, str]:
    by = sorted(f"{question} {'+'.join(sorted(answer))}" for question, answer in circle.answers)
    return " ".join(circle.nodes), ", ".join(by)


def test_a_tree_that_leads_down_has_no_circle() -> None:
    assert found('question who "Who?"\n    option a "A" -> end\n    option b "B" -> end\n') == []


def test_a_circle_is_told_with_the_answers_that_lead_round() -> None:
    assert found("""\
question who "Who?"
    option a "A" -> again
    option b "B" -> end

question again "Again?"
    option yes "Yes" -> wait
    option no "No" -> end

step wait "Wait"
    then -> again
""") == [("again wait", "again yes")]


def test_the_answer_is_told_that_leads_round_and_no_other() -> None:
    assert found("""\
question who "Who?"
    option a "A" -> again
    option b "B" -> end

question again "Done?"
    option yes "Yes" -> end
    option perhaps "Perhaps" -> wait
    option no "No" -> wait

step wait "Wait"
    then -> again
""") == [("again wait", "again perhaps")]


def test_it_is_told_from_the_node_that_stands_first_in_the_tree() -> None:
    assert found("""\
question who "Who?"
    option a "A" -> wait
    option b "B" -> end

question again "Again?"
    option yes "Yes" -> wait
    option no "No" -> end

step wait "Wait"
    then -> again
""") == [("again wait", "again yes")]


def test_a_question_that_leads_to_itself_is_a_circle() -> None:
    assert found('question who "Who?"\n    option a "A" -> who\n    option b "B" -> end\n') == [
        ("who", "who a")
    ]


def test_an_answer_that_decides_nothing_is_not_told() -> None:
    # Both options of `again` lead on to `wait`: one goes round whatever one says.
    assert found("""\
question who "Who?"
    option a "A" -> again
    option b "B" -> end

question again "How?"
    option yes "Yes" -> wait
    option no "No" -> wait

step wait "Wait"
    then -> again
""") == [("again wait", "")]


CROSSED = """\
question who "Who?"
    option a "A" -> one
    option b "B" -> two

step one "One"
    then -> r1

route r1
    when who is a -> two
    otherwise -> end

step two "Two"
    then -> r2

route r2
    when {} -> one
    otherwise -> end
"""


def test_a_circle_in_the_drawing_that_nobody_walks_is_none() -> None:
    assert found(CROSSED.format("who is b")) == []


def test_a_circle_that_one_kind_of_reader_walks_is_told_with_what_makes_her_one() -> None:
    assert found(CROSSED.format("who is a or who is b")) == [("one r1 two r2", "who a")]


def test_circles_that_share_no_node_are_all_told() -> None:
    assert found("""\
question who "Who?"
    option a "A" -> one
    option b "B" -> two
    option c "C" -> end

question one "One?"
    option more "More" -> again
    option done "Done" -> end

step again "Again"
    then -> one

question two "Two?"
    option more "More" -> back
    option done "Done" -> end

step back "Back"
    then -> two
""") == [("one again", "one more"), ("two back", "two more")]


def test_of_circles_that_share_a_node_one_is_told() -> None:
    assert found("""\
question who "Who?"
    option a "A" -> left
    option b "B" -> right
    option c "C" -> end

step left "Left"
    then -> who

step right "Right"
    then -> who
""") == [("who left", "who a")]


LATE = """\
question who "Who?"
    option b "B" -> mood
    option a "A" -> sign

step sign "Sign"
    then -> fork

route fork
    when mood is good -> end
    otherwise -> {}

question mood "How are you?"
    option good "Well" -> sign
    option bad "Not well" -> end
"""


def test_a_circle_is_found_where_a_part_of_it_was_gone_through_from_elsewhere() -> None:
    # B is well, signs and is done. A signs, is asked how she is, and signs again.
    assert found(LATE.format("mood")) == [("sign fork mood", "mood good")]


def test_the_shortest_of_such_circles_is_told_from_where_it_begins() -> None:
    longer = LATE.format("rest") + '\nstep rest "Rest"\n    then -> mood\n'
    assert found(longer) == [("sign fork rest mood", "mood good")]
