"""What a line that cannot be read was meant to say, where that is plain: one problem in place of all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.report.lazy import lazy
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.line import Line
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import ConditionAstray, Reworded
from clausetree.tree.recovery.answers import misread_answer
from clausetree.tree.recovery.bounds import recovered_bounds, with_plain_keyword
from clausetree.tree.recovery.clauses import clauses_behind_condition, misread_clauses
from clausetree.tree.recovery.conditions import is_condition, misread_condition, not_scalars, nothing_worked_out
from clausetree.tree.recovery.names_and_verbs import question_lines
from clausetree.tree.recovery.rows import misread_columns, misread_row
from clausetree.tree.recovery.unsure import misread_unsure
from clausetree.tree.strength import Strength

_DUTIES = frozenset(strength.value.split()[0] for strength in Strength)
_BRANCH = lazy(r"(?P<word>when)\s+(?P<condition>.*?)\s*(?:(?:\bthen\s*)?(?<![-=–—])[-=–—]+\s?>[^<>=]*)?$")
_OTHER_ARROW = lazy(
    r"when\s+(?P<condition>.*?)(?:\s*[,:;])?(?:\s+(?:then|goto|go\s+to|leads?\s+to))?\s*(?:->|\s)\s*(?P<target>[a-z0-9-]+)"
)
_WHEN = lazy(
    r"\b(?P<word>when|only\s+if|if|unless|where|provided(?:\s+that)?)\s+(?P<condition>.*?)\s*$", re.IGNORECASE
)
_SAYS_SOMETHING = lazy(r"(?:not\s+|\()*[\w-]+\s*(?:\b(?:is|are|includes?|has)\b|[<>=])", re.IGNORECASE)
_FIRST_NAME = lazy(r"(?:not\b\s*|\(\s*)*(?P<name>[\w-]+)")


def recovered_line(line: Line) -> TreeProblem | None:
    """Return what a line has that the language does not, or None. The line has problems already."""
    return next(_readings(line), None)


def condition_beside(source: Source, keyword: str, span: Span) -> ConditionAstray | Reworded | None:
    """Return the condition that stands at `span`, where words for readers belong: it speaks of a question.

    A note takes one, which begins with `when`.
    """
    for found in _conditions_astray(keyword, source.text[span.start : span.end], span.start):
        name = _FIRST_NAME.match(found.found)
        alone = not source.text[span.start : found.span.start].strip()
        if not (alone and name and question_lines(source, name["name"])):
            return None
        written = source.text[found.span.start : found.span.end]
        return Reworded(found.span, written, (f"when {found.found}",)) if keyword == "note" else found
    return None


def begins_condition(words: str) -> bool:
    """Return whether `words` behind a keyword are a condition, and no words for readers: "when in doubt"."""
    word, _, rest = words.partition("#")[0].replace("days since ", "").strip().partition(" ")
    parts = re.split(r"\b(?:and|or)\b", rest)
    named = all(len(re.sub(r"\bnot\b|[()]", " ", part).split()) == 1 for part in parts)
    return word == "when" and (named or _SAYS_SOMETHING.match(rest.strip()) is not None)


def _readings(line: Line) -> Iterator[TreeProblem]:
    keyword, bare = line.keyword, line.bare
    if keyword == "when":
        yield from _without_arrow(line, bare)
        branch = _BRANCH.match(bare)
        yield from misread_condition(line, branch) if branch else ()
    elif keyword in ("fact", "adds", "contact", "hours", "link", "note"):
        when = _WHEN.search(bare)
        yield from misread_condition(line, when) if when else ()
    elif keyword == "row":
        yield from misread_row(line, bare)
    elif keyword == "columns":
        yield from misread_columns(line, bare)
    elif keyword == "unsure":
        yield from misread_unsure(line, bare)
    elif line.tokens[0].text in _DUTIES:
        yield from _in_duty(line, bare)
    elif line.gives:
        yield from misread_answer(line)
    else:
        yield from _conditions_astray(keyword, bare, line.start)
        yield from misread_clauses(line, bare) if keyword == "cites" else ()
        yield from _in_bounds(line) if keyword in ("number", "money", "date") else ()


def _without_arrow(line: Line, bare: str) -> Iterator[TreeProblem]:
    """Yield a branch that leads on with another word or sign than an arrow, or with none."""
    branch = _OTHER_ARROW.fullmatch(bare.rstrip())
    if branch and is_condition(branch["condition"]):
        span = Span(line.start, line.start + len(bare.rstrip()))
        instead = f"when {' '.join(branch['condition'].split())} -> {branch['target']}"
        if instead != " ".join(bare.split()):
            yield Reworded(span, line.source.text[span.start : span.end], (instead,))


def _in_duty(line: Line, bare: str) -> Iterator[TreeProblem]:
    when = _WHEN.search(bare)
    yield from misread_clauses(line, bare[: when.start()] if when else bare)
    if when:
        yield from clauses_behind_condition(line, when)
        yield from misread_condition(line, when)


def _in_bounds(line: Line) -> Iterator[TreeProblem]:
    # As if both bounds stood behind a `to`, where scalars are looked for.
    begun = len(with_plain_keyword(line)[1])
    words, start = f"to {line.bare[begun:]}", line.start + begun - len("to ")
    yield from not_scalars(words, start)
    span = Span(line.start, line.start + len(line.bare.rstrip()))
    for instead in recovered_bounds(line):
        yield Reworded(span, line.source.text[span.start : span.end], (instead,))
    yield from nothing_worked_out(words, start)


def _conditions_astray(keyword: str, words: str, start: int) -> Iterator[ConditionAstray]:
    """Yield the condition among `words`, which stand at `start` behind a keyword that takes none."""
    when = _WHEN.search(words)
    if when and _SAYS_SOMETHING.match(when["condition"]):
        found = re.sub(r"\s*->.*", "", when["condition"])
        condition = f"not ({found})" if when["word"].lower() == "unless" else found
        yield ConditionAstray(Span(start + when.start(), start + when.end("condition")), keyword, condition)
