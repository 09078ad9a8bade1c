"""Words that name another clause by a number which has become that of a different one."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.history.past import Past
from clausetree.history.problems import NumberOfAnother
from clausetree.policy.citing.citations import by_name
from clausetree.policy.citing.cross_references import named_in
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy
from clausetree.report.source import Source
from clausetree.report.span import Span


def numbers_of_others(policy: Policy, source: Source, past: Past) -> Iterator[NumberOfAnother]:
    """Yield each "section 4.2" in words that are as they were when 4.2 was another clause.

    Only a version that is not accepted yet is looked at: whoever accepts it has seen these words.
    """
    last = past.last
    if last is None or past.history.release(policy.version) is not None:
        return
    before, now = by_name(last.clauses), by_name(policy.clauses)
    for clause in policy.clauses:
        was = before.get(clause.anchor)
        if was is None or was.digest != clause.digest:
            continue
        named_then = {named.words: named.clause for named in named_in(was.text, was, before, policy.language)}
        for named in named_in(clause.text, clause, now, policy.language):
            then = named_then.get(named.words)
            if then is not None and (named.clause is None or named.clause.anchor != then.anchor):
                span = _span_of_words(named.words, clause, source)
                yield NumberOfAnother(
                    span, then.anchor, then.label, named.words, _current_label(then, now), last.version
                )


def _current_label(then: Clause, now: dict[str, Clause]) -> str:
    """Return what a clause is called now, or "" where it is gone."""
    clause = now.get(then.anchor)
    return clause.label if clause else ""


def _span_of_words(words: str, clause: Clause, source: Source) -> Span:
    start = source.text.find(words, clause.span.start, clause.span.end)
    return Span(start, start + len(words)) if start >= 0 else Span(clause.span.start, clause.span.start + 1)
