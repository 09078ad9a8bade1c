"""Every reader of a small tree, one by one, and each of her answers: slow, and simple enough to be believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from clausetree.publish.sources.policies import load_policies
from clausetree.report.source import Source
from clausetree.tree.answers import DONE, Answer
from clausetree.tree.checking.resolve import resolve
from clausetree.tree.model import ManyOf, Measure, OneOf, Outcome, Route, Step, Tree, Visit
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.scale import NumberScale, Scale
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.truth import is_true
from clausetree.tree.walk import possible_answers

from .small_trees import EVERY_ANSWER

VERBS = load_policies(Path(__file__).resolve().parents[1] / "cases" / "docs").registry

type Remembered = frozenset[tuple[str, Answer]]


def read(text: str) -> tuple[TreeSyntax, Tree]:
    syntax, problems = parse_tree(Source("small.tree", text))
    assert syntax, text
    tree, unknown = resolve(syntax, VERBS, {})
    assert tree, (text, problems, unknown)
    return syntax, tree


def arrivals(tree: Tree) -> Mapping[str, set[Remembered]]:
    """Return all answers with which one can come to each node, every one of them tried."""
    found: dict[str, set[Remembered]] = {node.id: set() for node in tree.nodes}
    waiting: list[tuple[str, Remembered]] = [(tree.start, with_totals(tree, frozenset()))]
    while waiting:
        at, remembered = waiting.pop()
        if remembered not in found[at]:
            found[at].add(remembered)
            waiting += moves(tree, at, remembered)
    return found


def _keyword(scale: Scale) -> str:
    if isinstance(scale, NumberScale):
        return "money" if scale.currency else "number"
    return scale.value


def with_totals(tree: Tree, said: Remembered) -> Remembered:
    """Return what a reader has said and what all of it adds up to, summed anew."""
    answers = {question: answer for question, answer in said if not tree.total(question)}
    sums = {total.id: Fraction(0) for total in tree.totals}
    for question, answer in answers.items():
        node = tree.node(question)
        none = getattr(node, "none", None)
        offered = [*getattr(node, "options", getattr(node, "choices", ())), *([none] if none else [])]
        added = [points for one in offered if one.id in answer for points in one.adds]
        lines = getattr(node, "adds", ())
        added += [points for points in lines if points.when is None or is_true(points.when, answers)]
        for points in added:
            total = tree.total(points.total)
            assert total
            sums[points.total] += Fraction(points.amount, 10**total.scale.places)
    assert all(amount.denominator == 1 for amount in sums.values())
    return frozenset((answers | {name: frozenset({str(int(one))}) for name, one in sums.items()}).items())


def moves(tree: Tree, at: str, remembered: Remembered) -> Iterator[tuple[str, Remembered]]:
    """Yield where a reader can go from a node, with all that she has said by then and what it adds up to."""
    yield from ((target, with_totals(tree, said)) for target, said in bare_moves(tree, at, remembered))


def bare_moves(tree: Tree, at: str, remembered: Remembered) -> Iterator[tuple[str, Remembered]]:
    """Yield where a reader can go from a node, with all that she has said by then."""
    match tree.node(at):
        case OneOf() as node:
            yield from ((one.goes_to, remembered | {(at, frozenset({one.id}))}) for one in node.options)
        case ManyOf() as node:
            every = (_supposed(node, answer) for answer in possible_answers(tree, node))
            yield from ((node.goes_to, remembered | {(at, answer)}) for answer in every)
        case Measure() as node:
            amounts = EVERY_ANSWER[_keyword(node.scale)]
            yield from ((node.goes_to, remembered | {(at, frozenset({amount}))}) for amount in amounts)
        case Step() as node:
            yield node.goes_to, remembered | {(at, DONE)}
        case Route() as node:
            # Where branches overlap, all that are open are followed.
            ways = [branch.goes_to for branch in node.branches if is_true(branch.when, dict(remembered))]
            ways = ways[:1] if node.first else ways
            ways += [node.otherwise] if node.otherwise and not ways else []
            yield from ((target, remembered) for target in ways)
        case Visit() | Outcome():
            pass


def _supposed(node: ManyOf, answer: Answer) -> Answer:
    """Return what a reader has said whom others take at her word, but for who does not know."""
    return frozenset(node.unsure.counts_as) if node.unsure and node.unsure.id in answer else answer


type Journey = tuple[tuple[str, ...], Remembered]
"""The nodes that a reader has met, and what she has said by then."""


def journeys(tree: Tree) -> Iterator[Journey]:
    """Yield the way of each reader to each node, and no further than to one that she has met before."""
    waiting: list[Journey] = [((tree.start,), with_totals(tree, frozenset()))]
    while waiting:
        way, remembered = waiting.pop()
        yield way, remembered
        if not goes_round(way):
            waiting += [((*way, target), more) for target, more in moves(tree, way[-1], remembered)]


def goes_round(way: tuple[str, ...]) -> bool:
    """Return whether the last node of a way has been met on it before."""
    return way[-1] in way[:-1]


def everybody_ends(tree: Tree) -> bool:
    """Return whether no reader goes round, and each finds one way on, and no more, at every route."""
    return not any(
        goes_round(way)
        or (isinstance(tree.node(way[-1]), Route) and len(list(moves(tree, way[-1], remembered))) != 1)
        for way, remembered in journeys(tree)
    )
