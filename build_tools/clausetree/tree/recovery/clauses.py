"""Clauses that are cited in another way than by their numbers, parted by commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.report.lazy import lazy
from clausetree.report.names import LETTER_FIRST
from clausetree.report.span import Span
from clausetree.tree.language.line import Line
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import CitesElsewhere, Reworded
from clausetree.tree.recovery.conditions import is_condition

_NUMBER = r"(?:[A-Z]+[.-])?[0-9]+(?:\.[0-9]+)*[a-z]?(?:\([a-z0-9]+\))*"
_PART = r"(?:§+|(?:clauses?|sections?|sec|paragraphs?|paras?|parts?|points?|rules?|numbers?|no|nos|s|cl)\b\.?)"
_LISTED = lazy(
    rf"(?:{_PART}\s*)?{_NUMBER}(?:[\s,;&]+(?:and\b[\s,;&]+)?(?:{_PART}\s*)?{_NUMBER})*", re.IGNORECASE
)
_ELSEWHERE = lazy(rf"(?P<other>{LETTER_FIRST})\s*[:#/,]?\s*(?:{_PART}\s*)?(?P<clause>{_NUMBER})")
_CITED = lazy(
    r"\bcites\s+(?P<found>.*\S)|\(\s*(?P<bracketed>.*\S)\s*\)$|\"\s*(?P<without>[^\"()]*[0-9][^\"()]*)$"
)
_LAST = lazy(r"(?P<condition>.*?)\s*(?P<clauses>\([^()]*[0-9][^()]*(?:\([a-z0-9]+\)[^()]*)*\))")
_OWN = lazy(r"(?:^|\r)[ \t]+policy[ \t]+([a-z0-9-]+)", re.MULTILINE)


def misread_clauses(line: Line, words: str) -> Iterator[TreeProblem]:
    """Yield what is wrong with the clauses in `words`, the beginning of a line as its `bare` has it."""
    cited = _CITED.search(words.rstrip())
    if cited is None:
        return
    group = str(cited.lastgroup)
    span = Span(line.start + cited.start(group), line.start + cited.end(group))
    found = cited[group]
    elsewhere = _ELSEWHERE.fullmatch(found)
    if _LISTED.fullmatch(found):
        numbers = ", ".join(re.findall(rf"(?<![\w.(]){_NUMBER}", found))
        instead = f"({numbers})" if group == "without" else numbers
        yield from (Reworded(span, found, (instead,)),) if instead != " ".join(found.split()) else ()
    elif elsewhere:
        own = _OWN.search(line.source.text)
        if own and elsewhere["other"] == own[1]:
            yield Reworded(span, found, (elsewhere["clause"],))
        yield CitesElsewhere(span, elsewhere["other"], elsewhere["clause"], own[1] if own else "")


def clauses_behind_condition(line: Line, when: re.Match[str]) -> Iterator[TreeProblem]:
    """Yield a condition of a duty that has the duty's clauses behind it."""
    behind = _LAST.fullmatch(when["condition"])
    if behind and is_condition(behind["condition"]):
        span = Span(line.start + when.start("word"), line.start + when.end("condition"))
        instead = f"{behind['clauses']} when {behind['condition']}"
        yield Reworded(span, line.source.text[span.start : span.end], (instead,))
