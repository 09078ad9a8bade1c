"""What a question for a number, money, a date or a time asks for: its bounds and what it counts.

The docstring of the first function is the grammar rule. A line that breaks it raises `BrokenLine`.
"""

from __future__ import annotations

from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.phrases import read_value, read_words
from clausetree.tree.numbers import currency_of, places_of, places_of_money
from clausetree.tree.problems.lines import Expected
from clausetree.tree.scale import DateScale, NumberScale
from clausetree.tree.syntax import MeasureSyntax, Name


def read_measure(line: Line) -> MeasureSyntax:
    """MEASURE = ( "number" [ TEXT ] | "money" | "date" [ "and" "time" ] ) NAME "to" NAME [ TEXT [ TEXT ] ].

    How many decimal places a number has is said by its bounds: the more of the two.
    """
    keyword = line.read()
    match keyword.text:
        case "number":
            return _read_number(line, keyword)
        case "money":
            least, most = _read_bounds(line, "an amount such as £500")
            return MeasureSyntax(
                _scale_of_money(least, most), least, most, None, line.since(keyword.span.start)
            )
        case _:
            return _read_dates(line, keyword)


def _read_number(line: Line, keyword: Token) -> MeasureSyntax:
    before = read_words(line, "the words before the number") if line.check(TokenKind.TEXT) else None
    least, most = _read_bounds(line, "a number")
    for bound in (least, most):
        if currency_of(bound.text):
            raise BrokenLine(Expected(bound.span, bound.text, ("a number without a currency",), "number"))
    unit = read_words(line, "what is counted") if line.check(TokenKind.TEXT) else None
    several = read_words(line, "what is counted") if unit and line.check(TokenKind.TEXT) else None
    scale = NumberScale(max(places_of(least.text), places_of(most.text)))
    one = unit if several else None
    return MeasureSyntax(scale, least, most, several or unit, line.since(keyword.span.start), one, before)


def _read_dates(line: Line, keyword: Token) -> MeasureSyntax:
    scale = DateScale.DATE
    if line.next.text == "and":
        line.read()
        line.expect(TokenKind.WORD, "time")
        scale = DateScale.DATE_AND_TIME
    first, last = _read_bounds(line, "a date such as 2024-03-27")
    unit = read_words(line, "what is counted") if line.check(TokenKind.TEXT) else None
    return MeasureSyntax(scale, first, last, unit, line.since(keyword.span.start))


def _read_bounds(line: Line, what: str) -> tuple[Name, Name]:
    least = read_value(line, what)
    line.expect(TokenKind.WORD, "to")
    return least, read_value(line, what)


def _scale_of_money(least: Name, most: Name) -> NumberScale:
    """Return the scale of a currency that stands before either bound. Both have the same, if both have one."""
    currencies = list(dict.fromkeys(filter(None, (currency_of(least.text), currency_of(most.text)))))
    if len(currencies) != 1:
        wanted = f"an amount in {currencies[0]}" if currencies else "a currency before it, such as £500,"
        raise BrokenLine(Expected(most.span, most.text, (wanted,), "money"))
    return NumberScale(places_of_money(currencies[0]), currencies[0])
