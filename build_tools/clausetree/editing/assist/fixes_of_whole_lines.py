"""Lines, and parts of them, that say nothing: a tree says the same without them."""

from __future__ import annotations

import re
from collections import defaultdict

from clausetree.editing.assist.fix import Fix, line_span, of_text, without_line, writing
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import WrittenLine, line_at, lines_of_block
from clausetree.editing.assist.names import NameKind, names_in
from clausetree.editing.replacement import Replacement
from clausetree.report.problem import Problem
from clausetree.report.span import Span
from clausetree.tree.problems.lines import Repeated, RepeatedAnswer
from clausetree.tree.problems.names import DuplicateName, EndNotAsked
from clausetree.tree.problems.scenarios import NothingAcknowledged
from clausetree.tree.problems.shape import AlwaysTrue, OtherwiseUnused
from clausetree.tree.problems.tables import FirstDecidesNothing, RepeatedInCell, RowForAll, SameRow
from clausetree.tree.problems.totals import TotalGiven

_OR = re.compile(r"\s+or\s+\Z")
_WHEN = re.compile(r"\s*\bwhen\s+\Z")


def fix_of_whole_lines(problem: Problem, text: str, _known: Known) -> Fix | None:
    """Return the mend that takes away what says nothing, or writes it as what it is; None for other faults."""
    span = problem.span
    match problem:
        case EndNotAsked() | FirstDecidesNothing():
            return without_line(text, span.start)
        case OtherwiseUnused():
            return without_line(text, span.start) if _led_to_elsewhere(text, span) else None
        case Repeated() | RepeatedAnswer():
            return without_line(text, span.start) if _said_above(text, span) else None
        case DuplicateName(_, _, "role"):
            return without_line(text, span.start) if _said_above(text, span) else None
        case NothingAcknowledged():
            return without_line(text, span.start) if _acknowledged_above(text, span) else None
        case AlwaysTrue():
            return _without_condition(text, span)
        case SameRow(_, row):
            return without_line(text, span.start) if _leads_as(text, span, row) else None
        case RowForAll(_, target):
            return _otherwise(text, span, target)
        case RepeatedInCell():
            joined = _OR.search(text, line_span(text, span.start).start, span.start)
            return Fix("Take it out", (Replacement(Span(joined.start(), span.end), ""),)) if joined else None
        case TotalGiven(_, name, amount) if _begins_line(text, span):
            return writing(span, f"expects {name} is {amount}")
        case _:
            return None


def _begins_line(text: str, span: Span) -> bool:
    return not text[line_span(text, span.start).start : span.start].strip()


def _words(line: WrittenLine) -> list[str]:
    return [token.text for token in line.tokens]


def _above(text: str, span: Span) -> list[WrittenLine]:
    """Return the lines of the same block above the one in which a span begins."""
    line = line_at(text, span.start)
    return [each for each in lines_of_block(text, line) if each.start < line.start]


def _said_above(text: str, span: Span) -> bool:
    """Return whether the line says again what one above it in the block says, word for word."""
    line = line_at(text, span.start)
    return bool(line.tokens) and any(_words(each) == _words(line) for each in _above(text, span))


def _acknowledged_above(text: str, span: Span) -> bool:
    """Return whether a line right above acknowledges the same warning."""
    line = line_at(text, span.start)
    for each in reversed(_above(text, span)):
        if each.keyword != "acknowledge":
            return False
        if _words(each)[1:2] == _words(line)[1:2]:
            return True
    return False


def _led_to_elsewhere(text: str, span: Span) -> bool:
    """Return whether lines lead from the first node to the one at a span, without the line it is in."""
    leads: defaultdict[str, list[str]] = defaultdict(list)
    waiting: list[str] = []
    for use in names_in(text).uses:
        line = line_at(text, use.span.start)
        if use.kind is not NameKind.NODE or use.defines or use.span == span:
            continue
        if line.keyword == "start":
            waiting.append(use.text)
        elif text[: use.span.start].rstrip().endswith("->"):
            leads[line.owner].append(use.text)
    met: set[str] = set()
    while waiting:
        node = waiting.pop()
        if node not in met:
            met.add(node)
            waiting += leads[node]
    return of_text(text, span) in met


def _without_condition(text: str, span: Span) -> Fix | None:
    line = line_at(text, span.start)
    when = _WHEN.search(text, line.start, span.start)
    bare_note = line.keyword == "note" and any(
        each.keyword == "note" and len(each.tokens) == 1 for each in lines_of_block(text, line)
    )
    if when is None or bare_note or line.keyword in ("when", "fact"):
        return None
    return Fix("Take the `when` out", (Replacement(Span(when.start(), span.end), ""),))


def _leads_as(text: str, span: Span, row: int) -> bool:
    """Return whether a row leads where the row with this number does."""
    line = line_at(text, span.start)
    rows = [each for each in lines_of_block(text, line) if each.keyword == "row"]
    return _target(rows[row - 1]) == _target(line) if row <= len(rows) else False


def _target(row: WrittenLine) -> list[str]:
    words = _words(row)
    return words[words.index("->") :] if "->" in words else []


def _otherwise(text: str, span: Span, target: str) -> Fix | None:
    """Return the mend that makes the last line of a table `otherwise`, where it has none."""
    line = line_at(text, span.start)
    block = [each for each in lines_of_block(text, line) if each.tokens]
    if block[-1] != line or any(each.keyword == "otherwise" for each in block) or len(block) <= 3:
        return None
    words = _words(line)
    cells = Span(line.start + line.tokens[0].span.start, line.start + line.tokens[words.index("->")].span.start)
    return Fix(f"Write `otherwise -> {target}`", (Replacement(cells, "otherwise "),))
