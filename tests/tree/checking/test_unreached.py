"""Nodes that no answers lead to, and of which of them somebody is told: judged by hand."""

from __future__ import annotations

from clausetree.tree.checking.unreached import unexplained
from clausetree.tree.paths.search_states import SearchStates
from tests.tree.readers import read

HEAD = """\
tree small "Small"
    policy verbs
    basis clauses
    start who

question who "Who?"
    option a "A" -> fork
    option b "B" -> end

"""


def found(nodes: str) -> set[str]:
    tree = read(HEAD + nodes)[1]
    return unexplained(tree, SearchStates(tree))


def test_where_answers_lead_everywhere_there_is_nothing_to_explain() -> None:
    assert found('route fork\n    when who is a -> end\n    otherwise -> end\n\noutcome end "End"\n') == set()


def test_what_stands_behind_a_branch_that_is_never_open_is_explained_by_that() -> None:
    assert (
        found("""\
route fork
    when who is b -> lost
    otherwise -> end

step lost "Lost"
    then -> further

step further "Further"
    then -> end

outcome end "End"
""")
        == set()
    )


def test_a_branch_that_is_never_open_may_lead_where_others_come() -> None:
    assert (
        found(
            "route fork\n    when who is b -> end\n    when who is a -> stop\n\n"
            'outcome end "End"\n\noutcome stop "Stop"\n'
        )
        == set()
    )


IDLE = """\
route fork
    when who is a -> end
    otherwise -> lost

step lost "Lost"
    then -> further

step further "Further"
    then -> end

outcome end "End"
"""


def test_what_only_otherwise_leads_to_is_told_and_what_follows_on_it_is_not() -> None:
    assert found(IDLE) == {"lost"}


def test_each_that_follows_on_no_other_is_told() -> None:
    assert found(IDLE.replace("outcome end", 'step alone "Alone"\n    then -> further\n\noutcome end')) == {
        "lost",
        "alone",
    }


def test_what_stands_behind_both_is_explained() -> None:
    assert found("""\
route fork
    when who is b -> shut
    when who is a -> end
    otherwise -> lost

step shut "Shut"
    then -> both

step lost "Lost"
    then -> both

step both "Both"
    then -> end

outcome end "End"
""") == {"lost"}


def test_of_a_route_that_nobody_comes_to_no_branch_is_said_to_be_shut() -> None:
    assert found("""\
route fork
    when who is a -> end
    otherwise -> lost

route lost
    when who is b -> far
    otherwise -> end

outcome far "Far"

outcome end "End"
""") == {"lost"}
