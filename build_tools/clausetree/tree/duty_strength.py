"""Does a duty say what the clauses say that it cites?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.policy.registry import Registry
from clausetree.tree.binding import Binding, binding
from clausetree.tree.model import Citation, Duty, Tree, duties
from clausetree.tree.problems import Problem, StrengthDiffers
from clausetree.tree.strength import Strength
from clausetree.tree.syntax import OutcomeSyntax, StepSyntax, TreeSyntax

_CONDITION = re.compile(r"\b(?:only|if|when|where|once|after|with|subject\s+to)\b", re.IGNORECASE)
"""What a duty that may do something says its condition with. "Unless" says when it may not."""


def check_strengths(tree: Tree, syntax: TreeSyntax, registry: Registry) -> Iterator[Problem]:
    """Yield the duties that say otherwise than their clauses. What binds in no known way is told once."""
    told: set[tuple[Citation, ...]] = set()
    for node in syntax.nodes:
        if not isinstance(node, StepSyntax | OutcomeSyntax):
            continue
        for written, duty in zip(node.duties, duties(tree.node(node.id.text)), strict=True):
            bound = Binding()
            for citation in duty.cites:
                bound |= _bound(registry, tree.policy, citation.anchor)
            if duty.cites and not _holds(duty, bound) and (bound.strengths or duty.cites not in told):
                labels = tuple(citation.label for citation in duty.cites)
                words = tuple(strength.value for strength in Strength if strength in bound.strengths)
                yield StrengthDiffers(written.span, duty.strength, labels, words)
                told.add(duty.cites)


def _holds(duty: Duty, bound: Binding) -> bool:
    """Return whether a clause says what a duty does. "May only" allows what the duty has a condition for."""
    conditional = duty.when is not None or _CONDITION.search(duty.what.text) is not None
    allowed = bound.restricted and conditional and duty.strength is Strength.MAY
    return allowed or duty.strength in bound.strengths


def _bound(registry: Registry, policy: str, anchor: str) -> Binding:
    clause = registry.find(policy, anchor)
    if clause is None:
        return Binding()
    # The verb of a sub-item stands in the words that lead in to it: "they should: …".
    lead = _bound(registry, policy, clause.parent) if clause.parent else Binding()
    return binding(clause.text) | lead
