"""Clauses that are cited in another way than by their numbers, parted by commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from clausetree.report.lazy import lazy
from clausetree.report.names import LETTER_FIRST, in_plain_letters, slug
from clausetree.report.span import Span
from clausetree.tree.language.line import Line
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import Reworded
from clausetree.tree.recovery.conditions import is_condition

_NUMBER = r"(?:[A-Z]+[.-])?[0-9]+(?:\.[0-9]+)*[a-z]?(?:\([a-z0-9]+\))*"
_PART = r"(?:§+|(?:clauses?|sections?|sec|paragraphs?|paras?|parts?|points?|rules?|numbers?|no|nos|s|cl)\b\.?)"
_LISTED = lazy(
    rf"(?:{_PART}\s*)?{_NUMBER}(?:[\s,;&]+(?:and\b[\s,;&]+)?(?:{_PART}\s*)?{_NUMBER})*", re.IGNORECASE
)
_POLICY = r"(?!(?:and|or|when|within|of|by|see|under|per)\b)(?P<policy>[^\W\d_][\w’'-]*(?:\s+[\w’'-]+){0,5}?)"
_ELSEWHERE = (
    lazy(rf"\"?{_POLICY}\"?\s*[:#/,.–-]?\s*(?:{_PART}\s*)?\(?(?P<clause>{_NUMBER})\)?", re.IGNORECASE),
    lazy(rf"(?:{_PART}\s*)?(?P<clause>{_NUMBER})\s+(?:(?:of|in|from)\s+)?(?:the\s+)?{_POLICY}", re.IGNORECASE),
)
"""A clause of a policy that is named before it, or behind it."""
_BOTH = lazy(rf"(?P<first>.+?)\s+(?:and|&)\s+(?:{_PART}\s*)?(?P<second>{_NUMBER})", re.IGNORECASE)
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
    found = line.source.text[span.start : span.end]
    own = _OWN.search(line.source.text)
    instead = tuple(dict.fromkeys(_reworded(found, own[1] if own else "")))
    if group == "without":
        instead = tuple(f"({clauses})" for clauses in instead)
    if instead and instead != (" ".join(found.split()),):
        yield Reworded(span, found, instead)


def _reworded(found: str, own: str) -> list[str]:
    """Return how to write clauses, the likeliest first; nothing where what is meant is not certain."""
    if _LISTED.fullmatch(found):
        return [", ".join(re.findall(rf"(?<![\w.(]){_NUMBER}", found))]
    if whole := _elsewhere(found, own):
        return whole
    pieces = re.split(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+", found)
    if len(pieces) == 1:
        return []
    both = _BOTH.fullmatch(found)
    if both and (whole := _elsewhere(both["first"], own)):
        # "data-protection 3.1 and 3.2" are both of that policy.
        return [f"{clause}, {' '.join([*clause.split()[:-1], both['second']])}" for clause in whole]
    read = [[piece] if re.fullmatch(LETTER_FIRST, piece) else _reworded(piece, own) for piece in pieces]
    return [", ".join(ways) for ways in islice(product(*read), 2)]


def _elsewhere(found: str, own: str) -> list[str]:
    """Return how to write a clause of a policy that is named: by its id, or perhaps by its title."""
    named = next(filter(None, (form.fullmatch(found) for form in _ELSEWHERE)), None)
    if named is None:
        return []
    policy = slug(in_plain_letters(named["policy"]))
    if not policy:
        return []
    if re.fullmatch(LETTER_FIRST, named["policy"]):
        ids = [policy]
    else:
        ids = list(dict.fromkeys([policy.removesuffix("-policy"), policy]))
    return [named["clause"] if own in ids else f"{each} {named['clause']}" for each in ids]


def clauses_behind_condition(line: Line, when: re.Match[str]) -> Iterator[TreeProblem]:
    """Yield a condition of a duty that has the duty's clauses behind it."""
    behind = _LAST.fullmatch(when["condition"])
    if behind and is_condition(behind["condition"]):
        span = Span(line.start + when.start("word"), line.start + when.end("condition"))
        instead = f"{behind['clauses']} when {behind['condition']}"
        yield Reworded(span, line.source.text[span.start : span.end], (instead,))
