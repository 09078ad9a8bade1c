"""Which clauses oblige somebody, and which trees cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.policy import Policy
from clausetree.tree.binding.binding import Binding, binding
from clausetree.tree.binding.own_words import in_plain_words
from clausetree.tree.model import Tree, citations
from clausetree.tree.strength import Strength

BINDING = (
    *(Strength.MUST, Strength.MUST_NOT, Strength.WILL, Strength.WILL_NOT),
    *(Strength.SHOULD, Strength.SHOULD_NOT),
)
"""What obliges. Who is encouraged, or may, is free."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A clause, how it obliges, and the ids of the trees that cite it.

    One that is `unclear` has no word that binds and is no order: it may oblige all the same. An item of a
    list is bound by the words that lead in to it, and cited when its clause is. A clause counts as cited when
    one of its items is.
    """

    clause: Clause
    binding: tuple[Strength, ...]
    trees: tuple[str, ...]
    unclear: bool

    @property
    def open(self) -> bool:
        """Whether the clause obliges and no tree cites it."""
        return bool(self.binding) and not self.trees

    @property
    def to_look_at(self) -> bool:
        """Whether the clause may oblige and no tree cites it."""
        return self.unclear and not self.trees


def coverage(policy: Policy, trees: Iterable[Tree]) -> Iterator[Coverage]:
    """Yield every clause of `policy` that can oblige, in reading order."""
    cited: dict[str, list[str]] = {}
    for tree in trees:
        for anchor in dict.fromkeys(c.anchor for c in citations(tree) if c.policy == policy.id):
            cited.setdefault(anchor, []).append(tree.id)
    in_plain = in_plain_words(policy)
    by_anchor = {clause.anchor: clause for clause in policy.clauses}
    items: dict[str, list[str]] = {}
    for clause in policy.clauses:
        if clause.parent:
            items.setdefault(clause.parent, []).append(clause.anchor)
    for clause in policy.clauses:
        if clause.standing is Standing.NORMATIVE and clause.kind is not ClauseKind.HEADING:
            lead = by_anchor.get(clause.parent or "")
            bound = binding(in_plain(clause.text)) | (binding(in_plain(lead.text)) if lead else Binding())
            near = [clause.anchor, *([lead.anchor] if lead else []), *items.get(clause.anchor, ())]
            trees_here = tuple(sorted({tree for anchor in near for tree in cited.get(anchor, ())}))
            obliges = tuple(verb for verb in BINDING if verb in bound.stated)
            yield Coverage(clause, obliges, trees_here, unclear=not bound.stated)
