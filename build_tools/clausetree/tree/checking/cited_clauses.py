"""The clauses that a tree cites: those of its own policy, and those of others that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.report.closest import closest
from clausetree.report.names import in_plain_letters, slug
from clausetree.tree.model import Citation, ManyOf, Measure, Node, OneOf, Outcome, Route, Step, Tree, Visit
from clausetree.tree.problems.clauses import LostClause, OfWhichPolicy, UnknownClause, WithdrawnClause
from clausetree.tree.problems.names import LostPolicy, UnknownPolicy
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import Reworded
from clausetree.tree.syntax import CitedSyntax, Name

_MOST_NAMED = 3
"""So many policies are named that have a clause which another has not."""
_PLAIN = re.compile(r"[\w.-]+(?:\(\w+\))*")
"""A number, or an anchor, that needs no quotation marks."""


def policy_problem(name: Name, registry: Registry, clause: str = "") -> TreeProblem | None:
    """Return what is wrong with the id of a policy, of which a `clause` may be cited; None if it is there."""
    if registry.policy(name.text) is not None:
        return None
    if registry.was_published(name.text):
        return LostPolicy(name.span, name.text)
    ids = {policy.id: policy.id for policy in registry}
    by_title = {slug(in_plain_letters(policy.title)): policy.id for policy in registry}
    near = ids.get(closest(name.text, ids) or "") or by_title.get(closest(name.text, by_title) or "")
    return UnknownPolicy(name.span, name.text, tuple(ids), near, clause)


class CitedClauses:
    """Looks up clauses, and adds to `problems` what is not there. `own` is the tree's policy, if known."""

    def __init__(self, own: Policy | None, registry: Registry, problems: list[TreeProblem]) -> None:
        self._own = own
        self._registry = registry
        self._problems = problems

    def citations(self, cited: Sequence[CitedSyntax]) -> tuple[Citation, ...]:
        """Return the clauses that are cited, without those that are not there."""
        return tuple(filter(None, map(self._citation, cited)))

    def _citation(self, cited: CitedSyntax) -> Citation | None:
        policy = self._registry.policy(cited.policy.text) if cited.policy else self._own
        if cited.policy and policy is None:
            self._problems.append(self._no_policy(cited, cited.policy))
        if policy is None:
            return None
        clause = self._registry.find(policy.id, cited.clause.text)
        if doubt := self._of_which_policy(cited):
            self._problems.append(doubt)
        elif clause is None:
            self._problems.append(self._no_clause(cited, policy))
        else:
            return Citation(policy.id, clause.anchor, policy.called(clause, self._id_of_own))
        return None

    @property
    def _id_of_own(self) -> str:
        return self._own.id if self._own else ""

    def _of_which_policy(self, cited: CitedSyntax) -> TreeProblem | None:
        """Tell of a clause alone that stands behind one of another policy, where either policy may be meant."""
        other = cited.behind.text if cited.behind else self._id_of_own
        if other == self._id_of_own or self._registry.policy(other) is None:
            return None
        of_other = self._registry.find(other, cited.clause.text) is not None
        of_own = self._registry.find(self._id_of_own, cited.clause.text) is not None
        if not (of_other or of_own):
            return None
        named = _written(other, cited.clause.text) if of_other else None
        return OfWhichPolicy(cited.span, cited.clause.text, other, named, of_own=of_own)

    def _no_policy(self, cited: CitedSyntax, name: Name) -> TreeProblem:
        """Two clauses may have lost the comma between them, and "section 2.4" is 2.4."""
        clause = cited.clause.text
        whole = self._registry.find(self._id_of_own, f"{name.text} {clause}")
        if whole and whole.number:
            return Reworded(cited.span, str(cited), (_written("", whole.number),))
        if all(self._registry.find(self._id_of_own, reference) for reference in (name.text, clause)):
            return Reworded(cited.span, str(cited), (f"{name.text}, {_written('', clause)}",))
        problem = policy_problem(name, self._registry, clause)
        assert problem is not None, "the policy is not there"
        return problem

    def _no_clause(self, cited: CitedSyntax, policy: Policy) -> TreeProblem:
        reference, own = cited.clause.text, self._id_of_own
        former = self._registry.former(policy.id, reference)
        prefix = "" if policy.id == own else policy.id
        if former and former.withdrawn:
            now = tuple(_written(prefix, number) for number in former.now)
            return WithdrawnClause(cited.span, reference, policy.id, former.withdrawn, now)
        if former and not former.now:
            return LostClause(cited.span, reference, policy.id)
        joined = next(self._of_joined_words(reference), None)
        if joined:
            return Reworded(cited.span, reference, (joined,))
        if former:
            return UnknownClause(cited.span, reference, policy.id, (_written(prefix, former.now[0]),))
        near = self._registry.nearest(policy.id, reference)
        instead = [_written(prefix, near)] if near else []
        return UnknownClause(cited.span, reference, policy.id, (*instead, *self._elsewhere(reference)))

    def _of_joined_words(self, reference: str) -> Iterator[str]:
        """Yield what is meant by a policy and its clause in one word, or within quotation marks."""
        for policy in self._registry:
            parts = re.fullmatch(rf"{re.escape(policy.id)}[\W_]+(?P<clause>.+)", reference)
            if parts and self._registry.find(policy.id, parts["clause"]):
                yield _written(policy.id, parts["clause"])

    def _elsewhere(self, reference: str) -> Iterator[str]:
        """Yield how to cite the clause of this name in other policies, where few have one."""
        if named := self._registry.policy(reference):
            first = next((clause.number for clause in named.clauses if clause.number), None)
            yield from [_written(named.id, first)] if first else []
            return
        others = [other.id for other in self._registry if self._registry.find(other.id, reference)]
        if len(others) <= _MOST_NAMED:
            for other in others:
                yield _written("" if other == self._id_of_own else other, reference)


def _written(policy: str, reference: str) -> str:
    """Return a citation as an author writes it; `policy` is "" where it is the tree's own."""
    clause = reference if _PLAIN.fullmatch(reference) else f'"{reference}"'
    return f"{policy} {clause}" if policy else clause


def with_labels(tree: Tree, registry: Registry) -> Tree:
    """Return a tree that calls every clause as its own readers do: what it visits may be of another policy.

    Raises AssertionError for a tree that cites what is not there.
    """
    return replace(tree, nodes=tuple(_with_labels(node, tree.policy, registry) for node in tree.nodes))


def _with_labels(node: Node, own: str, registry: Registry) -> Node:
    def called(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(_called(cite, own, registry) for cite in cites)

    match node:
        case OneOf() | ManyOf() | Measure():
            return replace(node, cites=called(node.cites)) if node.cites else node
        case Step() | Outcome():
            duties = tuple(replace(duty, cites=called(duty.cites)) for duty in node.duties)
            return replace(node, cites=called(node.cites), duties=duties)
        case Route() | Visit():
            return node


def _called(cite: Citation, own: str, registry: Registry) -> Citation:
    policy, clause = registry.policy(cite.policy), registry.find(cite.policy, cite.anchor)
    assert policy is not None, "a sound tree cites policies that exist"
    assert clause is not None, "a sound tree cites clauses that exist"
    return replace(cite, label=policy.called(clause, own))
