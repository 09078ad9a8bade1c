"""Points and what they add up to, in a reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clausetree.render.html.markup import Html, element
from clausetree.render.tree.phrasing import condition_phrase
from clausetree.report.sentence import begun
from clausetree.tree.answers import Answers
from clausetree.tree.condition import Condition
from clausetree.tree.model import Fact, Node, OneOf, Points, Question, Step, Tree
from clausetree.tree.numbers import number_phrase
from clausetree.tree.scalar import scalar_of
from clausetree.tree.totals import adding_to
from clausetree.tree.walk import Walk, known_at


@dataclass(frozen=True, slots=True)
class Adding:
    """The verbs for points above and below zero."""

    adds: str
    takes: str


ADDS, ADDED = Adding("adds", "takes"), Adding("added", "took")
_ADD = Adding("add", "take")


def points_phrase(tree: Tree, adds: tuple[Points, ...], verbs: Adding = ADDS) -> str:
    """Return what is added: "adds 3 to the early-warning score"; "" for nothing."""
    return " and ".join(_groups(tree, adds, verbs, ""))


def short_points(tree: Tree, adds: tuple[Points, ...]) -> str:
    """Return what is added in as few words as can be: " (+3)"; "" for nothing."""
    several = len(tree.totals) > 1
    parts = []
    for points in adds:
        of_which = f" to {_words(tree, points.total)}" if several else ""
        parts.append(f"{'+' * (points.amount >= 0)}{_amount(tree, points)}{of_which}")
    return f" ({', '.join(parts)})" if parts else ""


def adds_to(tree: Tree, node: Node) -> str:
    """Return to what a node adds that its ways do not say: " (adds to the score)"; "" for nothing."""
    beside_ways = isinstance(node, OneOf) and not node.adds
    added = frozenset[str]() if beside_ways else adding_to(node)
    words = [total.words.text for total in tree.totals if total.id in added]
    return f" (adds to {' and '.join(words)})" if words else ""


def point_sentences(tree: Tree, node: Question | Step) -> Iterator[str]:
    """Yield a sentence for each condition on which a node adds points."""
    yield from (f"{begun(words)}." for words in _groups(tree, node.adds, _ADD, node.id))


def _groups(tree: Tree, adds: tuple[Points, ...], verbs: Adding, at: str) -> Iterator[str]:
    by_condition: dict[Condition[Fact] | None, list[Points]] = {}
    for points in adds:
        by_condition.setdefault(points.when, []).append(points)
    for when, every in by_condition.items():
        if_so = f" if {condition_phrase(tree, when, at)}" if when else ""
        yield f"{_sums(tree, every, verbs)}{if_so}"


def _sums(tree: Tree, every: Sequence[Points], verbs: Adding) -> str:
    """Return so many points, those to add before those to take away."""
    more = [f"{_amount(tree, one)} to {_words(tree, one.total)}" for one in every if one.amount >= 0]
    less = [f"{_less(tree, one)} from {_words(tree, one.total)}" for one in every if one.amount < 0]
    parts = ((verbs.adds, more), (verbs.takes, less))
    return " and ".join(f"{verb} {' and '.join(sums)}" for verb, sums in parts if sums)


def total_texts(tree: Tree, totals: Answers) -> Iterator[tuple[str, str]]:
    """Yield the words of each total, as a sentence begins, and what it has come to."""
    for total in tree.totals:
        for text in totals.get(total.id, ()):
            steps = scalar_of(total.scale, text)
            assert steps is not None, "a total is a number"
            yield begun(total.words.text), number_phrase(total.scale, steps)


def totals_before(tree: Tree, path: Walk, node_id: str) -> Answers:
    """Return what the answers on a path have added up to when it comes to a node of it."""
    before = [node.id for node in path.nodes]
    before = before[: before.index(node_id)]
    added = {total for node in before if node in path.answers for total in adding_to(tree.node(node))}
    known = known_at(tree, path.answers, node_id)
    return {total: known[total] for total in path.totals if total in added}


def totals_list(tree: Tree, totals: Answers) -> Html | None:
    """Return totals as a list; nothing where there are none."""
    rows = [
        element("div", element("dt", words), element("dd", amount), class_="ct-total")
        for words, amount in total_texts(tree, totals)
    ]
    return element("dl", *rows, class_="ct-totals") if rows else None


def _words(tree: Tree, total_id: str) -> str:
    total = tree.total(total_id)
    assert total, "points are added to totals that there are"
    return total.words.text


def _amount(tree: Tree, points: Points) -> str:
    total = tree.total(points.total)
    assert total, "points are added to totals that there are"
    return number_phrase(total.scale, points.amount)


def _less(tree: Tree, points: Points) -> str:
    return _amount(tree, replace(points, amount=-points.amount))
