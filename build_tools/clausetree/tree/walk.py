"""Following a tree with a reader's answers, and finding every way through it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from clausetree.tree.again import begun_anew
from clausetree.tree.answers import Answer, Answers, Detail, answers_with_targets, fits
from clausetree.tree.condition import Condition, facts
from clausetree.tree.model import (
    Compared,
    Duty,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Ordered,
    Outcome,
    Picked,
    Question,
    Route,
    Step,
    Told,
    Tree,
    Visit,
    asked_by,
    duties,
    told,
)
from clausetree.tree.ordered import limits_between
from clausetree.tree.totals import adding_to, at_first, count_in, lines_adding
from clausetree.tree.truth import is_true


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a reader's answers lead.

    `nodes` are those met, in order; the last is the outcome, or what waits for an answer. `answers`
    are those that counted, in that order, and `dropped` the questions whose answers did not: they
    lie off the way, or are none that the question offers. `totals` is what those answers add up to: of
    every total that they could add to, by its id and as an answer is kept.
    """

    nodes: tuple[Node, ...]
    answers: Mapping[str, Answer]
    duties: tuple[Duty, ...]
    dropped: tuple[str, ...]
    totals: Answers = field(default_factory=dict)

    @property
    def at(self) -> Node:
        """The node that the reader has come to."""
        return self.nodes[-1]


def walk(tree: Tree, answers: Answers) -> Walk:
    """Follow `tree` from its start for as long as `answers` say where to go.

    A tree without circles that a reader could walk comes to an end; any other may not.
    """
    met: list[Node] = []
    due: list[Duty] = []
    known: Answers = {}
    for node, known in _on_the_way(tree, answers):
        met.append(node)
        due += [duty for duty in duties(node) if applies(duty, known)]
    # Whoever has gone on from a node has answered it. What she said is kept, and not what it counts as.
    asked = [node for node in met[:-1] if not isinstance(node, Route | Visit)]
    counted = {node.id: answers[node.id] for node in asked}
    dropped = tuple(question for question in answers if question not in counted)
    return Walk(tuple(met), counted, tuple(dict.fromkeys(due)), dropped, _totals(tree, asked, known))


def _totals(tree: Tree, asked: Iterable[Node], known: Answers) -> Answers:
    if not tree.totals:
        return {}
    added = {total for node in asked for total in adding_to(node)}
    return {total.id: known[total.id] for total in tree.totals if total.id in added}


def known_at(tree: Tree, answers: Answers, node_id: str) -> Answers:
    """Return what conditions at a node can ask for: what earlier answers count as, and what they add up to.

    Raises StopIteration for a node that is not on the way of these answers.
    """
    return next(known for node, known in _on_the_way(tree, answers) if node.id == node_id)


def _on_the_way(tree: Tree, answers: Answers) -> Iterator[tuple[Node, Answers]]:
    """Yield the nodes of a way, and what is known on coming to each: mostly one mapping, which grows.

    Deadlines at a node are counted from where their questions were answered last.
    """
    known = at_first(tree)
    last: dict[str, str] = {}
    target: str | None = tree.start
    while target is not None:
        known = begun_anew(tree, target, known)
        for name in tree.forgotten_at(target):
            last.pop(name, None)
        node = _counted_from(tree, tree.node(target), last) if tree.copies else tree.node(target)
        yield node, known
        answered = node.id in answers and fits(node, answers[node.id])
        if answered:
            count_in(tree, node, answers[node.id], known)
            last[tree.original(node.id)] = node.id
        target = _target(tree, node, answered, known)


def _counted_from(tree: Tree, node: Node, last: dict[str, str]) -> Node:
    """Return a node with its deadlines counted from the copies of their questions that were answered `last`.

    Where a day is picked from ranges, none is known: each time what is due is due alike.
    """
    if not (isinstance(node, Step | Outcome) and any(duty.within for duty in node.duties)):
        return node
    time = node.id.removeprefix(tree.original(node.id))
    # If no answer is known, the question was not asked this time.
    same_time = {copy.of: copy.id for copy in tree.copies if time and copy.id == f"{copy.of}{time}"}
    days = {name: copy for name, copy in (same_time | last).items() if isinstance(tree.node(copy), Measure)}
    return replace(node, duties=tuple(_duty_from(duty, days) for duty in node.duties))


def _duty_from(duty: Duty, last: Mapping[str, str]) -> Duty:
    question = duty.within.question if duty.within else None
    if duty.within is None or question is None:
        return duty
    return replace(duty, within=replace(duty.within, question=last.get(question, question)))


def told_on(tree: Tree, answers: Answers) -> Iterator[Told]:
    """Yield all that is told on the way of these answers, in order, with repetitions."""
    for node, known in _on_the_way(tree, answers):
        yield from [one for one in told(node) if applies(one, known)]


type Follow = Callable[[Tree, Answers], Walk]
"""Follows a tree: `walk`, or one that remembers."""


def remembered() -> Follow:
    """Return a `walk` for one tree that works nothing out twice, and holds on to all of it."""
    known: dict[tuple[tuple[str, Answer], ...], Walk] = {}

    def follow(tree: Tree, answers: Answers) -> Walk:
        same = tuple(answers.items())
        if same not in known:
            known[same] = walk(tree, answers)
        return known[same]

    return follow


def applies(one: Told, answers: Answers) -> bool:
    """Return whether a reader with these answers is told something."""
    return one.when is None or is_true(one.when, answers)


def _target(tree: Tree, node: Node, answered: bool, known: Answers) -> str | None:
    """Return where a reader goes from a node; None where she has to answer it, or ends."""
    if isinstance(node, Route):
        return route_target(node, known)
    if isinstance(node, Visit):
        return node.goes_to
    if not answered:
        return None
    match node:
        case OneOf():
            answer = known[tree.original(node.id)]
            return next(option.goes_to for option in node.options if option.id in answer)
        case ManyOf() | Measure() | Step():
            return node.goes_to
        case Outcome():
            return None
        case _:
            assert_never(node)


def route_target(route: Route, answers: Answers) -> str | None:
    """Return where a route leads a reader with these answers; None where no branch of it is open to her."""
    targets = (branch.goes_to for branch in route.branches if is_true(branch.when, answers))
    return next(targets, route.otherwise)


def possible_answers(tree: Tree, node: Question | Step) -> Iterator[Answer]:
    """Yield every answer that `node` can be given.

    Of numbers and dates there are too many: of those that no condition tells apart, one stands for all.
    """
    # Of options and choices all are yielded, whatever conditions say of them.
    spoken_of = facts_by_question(tree)[tree.original(node.id)] if isinstance(node, Measure) else ()
    found = answers_with_targets(node, spoken_of, Detail.EVERY)
    yield from (answer for answer, _ in found)


def facts_by_question(tree: Tree, also: Iterable[Fact] = ()) -> defaultdict[str, set[Fact]]:
    """Return, for each question, the facts about it that any condition speaks of, and those `also` given.

    Of questions that are compared with each other, there are limits between their answers too.
    """
    found: defaultdict[str, set[Fact]] = defaultdict(set)
    spoken_of = {*spoken_of_in(tree), *also}
    for fact in (*spoken_of, *limits_between(tree, spoken_of)):
        for question in asked_by(fact):
            found[question].add(fact)
    return found


def spoken_of_in(tree: Tree) -> Iterator[Fact]:
    """Yield every fact that a condition of the tree speaks of."""
    return (fact for condition in all_conditions(tree) for fact in facts(condition))


def compared_in(tree: Tree) -> list[Compared | Ordered]:
    """Return every fact about an amount that a condition of the tree speaks of."""
    return [fact for fact in spoken_of_in(tree) if not isinstance(fact, Picked)]


def compares_answers(tree: Tree) -> bool:
    """Return whether conditions compare two answers with each other: then ranges of them do not decide."""
    return any(isinstance(fact, Ordered) for fact in spoken_of_in(tree))


def limits(tree: Tree) -> list[Compared]:
    """Return every limit that a condition of the tree sets."""
    return [fact for fact in spoken_of_in(tree) if isinstance(fact, Compared)]


def conditions(node: Node) -> Iterator[Condition[Fact]]:
    """Yield the conditions that stand at `node`."""
    match node:
        case OneOf() | ManyOf() | Measure():
            yield from (points.when for points in node.adds if points.when)
        case Route():
            yield from (branch.when for branch in node.branches)
        case Step() | Outcome() | Visit():
            yield from (one.when for one in (*told(node), *lines_adding(node)) if one.when)
        case _:
            assert_never(node)


def all_conditions(tree: Tree) -> Iterator[Condition[Fact]]:
    """Yield every condition of the tree."""
    for node in tree.nodes:
        yield from conditions(node)


def paths(tree: Tree) -> Iterator[Walk]:
    """Yield every complete way through `tree`. There may be very many: this is for small trees.

    Raises AssertionError for a tree that was not checked, where some way ends before an outcome.
    """
    waiting: list[dict[str, Answer]] = [{}]
    while waiting:
        answers = waiting.pop()
        path = walk(tree, answers)
        match path.at:
            case OneOf() | ManyOf() | Measure() | Step() as node:
                nexts = [{**answers, node.id: answer} for answer in possible_answers(tree, node)]
                waiting += reversed(nexts)
            case Outcome():
                yield path
            case Route() | Visit():
                raise AssertionError(f"{path.at.id} has no way on: the tree was not checked")
            case _:
                assert_never(path.at)


def answers_by_length(tree: Tree) -> Iterator[Answers]:
    """Yield every set of answers with which a reader comes to a node, the shortest first: none at the start.

    Where a number or a date is asked for, she stops: nobody can go through all of those.
    """
    waiting: deque[Answers] = deque([{}])
    while waiting:
        answers = waiting.popleft()
        yield answers
        node = walk(tree, answers).at
        if isinstance(node, OneOf | ManyOf | Step):
            waiting += ({**answers, node.id: answer} for answer in possible_answers(tree, node))
