"""Where a visit ended: what a tree that makes the visit can ask of it.

Until the visit is made it is asked for as a question is, whose answers are the outcomes of the other tree. Once
it is made those are steps, of which conditions can ask whether they were done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from clausetree.tree.answers import DONE
from clausetree.tree.condition import Condition, facts, settled, with_facts
from clausetree.tree.model import Fact, OneOf, Picked, Points
from clausetree.tree.syntax import (
    Name,
    OptionSyntax,
    OutcomeSyntax,
    QuestionSyntax,
    Text,
    TreeSyntax,
    VisitSyntax,
    whens_of,
)

type StepAt = Callable[[str, str], str]
"""Takes a visit and an outcome of its tree, and returns the id of the step that it becomes."""


def spoken_of(syntax: TreeSyntax) -> frozenset[str]:
    """Return the visits that a tree makes whose ends its conditions speak of, or add points."""
    visits = {node.id.text: node for node in syntax.nodes if isinstance(node, VisitSyntax)}
    whens = [*(when for node in syntax.nodes for when in whens_of(node)), *(fact.when for fact in syntax.facts)]
    named = {fact.question.text for when in whens for fact in facts(when.condition)}
    return frozenset(name for name, visit in visits.items() if name in named or visit.adds)


def with_ends(syntax: TreeSyntax, sound: Mapping[str, TreeSyntax]) -> TreeSyntax:
    """Return a tree with each visit of whose end it speaks as a question.

    Where a visit can end is known of trees that are `sound`.
    """
    spoken = spoken_of(syntax) & sound.keys()
    if not spoken:
        return syntax
    nodes = (
        _question(node, sound[node.id.text])
        if isinstance(node, VisitSyntax) and node.id.text in spoken
        else node
        for node in syntax.nodes
    )
    return replace(syntax, nodes=tuple(nodes))


def _question(visit: VisitSyntax, other: TreeSyntax) -> QuestionSyntax:
    # What is wrong with it is shown at the visit: the other tree stands in another file.
    here = visit.id.span
    options = (
        OptionSyntax(Name(node.id.text, here), Text(node.title.markdown, here), None)
        for node in other.nodes
        if isinstance(node, OutcomeSyntax)
    )
    return QuestionSyntax(
        visit.id,
        Text(other.title.markdown, here),
        cites=(),
        help=None,
        options=tuple(options),
        choices=(),
        none=None,
        measure=None,
        then=visit.then,
        adds=visit.adds,
        visits=True,
    )


def of_steps(condition: Condition[Fact], visits: Mapping[str, OneOf], step_at: StepAt) -> Condition[Fact]:
    """Return a condition with the steps that the ends of visits become in the place of the ends."""

    def changed(fact: Fact) -> Fact:
        if isinstance(fact, Picked) and fact.question in visits:
            return Picked(step_at(fact.question, fact.option), *DONE)
        return fact

    found: Condition[Fact] | None = with_facts(condition, changed)
    assert found is not None, "every fact is changed"
    return found


def added_at(visit: OneOf, outcome: str) -> Iterator[Points]:
    """Yield the points that a visit adds where it ends with this outcome, if their conditions hold."""

    def known(fact: Fact) -> bool | None:
        return fact.option == outcome if isinstance(fact, Picked) and fact.question == visit.id else None

    for points in visit.adds:
        when = points.when is None or settled(points.when, known)
        if when is not False:
            yield replace(points, when=None if when is True else when)
