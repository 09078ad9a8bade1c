"""How long there is to do something. Each function's docstring is its grammar rule."""

from __future__ import annotations

import re
from dataclasses import replace

from clausetree.tree.deadlines.number_words import number_words
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.language.lexer import TokenKind
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.phrases import read_name, read_words
from clausetree.tree.problems.lines import Expected
from clausetree.tree.problems.recovery import Reworded
from clausetree.tree.syntax import DeadlineSyntax, Name

_AMOUNT = re.compile(r"[1-9][0-9]{0,3}")
_UNIT = re.compile("working|(?:hour|day|week|month|year)s?")
_OTHER_AMOUNTS = {words[0]: at for at in range(1, 100) if (words := number_words(at))} | {"a": 1, "an": 1}
_OTHER_UNITS = {
    r"(?:business|office|school) days?|workdays?|weekdays?": Unit.WORKING_DAY,
    r"(?:calendar|clear|full) days?": Unit.DAY,
    r"hrs?|h": Unit.HOUR,
    r"calendar months?": Unit.MONTH,
}
_JOINED = re.compile(r"([1-9][0-9]{0,3})-?(h|hrs?|hours?|days?|weeks?|months?|years?)", re.IGNORECASE)
"""An amount and its unit in one word: "24h"."""


def read_within(line: Line) -> DeadlineSyntax:
    """WITHIN = "within" PERIOD "of" ( NAME [ TEXT ] | TEXT ) [ "or" "the" "next" "working" "day" ]."""
    line.keyword = "within"  # whose example shows how all of the line is written
    start = line.read().span.start
    period = _read_period(line)
    if line.next.text in ("from", "after", "since", "following"):
        _reword(line, 1, "of")
    else:
        line.expect(TokenKind.WORD, "of")
    question = None if line.check(TokenKind.TEXT) else read_name(line, "the name of a question")
    told = question is None or line.check(TokenKind.TEXT)
    words = read_words(line, "what the time is counted from") if told else None
    moves = _by_date(period.unit) and _says(line, "or", "the", "next", "working", "day")
    period = replace(period, to_working_day=moves)
    if line.check(TokenKind.WORD) and question and not told and line.next.text not in ("or", "when"):
        raise BrokenLine(Expected(line.next.span, line.found, ("words in quotation marks",), line.keyword))
    return DeadlineSyntax(period, question, words, line.since(start))


def read_by(line: Line) -> Name:
    """BY = "by" NAME."""
    line.keyword = "by"
    line.read()
    token = line.expect(TokenKind.WORD, wanted="a day such as 2026-03-27")
    return Name(token.text, token.span)


def _read_period(line: Line) -> Period:
    """PERIOD = WHOLE UNIT [ "less" "a" "day" ]."""
    joined = _JOINED.fullmatch(line.next.text)
    if joined:
        unit = Unit.HOUR if joined[2][0].lower() == "h" else Unit(joined[2].lower().removesuffix("s"))
        _reword(line, 1, f"{joined[1]} {unit}s")
        amount = int(joined[1])
    elif [token.text for token in line.ahead(2)] == ["a", "fortnight"]:
        _reword(line, 2, "2 weeks")
        amount, unit = 2, Unit.WEEK
    else:
        amount, unit = _read_amount(line), _read_unit(line)
    return Period(amount, unit, less_a_day=_by_date(unit) and _says(line, "less", "a", "day"))


def _read_amount(line: Line) -> int:
    """WHOLE = a whole number from 1 to 9999."""
    other = _OTHER_AMOUNTS.get(line.next.text.lower())
    if other is not None:
        _reword(line, 1, str(other))
        return other
    return int(_matching(line, _AMOUNT, "a whole number from 1 to 9999"))


def _read_unit(line: Line) -> Unit:
    """UNIT = "hour" | "hours" | "working" DAY | DAY | "week" | "weeks" | "month" | "months" | "year"
    | "years".
    """
    words = [token.text.lower() for token in line.ahead(2)]
    for pattern, unit in _OTHER_UNITS.items():
        for count in (2, 1):
            if re.fullmatch(pattern, " ".join(words[:count])) and len(words) >= count:
                _reword(line, count, f"{unit}s")
                return unit
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


def _by_date(unit: Unit) -> bool:
    """Return whether a day may be taken off, and an end moved: there is no such rule for the others."""
    return unit not in (Unit.HOUR, Unit.WORKING_DAY)


def _says(line: Line, first: str, *others: str) -> bool:
    """Read these words, all or none of them."""
    if not line.check(TokenKind.WORD, first):
        return False
    line.read()
    for word in others:
        line.expect(TokenKind.WORD, word)
    return True


def _reword(line: Line, count: int, instead: str) -> None:
    """Read so many words, and note that this is how they are written."""
    tokens = [line.read() for _ in range(count)]
    span = tokens[0].span.to(tokens[-1].span)
    line.problems.append(Reworded(span, " ".join(token.text for token in tokens), (instead,)))
