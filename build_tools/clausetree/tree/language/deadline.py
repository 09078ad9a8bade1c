"""How long there is to do something. Each function's docstring is its grammar rule."""

from __future__ import annotations

import re
from dataclasses import replace

from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.language.lexer import TokenKind
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.phrases import read_name, read_words
from clausetree.tree.problems.lines import Expected
from clausetree.tree.syntax import DeadlineSyntax, Name

_AMOUNT = re.compile(r"[1-9][0-9]{0,3}")
_UNIT = re.compile("working|(?:hour|day|week|month|year)s?")


def read_within(line: Line) -> DeadlineSyntax:
    """WITHIN = "within" PERIOD "of" ( NAME [ TEXT ] | TEXT ) [ "or" "the" "next" "working" "day" ]."""
    duty, line.keyword = line.keyword, "within"
    start = line.read().span.start
    period = _read_period(line)
    line.expect(TokenKind.WORD, "of")
    question = None if line.check(TokenKind.TEXT) else read_name(line, "the name of a question")
    told = question is None or line.check(TokenKind.TEXT)
    words = read_words(line, "what the time is counted from") if told else None
    period = replace(period, to_working_day=_says(line, "or", "the", "next", "working", "day"))
    line.keyword = duty
    return DeadlineSyntax(period, question, words, line.since(start))


def read_by(line: Line) -> Name:
    """BY = "by" NAME."""
    line.read()
    token = line.expect(TokenKind.WORD, wanted="a day such as 2026-03-27")
    return Name(token.text, token.span)


def _read_period(line: Line) -> Period:
    """PERIOD = WHOLE UNIT [ "less" "a" "day" ]."""
    amount, unit = _read_amount(line), _read_unit(line)
    by_date = unit not in (Unit.HOUR, Unit.WORKING_DAY)  # the others have no such rule
    return Period(amount, unit, less_a_day=by_date and _says(line, "less", "a", "day"))


def _read_amount(line: Line) -> int:
    """WHOLE = a whole number from 1 to 9999."""
    return int(_matching(line, _AMOUNT, "a whole number from 1 to 9999"))


def _read_unit(line: Line) -> Unit:
    """UNIT = "hour" | "hours" | "working" DAY | DAY | "week" | "weeks" | "month" | "months" | "year"
    | "years".
    """
    word = _matching(line, _UNIT, "`hours`, `days`, `working days`, `weeks`, `months` or `years`")
    return _read_working_day(line) if word == "working" else Unit(word.removesuffix("s"))


def _read_working_day(line: Line) -> Unit:
    """DAY = "day" | "days"."""
    line.expect(TokenKind.WORD, "days", "day")
    return Unit.WORKING_DAY


def _matching(line: Line, pattern: re.Pattern[str], wanted: str) -> str:
    if not pattern.fullmatch(line.next.text):
        raise BrokenLine(Expected(line.next.span, line.found, (wanted,), line.keyword))
    return line.read().text


def _says(line: Line, first: str, *others: str) -> bool:
    """Read these words, all or none of them."""
    if not line.check(TokenKind.WORD, first):
        return False
    line.read()
    for word in others:
        line.expect(TokenKind.WORD, word)
    return True
