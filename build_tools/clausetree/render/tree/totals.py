"""Points and what they add up to, in a reader's words."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.render.html.markup import Html, element
from clausetree.render.tree.phrasing import condition_phrase
from clausetree.tree.answers import Answers
from clausetree.tree.condition import Condition
from clausetree.tree.model import Fact, Points, Question, Tree
from clausetree.tree.numbers import number_phrase
from clausetree.tree.scalar import scalar_of
from clausetree.tree.totals import adding_to
from clausetree.tree.walk import Walk, known_at


def points_phrase(tree: Tree, adds: tuple[Points, ...], verb: str = "adds") -> str:
    """Return what is added: "adds 3 to the early-warning score"; "" for nothing."""
    return " and ".join(_groups(tree, adds, verb, ""))


def short_points(tree: Tree, adds: tuple[Points, ...]) -> str:
    """Return what is added in as few words as can be: " (+3)"; "" for nothing."""
    several = len(tree.totals) > 1
    parts = []
    for points in adds:
        of_which = f" {_words(tree, points.total)}" if several else ""
        parts.append(f"{'+' * (points.amount >= 0)}{_amount(tree, points)}{of_which}")
    return f" ({', '.join(parts)})" if parts else ""


def point_sentences(tree: Tree, node: Question) -> Iterator[str]:
    """Yield a sentence for each condition on which a question adds points."""
    yield from (f"{words}." for words in _groups(tree, node.adds, "Add", node.id))


def _groups(tree: Tree, adds: tuple[Points, ...], verb: str, at: str) -> Iterator[str]:
    by_condition: dict[Condition[Fact] | None, list[str]] = {}
    for points in adds:
        added = f"{_amount(tree, points)} to {_words(tree, points.total)}"
        by_condition.setdefault(points.when, []).append(added)
    for when, every in by_condition.items():
        if_so = f" if {condition_phrase(tree, when, at)}" if when else ""
        yield f"{verb} {' and '.join(every)}{if_so}"


def total_texts(tree: Tree, totals: Answers) -> Iterator[tuple[str, str]]:
    """Yield the words of each total, as a sentence begins, and what it has come to."""
    for total in tree.totals:
        for text in totals.get(total.id, ()):
            steps = scalar_of(total.scale, text)
            assert steps is not None, "a total is a number"
            words = total.words.text
            yield words[:1].upper() + words[1:], number_phrase(total.scale, steps)


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
