"""A question that takes several answers, parted: a branching scenario takes one answer at a time."""

from __future__ import annotations

from dataclasses import dataclass

from clausetree.tree.model import Choice, ManyOf, Picked, Tree
from clausetree.tree.totals import choices_that_add
from clausetree.tree.walk import facts_by_question


@dataclass(frozen=True, slots=True)
class Parts:
    """The choices that conditions speak of, or that add points, are asked about `one_by_one`.

    Where none of those was picked, the others are asked about `together`, and `none` with them.
    """

    one_by_one: tuple[Choice, ...]
    together: tuple[Choice, ...]
    none: Choice | None
    is_asked_for: bool
    """Whether anything hangs on the question. Where nothing does, its answer changes nothing."""


def parts_of(tree: Tree, node: ManyOf) -> Parts:
    """Return the parts of a question of `tree`."""
    name = tree.original(node.id)
    facts = {*facts_by_question(tree)[name], *choices_that_add(tree)}
    spoken_of = {fact.option for fact in facts if isinstance(fact, Picked) and fact.question == name}
    one_by_one = tuple(choice for choice in node.choices if choice.id in spoken_of)
    together = tuple(choice for choice in node.choices if choice.id not in spoken_of)
    return Parts(one_by_one, together, node.none, bool(spoken_of))
