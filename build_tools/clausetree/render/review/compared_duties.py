"""What became of duties between two versions of a tree, in sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from clausetree.render.html.markup import in_a_list
from clausetree.render.tree.deadlines import deadline_phrase
from clausetree.render.tree.phrasing import (
    answered,
    condition_phrase,
    end_phrase,
    kind_of,
    time_words,
    title_of,
    who_does,
)
from clausetree.tree.answers import Answers
from clausetree.tree.compare import changes as c
from clausetree.tree.model import Duty, ManyOf, Measure, Node, OneOf, Outcome, Route, Tree
from clausetree.tree.scalar import scalar_phrase
from clausetree.tree.scale import DateScale
from clausetree.tree.strength import FORBIDDING, Strength

_FORCE = {
    Strength.MUST: 4,
    Strength.WILL: 3,
    Strength.SHOULD: 2,
    Strength.ENCOURAGED: 1,
    Strength.MAY: 0,
    Strength.MUST_NOT: 4,
    Strength.WILL_NOT: 3,
    Strength.SHOULD_NOT: 2,
}


@dataclass(frozen=True, slots=True)
class VersionPhrases:
    """Calls nodes, readers and duties by the words that either version has for them."""

    before: Tree
    after: Tree

    def node(self, node: Node, tree: Tree | None = None) -> str:
        """Return what sort of node it is, and its words."""
        if isinstance(node, Route):
            return f"the route ({self.route(node, tree or self.after)})"
        return f"the {kind_of(node).lower()} “{title_of(node)}”"

    def old(self, node_id: str) -> str:
        """Return a node of the version before in words."""
        return self.node(self.before.node(node_id), self.before)

    def new(self, node_id: str) -> str:
        """Return a node of the version after in words."""
        return self.node(self.after.node(node_id), self.after)

    def is_outcome(self, node_id: str) -> bool:
        """Return whether a path of the later version ends there."""
        return isinstance(self.after.node(node_id), Outcome)

    def route(self, route: Route, tree: Tree) -> str:
        """Return how a route of `tree` decides."""
        ways = [
            f"if {condition_phrase(tree, b.when)}, “{_node_title(tree, b.goes_to)}”" for b in route.branches
        ]
        if route.first:
            ways = [f"the first of these that fits: {ways[0]}", *ways[1:]] if ways else []
        ways += [f"in every other case “{_node_title(tree, route.otherwise)}”"] if route.otherwise else []
        return "; ".join(ways)

    def readers(self, answers: Answers, paths: int) -> str:
        """Return the readers whose answers these are, as the subject of a sentence."""
        who = _who_phrase(self.before, answers) or _who_phrase(self.after, answers)
        others = f" (and those who answer in {paths - 1} other way{'s' * (paths > 2)})" if paths > 1 else ""
        day = f" on {scalar_phrase(DateScale.DATE, self.after.today)}" if self.after.today is not None else ""
        return f"Readers {who}{day}{others}" if who else "All readers"


def _node_title(tree: Tree, node_id: str) -> str:
    node = tree.node(node_id)
    return title_of(node)


def _who_phrase(tree: Tree, answers: Answers) -> str:
    """Return what readers answer, and where the visits that they make end; "" for nothing."""
    said: list[str] = []
    ends: list[str] = []
    for node_id, answer in answers.items():
        node = tree.node(node_id) if tree.has(node_id) else None
        if isinstance(node, OneOf) and node.visits:
            ends += (end_phrase(node.title.text, piece.text) for piece in answered(node, answer))
        elif isinstance(node, OneOf | ManyOf | Measure):
            picked = " and ".join(f"“{piece.text}”" for piece in answered(node, answer))
            asked = f"“{node.title.text}”{time_words(tree, node_id)}"
            said += [f"{picked} to {asked}"] if picked else []
    parts = ("who answer", said), ("for whom", ends)
    return " and ".join(f"{begin} {'; '.join(phrases)}" for begin, phrases in parts if phrases)


def duty_sentence(change: c.DutyChange, say: VersionPhrases) -> str:
    """Return what became of a duty."""
    match change:
        case c.DutyAdded(node, duty):
            return f"New: {_duty_phrase(say.after, duty)}, at {say.new(node)}."
        case c.DutyDropped(node, duty):
            return f"Dropped: {_duty_phrase(say.before, duty)}, at {say.old(node)}."
        case c.DutyChanged(before_node, before, after_node, after):
            parts = _differences(change, say)
            where = "" if before_node != after_node else f", at {say.new(after_node)}"
            return (
                f"{_what_happened(before, after)}: {_duty_phrase(say.after, after)}{where}. {' '.join(parts)}"
            )
        case c.DutyReaches(duty, now, answers, paths):
            verb = "meet this now" if now else "do not meet this any more"
            met = _duty_phrase(say.after, replace(duty, when=None))
            return f"{say.readers(answers, paths)} {verb}: {met}."
        case _:
            assert_never(change)


def _what_happened(before: Duty, after: Duty) -> str:
    if before.strength is after.strength:
        return "Changed"
    if (before.strength in FORBIDDING) != (after.strength in FORBIDDING):
        return "Turned round"
    return "Strengthened" if _FORCE[after.strength] > _FORCE[before.strength] else "Weakened"


def _differences(change: c.DutyChanged, say: VersionPhrases) -> list[str]:
    before, after = change.before, change.after
    found: list[str] = []
    if before.strength is not after.strength:
        found.append(f"Before it said: {who_does(say.before, before)}.")
    if before.what.text != after.what.text:
        found.append(f"It was worded: “{before.what.text}”.")
    if before.cites != after.cites:
        found.append(f"It cited {in_a_list(cite.label for cite in before.cites)}.")
    if before.within != after.within:
        was = deadline_phrase(say.before, before.within) if before.within else "at no set time"
        found.append(f"It was to be done {was}.")
    if before.when != after.when:
        was = f"only if {condition_phrase(say.before, before.when)}" if before.when else "in every case"
        found.append(f"It applied {was}.")
    if change.before_node != change.after_node:
        found.append(
            f"It stood at {say.old(change.before_node)}, and stands at {say.new(change.after_node)} now."
        )
    return found


def _duty_phrase(tree: Tree, duty: Duty) -> str:
    cites = f" ({in_a_list(cite.label for cite in duty.cites)})" if duty.cites else ""
    within = f", {deadline_phrase(tree, duty.within)}" if duty.within else ""
    when = f" if {condition_phrase(tree, duty.when)}" if duty.when else ""
    return f"{who_does(tree, duty)} “{duty.what.text}”{within}{cites}{when}"
