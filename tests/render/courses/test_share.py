"""How far a learner is never falls as she goes on, and is all at the end and only there."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import assume, given

from clausetree.render.courses.share import most_ahead, share_behind
from clausetree.report.source import Source
from clausetree.tree.answers import Answer
from clausetree.tree.model import ManyOf, OneOf, Outcome, Step, Tree
from clausetree.tree.procedures import procedures_of
from clausetree.tree.walk import possible_answers, walk
from clausetree.tree.wire import Procedure
from tests.tree.readers import VERBS
from tests.tree.small_trees import round_tree, small_tree


def assert_it_only_rises(tree: Tree) -> None:
    ahead = most_ahead(tree)
    waiting: list[tuple[Mapping[str, Answer], int]] = [({}, 0)]
    while waiting:
        answers, before = waiting.pop()
        path = walk(tree, answers)
        share = share_behind(path.at, path, ahead)
        assert before <= share <= 100
        assert (share == 100) == isinstance(path.at, Outcome)
        if isinstance(path.at, OneOf | ManyOf | Step):
            waiting += [({**answers, path.at.id: one}, share) for one in possible_answers(tree, path.at)]


@given(small_tree() | round_tree())
def test_it_only_rises_in_made_up_trees(text: str) -> None:
    found = procedures_of([Source("small.tree", text)], VERBS)
    assume(found.all)
    assert_it_only_rises(found.all[0].tree)


def test_it_only_rises_in_the_cases(all_procedures: tuple[Procedure, ...]) -> None:
    for procedure in all_procedures:
        if len(procedure.tree.nodes) < 12:
            assert_it_only_rises(procedure.tree)


def test_before_a_circle_in_the_drawing_there_is_no_telling() -> None:
    text = (
        'tree ring "Ring"\n    policy verbs\n    basis clauses\n    start who\n\n'
        'question who "Who?"\n    option a "A" -> first\n    option b "B" -> two\n\n'
        'step first "First"\n    then -> one\n\nstep one "One"\n    then -> on\n\n'
        'step two "Two"\n    then -> back\n\n'
        "route on\n    when who is a -> two\n    otherwise -> end\n\n"
        "route back\n    when who is b -> one\n    otherwise -> end\n\n"
        'outcome end "End"\n'
    )
    tree = procedures_of([Source("ring.tree", text)], VERBS).all[0].tree
    assert most_ahead(tree) == {}
    assert_it_only_rises(tree)


def test_of_three_steps_a_third_lies_behind_after_each() -> None:
    text = (
        'tree steps "Steps"\n    policy verbs\n    basis clauses\n    start a\n\n'
        'step a "A"\n    then -> b\n\nstep b "B"\n    then -> c\n\n'
        'step c "C"\n    then -> end\n\noutcome end "End"\n'
    )
    tree = procedures_of([Source("steps.tree", text)], VERBS).all[0].tree
    done = frozenset({"done"})
    ways: list[dict[str, Answer]] = [{}, {"a": done}, {"a": done, "b": done}, dict.fromkeys("abc", done)]
    assert [share_behind(walk(tree, way).at, walk(tree, way), most_ahead(tree)) for way in ways] == [
        0,
        33,
        66,
        100,
    ]


def test_where_arrows_form_a_ring_ahead_nothing_is_told_until_the_end() -> None:
    text = (
        'tree ring "Ring"\n    policy verbs\n    basis clauses\n    start begin\n\n'
        'step begin "Begin"\n    then -> way\n\n'
        'question way "Which way?"\n    option up "Up" -> one\n    option down "Down" -> two\n\n'
        'step one "One"\n    then -> after-one\n\nstep two "Two"\n    then -> after-two\n\n'
        "route after-one\n    when way is up -> two\n    when way is down -> end\n\n"
        "route after-two\n    when way is up -> end\n    when way is down -> one\n\n"
        'outcome end "End"\n'
    )
    tree = procedures_of([Source("ring.tree", text)], VERBS).all[0].tree
    done = frozenset({"done"})
    answers: dict[str, Answer] = {"begin": done, "way": frozenset({"up"}), "one": done, "two": done}
    ways = [dict(list(answers.items())[:given]) for given in range(len(answers) + 1)]
    shares = [share_behind(walk(tree, way).at, walk(tree, way), most_ahead(tree)) for way in ways]
    assert shares == [0, 0, 0, 0, 100]
