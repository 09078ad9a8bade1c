"""Sound trees, joined with the words of the clauses they cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.model import Tree, citations, duties
from clausetree.tree.wire import Edition, Procedure, Quote

if TYPE_CHECKING:
    from clausetree.tree.checking.checks import TreeReaders


@dataclass(frozen=True, slots=True)
class Procedures:
    """The sound trees of a folder, in the order of their files' names, and every fault in it."""

    all: tuple[Procedure, ...]
    diagnostics: tuple[Diagnostic, ...]

    def find(self, tree: str) -> Procedure | None:
        """Return the procedure whose tree has this id."""
        return next((procedure for procedure in self.all if procedure.tree.id == tree), None)


def procedures_of(
    sources: Sequence[Source],
    registry: Registry,
    calendar: Calendar | None = None,
    today: int | None = None,
    readers: TreeReaders | None = None,
) -> Procedures:
    """Check trees that may lead to one another, and whose working days stand in a calendar.

    What is past is told where it is known what day `today` is.
    """
    if not sources:
        return Procedures((), ())
    # A build that finds these trees read has no use for their reader: a fifth of all that it would import.
    from clausetree.tree.checking.checks import read_trees  # noqa: PLC0415

    trees, diagnostics = read_trees(sources, registry, calendar, today, readers)
    return Procedures(tuple(_procedure(tree, registry, calendar) for tree in trees), tuple(diagnostics))


def tree_source(name: str, content: bytes) -> Source:
    """Return what a file holds; a character that is not UTF-8 becomes one that the parser refuses."""
    return Source(name, content.decode("utf-8-sig", errors="replace"))


def _procedure(tree: Tree, registry: Registry, calendar: Calendar | None) -> Procedure:
    quotes: dict[str, dict[str, Quote]] = {tree.policy: {}}
    for citation in citations(tree):
        policy, clause = registry.policy(citation.policy), registry.find(citation.policy, citation.anchor)
        assert policy is not None, "a sound tree cites policies that exist"
        assert clause is not None, "a sound tree cites clauses that exist"
        quote = Quote(citation.label, clause.html, policy.url(clause))
        quotes.setdefault(policy.id, {})[clause.anchor] = quote
    policies = [policy for policy in map(registry.policy, quotes) if policy]
    edition, *others = (Edition(policy.id, policy.title, policy.version, policy.digest) for policy in policies)
    terms = _terms(policies)
    return Procedure(tree, edition, quotes, terms, calendar if _counts(tree) else None, others=tuple(others))


def _terms(policies: Sequence[Policy]) -> dict[str, str]:
    """Return where each word is given its meaning; nothing for one that two policies give a meaning.

    Which of the two is meant, nobody can tell from the words of a tree.
    """
    meanings = [(term.words, policy.url(term.meaning)) for policy in policies for term in policy.terms]
    times = Counter(words.casefold() for words, _ in meanings)
    return {words: meaning for words, meaning in meanings if times[words.casefold()] == 1}


def _counts(tree: Tree) -> bool:
    """Return whether anything of a tree is counted by a calendar."""
    return any(
        duty.within and duty.within.question and duty.within.period.needs_calendar
        for node in tree.nodes
        for duty in duties(node)
    )
