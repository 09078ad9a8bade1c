"""The terms that a policy's front matter lists, each with the anchor of the words that say what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausetree.policy.citing.nearest import nearest
from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.front_matter.fences import QUOTES
from clausetree.policy.front_matter.positions import Key, KeyPositions, first
from clausetree.policy.plain_words import collapse
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.terms import (
    BadTerm,
    DuplicateTerm,
    MeaningInHeading,
    MeaningNotOfPolicy,
    TermsUnreadable,
    UnknownMeaning,
)
from clausetree.policy.term import Term
from clausetree.report.source import Source
from clausetree.report.span import Span


def read_terms(
    source: Source, meta: Mapping[str, object], positions: KeyPositions, clauses: Iterable[Clause]
) -> tuple[tuple[Term, ...], list[PolicyProblem]]:
    """Return the terms in the order listed, and what is wrong with the list.

    `meta` is the front matter of `source` as the YAML reader read it, and `positions` where its lines stand.
    """
    if "terms" not in meta:
        return (), []
    listed = meta["terms"]
    whole = positions.of("terms") or Span(0, 0)
    if not isinstance(listed, Mapping):
        return (), [TermsUnreadable(whole)]
    # A second use of an anchor is reported elsewhere; what the first one means must not change for it.
    by_anchor = {clause.anchor: clause for clause in reversed(list(clauses))}
    spans = [first(positions.terms, str(words)) or whole for words in listed]
    read = [_read_term(*entry, by_anchor, span) for entry, span in zip(listed.items(), spans, strict=True)]
    terms = tuple(term for term in read if isinstance(term, Term))
    faults = [fault for fault in read if isinstance(fault, PolicyProblem)]
    return terms, [*faults, *_duplicates(positions.terms, source)]


def _read_term(
    words: object, anchor: object, clauses: Mapping[str, Clause], span: Span
) -> Term | PolicyProblem:
    if not isinstance(words, str) or not isinstance(anchor, str) or not _unquoted(words) or not anchor.strip():
        return BadTerm(span)
    term, anchor = _unquoted(words), anchor.strip()
    clause = clauses.get(anchor)
    if clause is None:
        return UnknownMeaning(span, term, anchor, nearest(anchor, clauses))
    if clause.kind is ClauseKind.HEADING:
        return MeaningInHeading(span, term, anchor)
    if clause.standing is Standing.EDITORIAL:
        return MeaningNotOfPolicy(span, term, anchor)
    return Term(term, clause)


def _unquoted(words: str) -> str:
    """Return a term without the quotation marks of a word processor, which YAML takes for letters."""
    return collapse(words).strip(QUOTES).strip()


def _duplicates(terms: Iterable[Key], source: Source) -> Iterator[PolicyProblem]:
    """A YAML reader keeps the last of two equal lines and says nothing."""
    known: dict[str, Key] = {}
    for term in terms:
        earlier = known.setdefault(_unquoted(term.words).casefold(), term)
        if earlier is not term:
            line, _ = source.place(earlier.span.start)
            yield DuplicateTerm(term.span, _unquoted(term.words), line)
