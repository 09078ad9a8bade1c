"""What of a tree a path shows: the ways taken, what is told or not, and what decides each condition.

A fault in a tree can send somebody the wrong way only where something is shown nowhere.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import NamedTuple, assert_never

from clausetree.tree.again import begun_anew, last_times
from clausetree.tree.answers import Answer, Answers, Detail, answers_with_targets, is_unsure, meant, offered
from clausetree.tree.condition import Condition, Is, facts
from clausetree.tree.intervals import boundaries
from clausetree.tree.model import (
    Choice,
    Compared,
    Duty,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Option,
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
    targets_by_line,
    told,
)
from clausetree.tree.ordered import STANDINGS, beside
from clausetree.tree.paths.search_states import SearchStates
from clausetree.tree.paths.truth_table import TruthTable
from clausetree.tree.scalar import amount_of, answer_of
from clausetree.tree.totals import at_first, count_in, lines_adding, possible_sums
from clausetree.tree.walk import Walk, conditions, facts_by_question, spoken_of_in


class CoverageKind(StrEnum):
    """What can be shown of a node."""

    VISIT = "visit"
    ANSWER = "answer"
    BRANCH = "branch"
    TOLD = "told"
    POINTS = "points"
    FACT = "fact"
    AGAIN = "again"


class CoverageItem(NamedTuple):
    """Something that a path can show of `node`.

    VISIT: the node is met. ANSWER: the option `at` is picked or, where several can be, left out; of a wait,
    that one goes on from it.
    BRANCH: the branch `at` of a route is taken; behind the last stands `otherwise`. TOLD: the duty `at` is due,
    or is not, and so with whatever else has a condition of all that the node tells. POINTS: the points `at` of
    a question are added, or are not. FACT: the condition of the branch, of what is told or of the points `at`
    hangs on its fact number `fact`, which is true or not; of a number or date, when the answer is `scalar`,
    right beside the limit, and of two answers that are compared, when the one stands to the other as
    `STANDINGS` has it at `scalar`. AGAIN: the option or branch `at`, which leads back so many times, leads on
    the last.
    """

    kind: CoverageKind
    node: str
    at: int = 0
    true: bool = True
    fact: int = -1
    scalar: int = -1


type ScalarsByQuestion = Mapping[str, set[int]]
"""The scalars right beside the limits that a node's conditions set to each question."""


class PathCoverage:
    """Tells what paths of one tree, which must be sound, show."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        spoken_of = [*spoken_of_in(tree)]
        self._facts_of = facts_by_question(tree)
        self._told_apart = {(fact.question, fact.option) for fact in spoken_of if isinstance(fact, Picked)}
        self._beside = {fact: self._scalars_beside(fact) for fact in spoken_of if isinstance(fact, Compared)}
        self._limits = {node.id: self._limits_at(node) for node in tree.nodes}
        self._asked = {
            node.id: {
                one for condition in conditions(node) for fact in facts(condition) for one in asked_by(fact)
            }
            for node in tree.nodes
        }
        self._last = last_times(tree)
        self._here: dict[tuple[str, tuple[Answer | None, ...]], frozenset[CoverageItem]] = {}
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        for fact in {fact for about in self._facts_of.values() for fact in about}:
            if isinstance(fact, Compared):
                self._starts[fact.question] += boundaries(fact)
        for starts in self._starts.values():
            starts.sort()

    def _limits_at(self, node: Node) -> ScalarsByQuestion:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for fact in (fact for condition in conditions(node) for fact in facts(condition)):
            if isinstance(fact, Compared):
                found[fact.question].update(self._beside[fact])
        return found

    def by(self, path: Walk) -> set[CoverageItem]:
        """Return all that a path shows."""
        known = at_first(self.tree)
        found: set[CoverageItem] = set()
        for node in path.nodes:
            known = begun_anew(self.tree, node.id, known)
            found.update(self.here(node, known))
            answer = path.answers.get(node.id)
            if answer is not None:
                found.update(self.answered(node, answer, known))
                count_in(self.tree, node, answer, known)
        return found

    def here(self, node: Node, answers: Answers) -> frozenset[CoverageItem]:
        """Return what is shown of `node` by a reader who comes to it with these answers.

        What is shown of a node that is gone through several times is shown the first time or any other.
        """
        told_apart = node.id, tuple([answers.get(question) for question in self._asked[node.id]])
        if told_apart not in self._here:
            self._here[told_apart] = frozenset(self._shown_by(node, answers))
        return self._here[told_apart]

    def _shown_by(self, node: Node, answers: Answers) -> Iterator[CoverageItem]:
        table = TruthTable([answers])
        if isinstance(node, Route):
            yield from self._on_the_last_time(node, self._taken(node, table))
        node = self._known_as(node)
        yield CoverageItem(CoverageKind.VISIT, node.id)
        if isinstance(node, Route):
            yield from self._branches(node, table)
        for at, one in _to_show(node):
            yield from self._due(node.id, at, one, table)

    def _known_as(self, node: Node) -> Node:
        return self.tree.node(self.tree.original(node.id)) if self.tree.copies else node

    def _on_the_last_time(self, node: Node, lines: Iterable[int]) -> Iterator[CoverageItem]:
        """Yield that those of the `lines` lead on which led back the times before."""
        last = self._last.get(node.id, ())
        name = self.tree.original(node.id)
        yield from (CoverageItem(CoverageKind.AGAIN, name, at) for at in lines if at in last)

    def _taken(self, route: Route, table: TruthTable) -> Iterator[int]:
        undecided = table.all
        for at, rows in enumerate([*(table.where(branch.when) for branch in route.branches), table.all]):
            if undecided & rows:
                yield at
            undecided &= ~rows

    def _branches(self, route: Route, table: TruthTable) -> Iterator[CoverageItem]:
        open_ = [table.where(branch.when) for branch in route.branches]
        yield from (CoverageItem(CoverageKind.BRANCH, route.id, at) for at in self._taken(route, table))
        for at, branch in enumerate(route.branches):
            yield from self._hangs(route.id, at, branch.when, table, _matters(route, at, open_, table))

    def _due(self, node: str, at: int, one: Told, table: TruthTable) -> Iterator[CoverageItem]:
        due = table.where(one.when) if one.when else table.all
        if due:
            yield CoverageItem(CoverageKind.TOLD, node, at)
        if due != table.all:
            yield CoverageItem(CoverageKind.TOLD, node, at, true=False)
        if one.when:
            yield from self._hangs(node, at, one.when, table, table.all)

    def answered(self, node: Node, answer: Answer, known: Answers) -> Iterator[CoverageItem]:
        """Yield what is shown of a question by this answer: choices that no condition asks for are all one.

        `known` is what was known before.
        """
        yield from self._on_the_last_time(node, self._lines(node, answer))
        node = self._known_as(node)
        if lines_adding(node):
            yield from self._points(node, TruthTable([{**known, node.id: meant(node, answer)}]))
        if isinstance(node, OneOf | ManyOf | Measure) and is_unsure(node, answer):
            yield _unsure_picked(node)
            return
        match node:
            case OneOf():
                yield from (
                    CoverageItem(CoverageKind.ANSWER, node.id, at)
                    for at, option in enumerate(node.options)
                    if option.id in answer
                )
            case ManyOf():
                for at, choice in enumerate(offered(node)):
                    if choice.id in answer or self._is_told_apart(node, choice):
                        yield CoverageItem(CoverageKind.ANSWER, node.id, at, true=choice.id in answer)
            case Step():
                yield from _going_on(node)
            case Measure() | Route() | Visit() | Outcome():
                pass
            case _:
                assert_never(node)

    def _points(self, node: Node, table: TruthTable) -> Iterator[CoverageItem]:
        for at, points in enumerate(lines_adding(node)):
            added = table.where(points.when) if points.when else table.all
            if added:
                yield CoverageItem(CoverageKind.POINTS, node.id, at)
            if added != table.all:
                yield CoverageItem(CoverageKind.POINTS, node.id, at, true=False)
            if points.when:
                yield from self._hangs(node.id, at, points.when, table, table.all)

    def possible(self, states: SearchStates) -> set[CoverageItem]:
        """Return all that any path can show. `states` are the tree's."""
        found: set[CoverageItem] = set()
        for node in self.tree.nodes:
            if not states.at(node.id):
                continue
            found.update(self._on_the_last_time(node, self._possible_lines(node, states)))
            if self._known_as(node) is not node:
                continue
            found |= {CoverageItem(CoverageKind.VISIT, node.id), *self._answers(node)}
            if isinstance(node, OneOf | ManyOf | Measure | Step) and node.adds:
                found.update(self._points(node, self._answered(node, states)))
            if isinstance(node, Route):
                found.update(self._branches(node, self._table(node, states, [*conditions(node)])))
                continue
            for at, one in _to_show(node):
                # What is shown of it hangs on the answers alone that its own condition asks for.
                table = self._table(node, states, [one.when] if one.when else [])
                found.update(self._due(node.id, at, one, table))
        return found

    def _lines(self, node: Node, answer: Answer) -> Iterator[int]:
        """Yield which line of a node that is answered so leads on."""
        if not isinstance(node, OneOf) or node.visits:
            yield 0
        else:
            picked = meant(node, answer)
            yield from (at for at, option in enumerate(node.options) if option.id in picked)

    def _possible_lines(self, node: Node, states: SearchStates) -> Iterable[int]:
        if isinstance(node, Route):
            return self._taken(node, self._table(node, states, [*conditions(node)]))
        return range(1 if isinstance(node, OneOf) and node.visits else len(targets_by_line(node)))

    def _answered(self, node: Question | Step, states: SearchStates) -> TruthTable:
        """Return what can be known of readers when they have answered a node that adds points."""
        own: Iterable[Fact]
        own = (fact for condition in conditions(node) for fact in facts(condition) if node.id in asked_by(fact))
        # What can be answered where amounts are compared goes by the answers to others.
        own = self._facts_of[node.id] if isinstance(node, Measure) else [*own]
        answers = [meant(node, answer) for answer, _ in answers_with_targets(node, own, Detail.LIMITS)]
        before = (
            answers
            for remembered in states.asked_of(node.id, [*conditions(node)])
            for answers in self._beside_limits(node, remembered)
        )
        return TruthTable([{**known, node.id: answer} for known in before for answer in answers])

    def _table(self, node: Node, states: SearchStates, asking: Sequence[Condition[Fact]]) -> TruthTable:
        told_apart = states.asked_of(node.id, asking) if asking else [{}]
        return TruthTable(
            [answers for remembered in told_apart for answers in self._beside_limits(node, remembered)]
        )

    def _is_told_apart(self, node: ManyOf, choice: Option | Choice) -> bool:
        return bool(choice.adds) or (node.id, choice.id) in self._told_apart

    def _answers(self, node: Node) -> Iterator[CoverageItem]:
        yield from _going_on(node)
        # Of a visit the conditions that ask for it show where it ended: all its ends lead the same way.
        if isinstance(node, OneOf) and not node.visits:
            yield from (CoverageItem(CoverageKind.ANSWER, node.id, at) for at in range(len(node.options)))
        if isinstance(node, ManyOf):
            every = offered(node)
            for at, choice in enumerate(every):
                if self._is_told_apart(node, choice) or choice == node.none:
                    yield CoverageItem(CoverageKind.ANSWER, node.id, at)
                if self._is_told_apart(node, choice) and len(every) > 1:
                    yield CoverageItem(CoverageKind.ANSWER, node.id, at, true=False)
        if isinstance(node, OneOf | ManyOf | Measure) and node.unsure:
            yield _unsure_picked(node)

    def _beside_limits(self, node: Node, answers: Answers) -> Iterator[Answers]:
        """Yield the answers remembered, then each with a number or date that stands beside a limit of `node`.

        One answer stands for an interval of them: those beside the limits at its ends may be others.
        """
        yield answers
        for question, scalars in self._limits[node.id].items():
            # What a total comes to is known, and nothing else stands for it.
            measure = self.tree.node(question) if self.tree.has(question) else None
            if question not in answers or not isinstance(measure, Measure):
                continue
            (answered,) = answers[question]
            interval = bisect(self._starts[question], _amount(measure, answered))
            for scalar in scalars:
                text = answer_of(measure.scale, scalar)
                if text != answered and bisect(self._starts[question], scalar) == interval:
                    yield {**answers, question: frozenset({text})}

    def _hangs(
        self, node: str, at: int, condition: Condition[Fact], table: TruthTable, matters: int
    ) -> Iterator[CoverageItem]:
        """Yield the facts that decide a condition in rows where it `matters`."""
        decided: dict[Fact, int] = {}
        for number, fact in enumerate(facts(condition)):
            if fact not in decided:
                decided[fact] = matters & table.where_turned_by(condition, fact)
            rows = decided[fact]
            if isinstance(fact, Picked):
                picked = table.where(Is(fact))
                for true in (True, False):
                    if rows & (picked if true else ~picked):
                        yield CoverageItem(CoverageKind.FACT, node, at, true=true, fact=number)
            elif isinstance(fact, Ordered):
                for stands in beside(fact.sign):
                    if rows & table.where(Is(replace(fact, sign=stands))):
                        place = STANDINGS.index(stands)
                        yield CoverageItem(CoverageKind.FACT, node, at, fact=number, scalar=place)
            elif rows:
                for scalar in self._beside[fact]:
                    if rows & table.where_scalar(fact, scalar):
                        yield CoverageItem(CoverageKind.FACT, node, at, fact=number, scalar=scalar)

    def _scalars_beside(self, fact: Compared) -> list[int]:
        """Return the scalars right beside the limits of a fact, the lowest first, that there can be."""
        starts = boundaries(fact)
        if self.tree.has(fact.question):
            measure = self.tree.node(fact.question)
            assert isinstance(measure, Measure)
            starts = tuple(start for start in starts if measure.least < start <= measure.most)
            return sorted({scalar for start in starts for scalar in (start - 1, start)})
        # Between two sums that can come about, others may lie that cannot.
        sums = possible_sums(self.tree, fact.question)
        if sums is None:
            return sorted({scalar for start in starts for scalar in (start - 1, start)})
        below = (max((one for one in sums if one < start), default=None) for start in starts)
        above = (min((one for one in sums if one >= start), default=None) for start in starts)
        return sorted({scalar for scalar in (*below, *above) if scalar is not None})


def _going_on(node: Node) -> Iterator[CoverageItem]:
    """Yield that a reader goes on from a wait: one who ends there shows nothing of where it leads."""
    if isinstance(node, Step) and node.waits:
        yield CoverageItem(CoverageKind.ANSWER, node.id)


def _to_show(node: Node) -> Iterator[tuple[int, Told]]:
    """Yield the duties of a node, and what else has a condition, with their places in all that it tells."""
    yield from ((at, one) for at, one in enumerate(told(node)) if isinstance(one, Duty) or one.when)


def _unsure_picked(node: Question) -> CoverageItem:
    """Return that a reader does not know: it stands behind all that the question offers."""
    return CoverageItem(CoverageKind.ANSWER, node.id, len(offered(node)))


def _matters(route: Route, at: int, open_: Sequence[int], table: TruthTable) -> int:
    """Return the rows in which one comes elsewhere without a branch: no other to its node is open.

    Where the first counts, nothing hangs on a branch behind one that is open.
    """
    target = route.branches[at].goes_to
    undecided = table.all
    alike = reduce(or_, open_[:at], 0) if route.first else 0
    for other, branch in enumerate(route.branches):
        if other != at:
            alike |= undecided & open_[other] if branch.goes_to == target else 0
            undecided &= ~open_[other]
    return table.all & ~(alike | (undecided if route.otherwise == target else 0))


def _amount(measure: Measure, text: str) -> int:
    amount = amount_of(measure.scale, text)
    assert amount is not None, "answers that were taken are scalars"
    return amount
