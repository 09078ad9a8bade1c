"""Somebody who has a flowchart and her own answers, and follows its arrows by their words alone."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from fractions import Fraction

from clausetree.render.tree.phrasing import condition_phrase
from clausetree.render.tree.picture.flow import Arrow, Box, Flow
from clausetree.tree.answers import Answer
from clausetree.tree.model import Choice, ManyOf, Measure, OneOf, Outcome, Route, Step, Tree, Visit
from clausetree.tree.truth import is_true
from tests.tree.readers import with_totals

_OTHERWISE = "In every other case"
_LIMITS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "less than": operator.lt,
    "at most": operator.le,
    "more than": operator.gt,
    "at least": operator.ge,
    "exactly": operator.eq,
    "before": operator.lt,
    "on or before": operator.le,
    "after": operator.gt,
    "on or after": operator.ge,
    "on": operator.eq,
}
_ORDERS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "less than": operator.lt,
    "at most as much as": operator.le,
    "more than": operator.gt,
    "at least as much as": operator.ge,
    "the same as": operator.eq,
    "earlier than": operator.lt,
    "the same as or earlier than": operator.le,
    "later than": operator.gt,
    "the same as or later than": operator.ge,
}


def boxes_met(flow: Flow, tree: Tree, said: Mapping[str, Answer]) -> list[str]:
    """Return the nodes whose boxes a reader comes through who gives these answers."""
    boxes = {box.id: box for box in flow.boxes}
    known = dict(with_totals(tree, frozenset()))
    box, met = boxes[flow.start], list[str]()
    while True:
        arrows = [arrow for arrow in flow.arrows if arrow.source == box.id]
        if not box.before:
            met.append(box.node)
            if box.node in said:
                known = dict(with_totals(tree, frozenset({**known, box.node: said[box.node]}.items())))
        if not arrows:
            return met
        fitting = [arrow for arrow in arrows if len(arrows) == 1 or _fits(box, arrow, arrows, tree, known)]
        assert len({arrow.target for arrow in fitting}) == 1, (box, [arrow.words for arrow in fitting])
        box = boxes[fitting[0].target]


def _fits(box: Box, arrow: Arrow, arrows: list[Arrow], tree: Tree, known: Mapping[str, Answer]) -> bool:
    if _OTHERWISE in arrow.words:
        return not any(_fits(box, one, arrows, tree, known) for one in arrows if one is not arrow)
    return any(_is_said(box, words, tree, known) for words in arrow.words)


def _is_said(box: Box, words: str, tree: Tree, known: Mapping[str, Answer]) -> bool:
    """Return whether words on an arrow from a box are what this reader says there."""
    asked = box.words.removesuffix(" (adds to the sum)")
    node = _called(tree).get(asked) if box.before else tree.node(box.node)
    if isinstance(node, Route):  # it is drawn with its conditions, whose words have tests of their own
        said = {f"If {condition_phrase(tree, one.when)}" for one in node.branches if is_true(one.when, known)}
        return re.sub(r"^\d+\. ", "", words) in said
    if isinstance(node, OneOf):
        wordings = {frozenset({one.id}): one.wording.text for one in node.options}
        return re.sub(r" \([+\N{MINUS SIGN}].*\)$", "", words) == wordings.get(
            known.get(node.id, frozenset()), "This was not asked"
        )
    if isinstance(node, Measure):
        return _in_range(words, known.get(node.id))
    if isinstance(node, ManyOf) and not box.before:
        return any(one.wording.text == words for one in _choices(node) if one.id in known[node.id])
    total = next((total for total in tree.totals if total.words.text == asked), None)
    if total:
        return _in_range(words, known[total.id])
    return {"Yes": True, "No": False}[words] is _is_so(asked, tree, known)


def _is_so(words: str, tree: Tree, known: Mapping[str, Answer]) -> bool:
    done = re.fullmatch("You have done “(.*)”", words)
    if done:
        step = _called(tree)[done[1]]
        return isinstance(step, Step) and step.id in known
    ordered = re.fullmatch("Your answer to “(.*)” is (.*) your answer to “(.*)”", words)
    if ordered:
        one, other = (known.get(_called(tree)[name].id) for name in ordered.group(1, 3))
        return bool(one and other) and _ORDERS[ordered[2]](_amount(min(one or ())), _amount(min(other or ())))
    picked = [
        (node, choice)
        for node in tree.nodes
        if isinstance(node, ManyOf)
        for choice in _choices(node)
        if choice.wording.text == words
    ]
    assert len(picked) == 1, words
    ((node, choice),) = picked
    return choice.id in known.get(node.id, ())


def _called(tree: Tree) -> dict[str, OneOf | ManyOf | Measure | Step | Outcome]:
    return {node.title.text: node for node in tree.nodes if not isinstance(node, Route | Visit)}


def _choices(node: ManyOf) -> list[Choice]:
    return [*node.choices, *([node.none] if node.none else [])]


def _in_range(words: str, answer: Answer | None) -> bool:
    if answer is None or words == "This was not asked":
        return answer is None and words == "This was not asked"
    if words == "Any answer":
        return True
    amount = _amount(min(answer))
    if " to " in words:
        least, most = map(_written, words.split(" to "))
        return least <= amount <= most
    limit = re.fullmatch(f"({'|'.join(sorted(_LIMITS, key=len, reverse=True))}) (.*)", words, re.IGNORECASE)
    return _LIMITS[limit[1].lower()](amount, _written(limit[2])) if limit else amount == _written(words)


def _amount(answer: str) -> Fraction:
    """Return an answer as it is kept, as a number; of a date and a time, its day."""
    if re.match(r"\d{4}-", answer):
        return Fraction(datetime.fromisoformat(answer).toordinal())
    return Fraction(answer)


def _written(words: str) -> Fraction:
    """Return what pages call an amount, "£1.02" or "28 February 2024", as a number."""
    plain = words.replace("£", "").replace(",", "").replace("\N{MINUS SIGN}", "-")
    if re.search("[a-z]", plain):
        return Fraction(datetime.strptime(plain, "%d %B %Y").toordinal())
    return Fraction(plain)
