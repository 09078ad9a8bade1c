"""What matters yet of what was answered: worked out by hand on small trees."""

from __future__ import annotations

import pytest

from clausetree.tree.answers import Answer
from clausetree.tree.model import Node, Tree
from clausetree.tree.paths.memory import Remembered, memory
from tests.tree.readers import read


def answered(words: str) -> Remembered:
    """Return answers: "who a, old yes"."""
    parts = (part.split() for part in words.split(", ") if part)
    return frozenset((question, frozenset({option})) for question, option in parts)


def no_moves(_: Node) -> list[tuple[Answer | None, str]]:
    return []


STRAIGHT = read("""\
tree straight "Straight"
    policy verbs
    basis clauses
    start who

question who "Who?"
    option a "A" -> old
    option b "B" -> old

question old "How old?"
    number 1 to 99
    then -> dog

question dog "A dog?"
    option yes "Yes" -> fork
    option no "No" -> fork

route fork
    when who is a -> sign
    otherwise -> end

step sign "Sign"
    must you "Lock the gate" (1.1) when old < 18
    then -> end

outcome end "End"
""")[1]


@pytest.mark.parametrize(
    ("node", "kept"),
    [
        ("who", ""),
        ("old", "who a"),
        ("dog", "who a, old 7"),
        ("fork", "who a, old 7"),
        ("sign", "old 7"),
        ("end", ""),
    ],
)
def test_an_answer_is_remembered_as_long_as_a_condition_may_ask_for_it(node: str, kept: str) -> None:
    remember = memory(STRAIGHT, no_moves)
    # Before a question nothing is remembered of it: it will be answered anew.
    assert remember(node, answered("who a, old 7, dog yes")) == answered(kept)


def round_about(one: str, first: str, second: str) -> Tree:
    """Return a tree whose drawing has a circle: some do `one` before `two`, and the others after it."""
    return read(f"""\
tree round "Round"
    policy verbs
    basis clauses
    start dog

question dog "A dog?"
    option yes "Yes" -> who
    option no "No" -> who

question who "Who?"
    option a "A" -> one
    option b "B" -> two

step one "One"
{one}    then -> r1

route r1
{first}

step two "Two"
    then -> r2

route r2
{second}

outcome end "End"

outcome stop "Stop"
""")[1]


LOCK = '    must you "Lock the gate" (1.1) when dog is yes\n'
ROUND = round_about(
    LOCK, "    when who is a -> two\n    otherwise -> end", "    when who is b -> one\n    otherwise -> end"
)
MOVES: dict[str, list[tuple[Answer | None, str]]] = {
    "who": [(frozenset({"a"}), "one"), (frozenset({"b"}), "two")],
    "dog": [(frozenset({"yes"}), "who"), (frozenset({"no"}), "who")],
}


def kept(tree: Tree, node: str, words: str) -> Remembered:
    return memory(tree, lambda asked: MOVES.get(asked.id, []))(node, answered(words))


@pytest.mark.parametrize(
    ("node", "before", "after"),
    [
        ("who", "dog yes", "dog yes"),
        ("one", "dog yes, who a", "dog yes, who a"),
        ("one", "dog yes, who b", "dog yes, who b"),
        # Who comes from `one` never comes there again, and who is on the way to it does.
        ("r1", "dog yes, who a", "who a"),
        ("two", "dog yes, who a", "who a"),
        ("two", "dog yes, who b", "dog yes, who b"),
        ("r2", "dog yes, who a", "who a"),
        ("r2", "dog yes, who b", "dog yes, who b"),
        ("end", "dog yes, who b", ""),
    ],
)
def test_on_a_circle_of_the_drawing_it_is_told_who_goes_round_which_way(
    node: str, before: str, after: str
) -> None:
    assert kept(ROUND, node, before) == answered(after)


CONDITIONS = """\
tree round "Round"
    policy verbs
    basis clauses
    start rain

question rain "Does it rain?"
    option yes "Yes" -> dog
    option no "No" -> dog

question dog "A dog?"
    option yes "Yes" -> who
    option no "No" -> who

question who "Who?"
    option a "A" -> one
    option b "B" -> two

step one "One"
    must you "Lock the gate" (1.1) when rain is yes
    then -> r1

route r1
    when who is a -> two
    otherwise -> end

question two "Two?"
    option x "X" -> r2
    option y "Y" -> r2

route r2
{}

outcome end "End"

outcome stop "Stop"
"""
YES_OR_NO: dict[str, list[tuple[Answer | None, str]]] = {
    "rain": [(frozenset({"yes"}), "dog"), (frozenset({"no"}), "dog")],
    "dog": [(frozenset({"yes"}), "who"), (frozenset({"no"}), "who")],
    "who": [(frozenset({"a"}), "one"), (frozenset({"b"}), "two")],
    "two": [(frozenset({"x"}), "r2"), (frozenset({"y"}), "r2")],
}


@pytest.mark.parametrize(
    ("lines", "go_on"),
    [
        ("when who is b -> one; otherwise -> end", "b-yes b-no"),
        ("when who is b and dog is no -> one; otherwise -> end", "b-no"),
        ("when who is b and not dog is yes -> one; otherwise -> end", "b-no"),
        ("when not (who is a or dog is yes) -> one; otherwise -> end", "b-no"),
        ("when not (who is a or not dog is yes) -> one; otherwise -> end", "b-yes"),
        ("when who is b and (dog is yes or dog is no) -> one; otherwise -> end", "b-yes b-no"),
        ("when who is b and not (dog is yes and dog is no) -> one; otherwise -> end", "b-yes b-no"),
        ("when who is a -> end; when dog is yes -> stop; otherwise -> one", "b-no"),
        ("when who is a or dog is yes -> stop; otherwise -> one", "b-no"),
        ("when not (who is b and dog is yes) -> stop; otherwise -> one", "b-yes"),
        ("when who is a -> end; when who is b and dog is yes -> one; when dog is no -> stop", "b-yes"),
        # Nobody knows beforehand what will be answered on the way.
        ("when who is b and two is x -> one; otherwise -> end", "b-yes b-no"),
        ("when who is b and not two is x -> one; otherwise -> end", "b-yes b-no"),
        ("when who is a or two is x -> end; otherwise -> one", "b-yes b-no"),
        ("when who is a -> end; when who is b and dog is no and two is x -> one; otherwise -> stop", "b-no"),
    ],
)
def test_the_rain_is_remembered_by_those_who_may_go_on_to_where_it_matters(lines: str, go_on: str) -> None:
    written = "\n".join(f"    {line.strip()}" for line in lines.split(";"))
    remember = memory(read(CONDITIONS.format(written))[1], lambda node: YES_OR_NO.get(node.id, []))
    found = [
        f"{who}-{dog}"
        for who in "ab"
        for dog in ("yes", "no")
        if "rain" in dict(remember("two", answered(f"rain yes, dog {dog}, who {who}")))
    ]
    assert found == go_on.split()


def test_a_question_that_decides_only_between_ways_on_the_circle_is_forgotten_behind_them() -> None:
    tree = round_about(
        "",
        "    when dog is yes -> left\n    otherwise -> right\n\n"
        'step left "Left"\n    then -> r3\n\nstep right "Right"\n    then -> r3\n\n'
        "route r3\n    when who is a -> two\n    otherwise -> end",
        "    when who is b -> one\n    otherwise -> end",
    )
    assert kept(tree, "one", "dog yes, who a") == answered("dog yes, who a")
    assert kept(tree, "left", "dog yes, who a") == answered("who a")
    assert kept(tree, "two", "dog yes, who b") == answered("dog yes, who b")
