"""How long there is to do something. Each function's docstring is its grammar rule."""

from __future__ import annotations

import re
from dataclasses import replace

from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.language.lexer import TokenKind
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.phrases import read_name, read_value, read_words
from clausetree.tree.problems.lines import Expected
from clausetree.tree.syntax import DeadlineSyntax, Name

_AMOUNT = re.compile(r"[1-9][0-9]{0,3}")
_UNITS = {word: unit for unit in Unit for word in (str(unit), f"{unit}s") if unit is not Unit.WORKING_DAY}


def read_within(line: Line) -> DeadlineSyntax:
    """WITHIN = "within" PERIOD "of" ( NAME [ TEXT ] | TEXT ) [ "or" "the" "next" "working" "day" ]."""
    start = line.read().span.start
    period = _read_period(line)
    line.expect(TokenKind.WORD, "of")
    is_named = line.check(TokenKind.WORD)
    question = read_name(line, "the name of a question") if is_named else None
    told = not is_named or line.check(TokenKind.TEXT)
    words = read_words(line, "what the time is counted from") if told else None
    to_working_day = _says(line, "or", "the", "next", "working", "day")
    period = replace(period, to_working_day=to_working_day)
    return DeadlineSyntax(period, question, words, line.since(start))


def read_by(line: Line) -> Name:
    """BY = "by" NAME."""
    line.read()
    return read_value(line, "a day such as 2026-03-27")


def _read_period(line: Line) -> Period:
    """PERIOD = WHOLE UNIT [ "less" "a" "day" ]."""
    amount, unit = _read_amount(line), _read_unit(line)
    return Period(amount, unit, less_a_day=_says(line, "less", "a", "day"))


def _read_amount(line: Line) -> int:
    """WHOLE = a whole number from 1 to 9999."""
    if not _AMOUNT.fullmatch(line.next.text):
        wanted = ("a whole number from 1 to 9999",)
        raise BrokenLine(Expected(line.next.span, line.found, wanted, "within"))
    return int(line.read().text)


def _read_unit(line: Line) -> Unit:
    """UNIT = "hour" | "hours" | "working" DAY | DAY | "week" | "weeks" | "month" | "months" | "year" | "years"."""
    if line.check(TokenKind.WORD, "working"):
        line.read()
        return _read_working_day(line)
    return _UNITS[line.expect(TokenKind.WORD, *_UNITS).text]


def _read_working_day(line: Line) -> Unit:
    """DAY = "day" | "days"."""
    line.expect(TokenKind.WORD, "days", "day")
    return Unit.WORKING_DAY


def _says(line: Line, first: str, *others: str) -> bool:
    """Read these words, all or none of them."""
    if not line.check(TokenKind.WORD, first):
        return False
    line.read()
    for word in others:
        line.expect(TokenKind.WORD, word)
    return True
