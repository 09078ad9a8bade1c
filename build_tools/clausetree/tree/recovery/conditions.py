"""A condition that cannot be read: what it says that no tree can say, or what it says in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.report.lazy import lazy
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.lexer import lex
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.phrases import read_when
from clausetree.tree.problems.lines import NotAScalar
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import NothingWorkedOut, Reworded
from clausetree.tree.recovery.names_and_verbs import (
    can_be_so,
    comparison_of_questions,
    with_answer_names,
    with_fitting_verbs,
)
from clausetree.tree.recovery.reworded import LIMIT, reworded, with_plain_numbers
from clausetree.tree.recovery.scalars import TIMED, ScalarFault, recovered_number, scalar_fault
from clausetree.tree.scale import WHOLE, DateScale

_SCALAR = lazy(
    r"(?:\b(?:is(?:\s+not)?|to|than|between|and|least|most|before|after|until)\b|(?<![<>=≤≥])[<>=≤≥]+)\s*(?P<found>"
    r"(?:today|tomorrow|yesterday|now)\b(?:\s*[+-]\s*[\w ]+?(?=\s*(?:\b(?:and|or|to)\b|->|[()]|$)))?"
    r"|(?:[-\u2212–—]|minus\b)\s*[£€$¥]?\s*[0-9][0-9.,]*"
    r"|[£€$¥]?\s?[.,]?[0-9][0-9.,:/]*(?:\s*[ap]\.?m\b|[¼½¾])?)",
    re.IGNORECASE,
)
_SUM = lazy(
    r"\b(?:count|sum|total|average|number\s+of|how\s+many)\b[\s(]+(?:of\s+)?[\w-]+\)?"
    r"|(?<![\w-])[\w-]+\s+(?:plus|minus|times|mod|%)\s+[\w-]+"
    r"|(?<![\w£-])[\w£-]+(?:\s*[+*/\u00d7÷]\s*[\w£]|\s+-\s+\w)[\w ]*?"
    r"(?=\s*(?:\b(?:is|and|or|when|to)\b|->|[<>=()]|$))"
)


def misread_condition(line: Line, match: re.Match[str]) -> Iterator[TreeProblem]:
    """Yield what is wrong with a condition of `line`.

    `match` is where it stands in the bare line: its `condition`, behind the `word` that begins it.
    """
    condition, start = match["condition"], line.start + match.start("condition")
    for timed in TIMED.finditer(condition):
        yield NotAScalar(_span_of_group(timed, 0, start), timed[0], DateScale.DATE, "", question=False)
    yield from not_scalars(condition, start)
    word = match["word"].lower()
    written = line.source.text[start : start + len(condition)]
    candidates = (
        with_fitting_verbs(line.source, put) for put in reworded(with_answer_names(line.source, written))
    )
    readable = [put for put in dict.fromkeys(candidates) if is_condition(put)]
    pair = comparison_of_questions(line.source, readable[0]) if readable else None
    options = [put for put in readable if can_be_so(line.source, put)] or ([] if pair else readable)
    plain = " ".join(condition.split())
    if word == "when" and options == [plain]:
        return
    if word == "when" and options == [with_plain_numbers(plain)]:
        yield from _counted(condition, start, options[0])
    if pair and not options:
        yield NothingWorkedOut(Span(start, start + len(condition)), pair)
    yield from nothing_worked_out(condition, start) if not options else ()
    if options:
        # Of a duty: "if" and "unless" in place of "when".
        begun = start if word == "when" else line.start + match.start("word")
        put = {"when": "{}", "unless": "when not ({})"}.get(word, "when {}")
        span = Span(begun, start + len(condition))
        yield Reworded(
            span, line.source.text[begun : span.end], tuple(put.format(option) for option in options)
        )


def not_scalars(condition: str, start: int) -> Iterator[TreeProblem]:
    """Yield what stands in `condition`, at `start`, in the place of a scalar and is none."""
    for match in _SCALAR.finditer(condition):
        fault = scalar_fault(match["found"])
        # What is put right without asking is told with the whole condition.
        if fault not in (None, ScalarFault.RANGE) and recovered_number(match["found"]) is None:
            scale = DateScale.DATE if fault is ScalarFault.TODAY else WHOLE
            yield NotAScalar(_span_of_group(match, "found", start), match["found"].strip(), scale, "", False)


def nothing_worked_out(condition: str, start: int) -> Iterator[TreeProblem]:
    """Yield what would have to be worked out in `condition`, which stands at `start`."""
    for match in _SUM.finditer(condition):
        yield NothingWorkedOut(_span_of_group(match, 0, start), match[0])


def is_condition(text: str) -> bool:
    """Return whether `text` can be read as a condition, and has no fault."""
    source = Source("", f"when {text}")
    tokens, problems = lex(source, Span(0, len(source.text)))
    line = Line(source, tokens, problems, misleading=False)
    try:
        read_when(line)
        line.finish()
    except BrokenLine:
        return False
    return not problems


def _counted(condition: str, start: int, instead: str) -> Iterator[TreeProblem]:
    """Yield the first number that is written with what it counts."""
    for match in LIMIT.finditer(condition):
        if scalar_fault(match["found"]):
            span = _span_of_group(match, "found", start)
            yield NotAScalar(span, match["found"].strip(), WHOLE, instead, False)


def _span_of_group(match: re.Match[str], group: str | int, start: int) -> Span:
    return Span(start + match.start(group), start + match.end(group))
