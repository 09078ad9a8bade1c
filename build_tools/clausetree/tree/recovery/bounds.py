"""Bounds of a number or a date that are written in another way than `LEAST to MOST "UNIT"`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from clausetree.report.lazy import lazy
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.line import Line
from clausetree.tree.numbers import plain_number
from clausetree.tree.recovery.other_words import Purpose, purpose_of
from clausetree.tree.recovery.scalars import recovered_number, with_plain_dates

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CURRENCY = r"[£€$¥]|(?-i:[A-Z]{3})"
_MARK = rf"{_CURRENCY}|%"
_NUMBER = r"(?:minus\s+|[-\u2212]\s?)?(?:[1-9][0-9]{0,2}(?:[, \u00a0][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![0-9])"
_WITH_TIME = lazy(
    r"(?:(?:date|day)s?(?:\s*(?:\b(?:and|with)\b|&|\+|/|[-_]|,)\s*(?:the\s+|a\s+)?|\s*))?(?:times?|hours?|timestamp)\b",
    re.IGNORECASE,
)
_CLOCK = r"(?:(?:T|\s+(?:at\s+)?)[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?)?"
_JOINT = r"\s*(?:\b(?:to|and|until|up\s+to)\b|-|–|—|…|\.\.+|,|\s)\s*"


def recovered_bounds(line: Line) -> Iterator[str]:
    """Yield the line as it should be, where its bounds and its unit are plain."""
    keyword, written = with_plain_keyword(line)
    counted = keyword in ("number", "money")
    scalar = rf"(?:(?P<mark>{_MARK})\s?)?{_NUMBER}" if counted else _DATE
    most = scalar.replace("mark", "again")
    clock = _CLOCK if keyword == "date and time" else ""
    match = re.fullmatch(
        rf"\s+(?:(?:from|between)\s+)?(?P<least>{scalar}){clock}(?P<first>[^\S\n]*[%£€$¥]|\s+[a-z]+)??"
        rf"{_JOINT}(?P<most>{most}){clock}\s*(?P<unit>[^\d\"]*?)[\"\s]*",
        with_plain_dates(line.bare[len(written) :]),
        re.IGNORECASE,
    )
    if match is None:
        return
    groups = match.groupdict()
    mark = groups.get("mark") or groups.get("again") or ""
    unit = (_quoted_unit(line) or groups["unit"] or mark or groups["first"] or "").strip()
    currency = next((one for one in (mark, unit) if re.fullmatch(_CURRENCY, one)), None)
    if len({groups.get("mark"), groups.get("again")} - {None}) > 1:
        return
    least, most = (_plain_scalar(groups[bound]) for bound in ("least", "most"))
    if counted and currency:
        yield f"money {_amount(currency, least)} to {_amount(currency, most)}"
    elif keyword != "money":
        yield f"{keyword} {least} to {most}" + (f' "{unit}"' if unit else "")


def date_and_time(tokens: Sequence[Token], allowed: Collection[str]) -> str | None:
    """Return the keyword for a date and a time, where a line has another word for it and a day behind that."""
    if "date" not in allowed or purpose_of(tokens[0].text) is not Purpose.TIME:
        return None
    return "date and time" if re.match(r"[0-9]{1,4}[./-][0-9]", tokens[1].text) else None


def with_plain_keyword(line: Line) -> tuple[str, str]:
    """Return the keyword that begins a line of bounds, and what of the line stands for it."""
    with_time = _WITH_TIME.match(line.bare)
    if with_time:
        return "date and time", with_time[0]
    keyword = re.match(r"[\w-]*", line.bare)
    return line.keyword, keyword[0] if keyword else ""


def _amount(currency: str, number: str) -> str:
    apart = " " * currency.isalpha()
    return f"{'-' * number.startswith('-')}{currency}{apart}{number.removeprefix('-')}"


def _plain_scalar(scalar: str) -> str:
    number = re.sub(_MARK, "", scalar).strip()
    return plain_number(number) or recovered_number(number) or number


def _quoted_unit(line: Line) -> str:
    """Return the words in quotation marks of the line, if any."""
    texts = [token.text for token in line.tokens if token.kind is TokenKind.TEXT]
    return texts[-1] if texts else ""
