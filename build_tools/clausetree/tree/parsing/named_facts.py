"""Facts that have names: wherever a condition speaks of one, what it stands for is put in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from clausetree.report.span import Span
from clausetree.tree.condition import Condition, Named, Or, depth, facts, with_names
from clausetree.tree.language.fact_names import fact_names
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.problems.names import FactOfItself, FactTooLong, UnknownFact, UnusedFact
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.syntax import FactSyntax, NamedFactSyntax, TreeSyntax, WhenSyntax, whens_of, with_whens

type _Written = Condition[FactSyntax]

_LONGEST = 1_000
"""More answers than this in one would be a slip: facts of facts grow fast."""

_DEEPEST = 100
"""So deep may a fact lie in others, with all their brackets: more would exhaust the stack."""


def with_named_facts(syntax: TreeSyntax) -> tuple[TreeSyntax, list[TreeProblem]]:
    """Return the tree with each named fact in its place, and what is wrong with the facts.

    A fact that cannot be put in its place has no parts: it is never true, and a problem says why.
    """
    if not fact_names(syntax.source):
        return syntax, []
    found = _Meanings(syntax)
    nodes = tuple(with_whens(node, found.in_when) for node in syntax.nodes)
    meant = tuple(replace(fact, when=found.in_when(fact.when)) for fact in syntax.facts)
    # Whoever says something of a fact, as in `serious is yes`, is told that, and not that nobody speaks of it.
    spoken_of = {
        fact.question.text for node in nodes for when in whens_of(node) for fact in facts(when.condition)
    }
    used = found.used | spoken_of
    unused = [UnusedFact(fact.id.span, fact.id.text) for fact in syntax.facts if fact.id.text not in used]
    problems = list(dict.fromkeys(found.problems))
    return replace(syntax, nodes=nodes, facts=meant), problems or [*unused]


class _Meanings:
    """What each named fact stands for, worked out once."""

    def __init__(self, syntax: TreeSyntax) -> None:
        self._facts: Mapping[str, NamedFactSyntax] = {fact.id.text: fact for fact in reversed(syntax.facts)}
        self._meant: dict[str, _Written] = {}
        self._open: list[str] = []
        self._at = Span(0, 0)
        self.used: set[str] = set()
        self.problems: list[TreeProblem] = []

    def in_when(self, when: WhenSyntax) -> WhenSyntax:
        self._at = when.span
        return replace(when, condition=with_names(when.condition, self._meaning))

    def _meaning(self, named: Named[FactSyntax]) -> _Written:
        name = named.name
        self.used.add(name)
        fact = self._facts.get(name)
        if fact is None:
            self.problems.append(UnknownFact(self._at, name, None))
            return Or(())
        if name in self._open:
            circle = tuple(self._open[self._open.index(name) :])
            first = min((self._facts[one].id for one in circle), key=lambda one: one.span.start)
            self.problems.append(FactOfItself(first.span, first.text))
            return Or(())
        if name not in self._meant:
            part = self._part(fact) if len(self._open) < _DEEPEST else None
            if part is None or _is_longer(part) or depth(part) > _DEEPEST:
                self.problems.append(FactTooLong(fact.id.span, name))
                part = Or(())
            self._meant[name] = Named(name, phrase(fact.words.markdown).text, part)
        return self._meant[name]

    def _part(self, fact: NamedFactSyntax) -> _Written:
        outside, self._at = self._at, fact.when.span
        self._open.append(fact.id.text)
        part = with_names(fact.when.condition, self._meaning)
        self._open.pop()
        self._at = outside
        return part


def _is_longer(condition: _Written) -> bool:
    return any(number >= _LONGEST for number, _ in enumerate(facts(condition)))
