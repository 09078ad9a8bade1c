"""The terms that a policy's head lists, each with the anchor of the words that say what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.head import read_head
from clausetree.policy.nearest import nearest
from clausetree.policy.problems import (
    BadTerm,
    DuplicateTerm,
    MeaningInHeading,
    MeaningNotOfPolicy,
    Problem,
    TermsUnreadable,
    UnknownMeaning,
)
from clausetree.policy.term import Term
from clausetree.policy.words import collapse
from clausetree.report.span import Span

_LIST = re.compile(
    r"^terms[ \t]*:[^\r\n]*(?P<lines>(?:\r?\n(?:[ \t]+[^\r\n]*|[ \t]*#[^\r\n]*|))*)", re.MULTILINE
)
_LINE = re.compile(r"^(?P<indent>[ \t]+)(?P<words>[^\s#][^\r\n]*?)[ \t]*:(?=[ \t\r\n])[^\r\n]*", re.MULTILINE)

_QUOTES = "\"'“”‘’"


def read_terms(
    text: str, meta: Mapping[str, object], clauses: Iterable[Clause]
) -> tuple[tuple[Term, ...], list[Problem]]:
    """Return the terms in the order listed, and what is wrong with the list.

    `meta` is the head as the YAML reader read it; `text` is the whole file, for the places.
    """
    if "terms" not in meta:
        return (), []
    listed = meta["terms"]
    head = read_head(text).text
    block = _LIST.search(head)
    whole = Span(block.start(), block.start("lines")) if block else Span(0, 0)
    if not isinstance(listed, Mapping):
        return (), [TermsUnreadable(whole)]
    lines = list(_lines(head, block)) if block else []
    # A second use of an anchor is reported elsewhere; what the first one means must not change for it.
    by_anchor = {clause.anchor: clause for clause in reversed(list(clauses))}
    places = _places(lines, len(listed), whole)
    read = [_read(*entry, by_anchor, span) for entry, span in zip(listed.items(), places, strict=True)]
    terms = tuple(term for term in read if isinstance(term, Term))
    return terms, [*(fault for fault in read if isinstance(fault, Problem)), *_duplicates(lines, text)]


def _read(words: object, anchor: object, clauses: Mapping[str, Clause], span: Span) -> Term | Problem:
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
    return collapse(words).strip(_QUOTES).strip()


def _lines(head: str, block: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Yield what stands before the colon of each line of the list, and where the line stands."""
    indent = None
    for match in _LINE.finditer(head, block.start("lines"), block.end("lines")):
        indent = indent or match["indent"]
        if match["indent"] == indent:
            yield match["words"].strip(_QUOTES), Span(match.start("words"), match.end())


def _places(lines: Iterable[tuple[str, Span]], entries: int, whole: Span) -> list[Span]:
    """Return where each entry stands; where the list is not a line an entry, that is its first line."""
    spans: dict[str, Span] = {}
    for words, span in lines:
        spans.setdefault(words, span)
    return list(spans.values()) if len(spans) == entries else [whole] * entries


def _duplicates(lines: Iterable[tuple[str, Span]], text: str) -> Iterator[Problem]:
    """A YAML reader keeps the last of two equal lines and says nothing."""
    first: dict[str, Span] = {}
    for words, span in lines:
        known = first.setdefault(_unquoted(words).casefold(), span)
        if known is not span:
            yield DuplicateTerm(span, words, text.count("\n", 0, known.start) + 1)
