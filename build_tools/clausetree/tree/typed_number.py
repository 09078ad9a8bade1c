"""A number or an amount of money that a reader types, in any of the ways in which people write them.

What could be meant in two ways is never guessed: "1.234" is a thousand to some, and little more than one to
others.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum, auto

from clausetree.report.lazy import lazy
from clausetree.tree.numbers import CURRENCY_SIGNS, plain_figures
from clausetree.tree.scale import NumberScale


class NumberFault(Enum):
    """Why what was typed is no number of a question."""

    UNREAL = auto()
    PLACES = auto()
    """There are more decimal places than the question has."""

    DOT = auto()
    """The dot may part thousands, or a fraction."""

    COMMA = auto()
    """It parts a fraction, or thousands and not in threes."""

    UNIT = auto()
    """Another unit stands beside the number than is asked for."""

    CURRENCY = auto()
    """Another currency stands beside the amount than is asked for."""


_NAMES = {
    "£": ("gbp", "pound", "pounds"),
    "€": ("eur", "euro", "euros"),
    "$": ("usd", "us$", "dollar", "dollars"),
    "¥": ("jpy", "yen"),
    "₹": ("inr", "rs", "rupee", "rupees"),
}
"""What else people call the currencies of these signs, and write beside an amount."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
        "\uff0e": ".",
        "\u066b": ".",
        "\uff0c": ",",
        "\u066c": ",",
        "\u2019": "'",
        "\uff0b": "+",
        "\uffe1": "£",
        "\uffe5": "¥",
        "\uff04": "$",
        "\uff05": "%",
    }
)
_TYPED = lazy(
    r"(?P<minus>-|minus )? ?\+?(?P<before>[^0-9.,+-]*?) ?(?P<later>-)? ?"
    r"(?P<figures>\.?[0-9](?:[0-9., ']*[0-9])?)\.? ?(?P<behind>[^0-9., ].*)?"
)
_FIGURES = lazy(
    r"(?P<whole>[0-9]{1,3}(?:(?P<mark>[, '])[0-9]{3})(?:(?P=mark)[0-9]{3})*|[0-9]*)(?:\.(?P<part>[0-9]+))?"
)
_MOST_FIGURES = 30
"""More are as much beyond all bounds, and Python reads no more than some thousands."""


def typed_number(scale: NumberScale, text: str, units: Collection[str] = ()) -> int | NumberFault:
    """Return how many steps of `scale` were typed. One of the `units` or the currency may stand beside them."""
    typed = _TYPED.fullmatch(" ".join(plain_figures(text).translate(_ALIKE).casefold().split()))
    if typed is None or (typed["minus"] and typed["later"]):
        return NumberFault.UNREAL
    beside = [mark for mark in (typed["before"], typed["behind"]) if mark]
    fault = next(filter(None, (_fault_beside(scale, mark, units) for mark in beside)), None)
    steps = fault or _steps(scale, typed["figures"])
    if isinstance(steps, NumberFault):
        return steps
    return -steps if typed["minus"] or typed["later"] else steps


def _fault_beside(scale: NumberScale, mark: str, units: Collection[str]) -> NumberFault | None:
    """Return what is wrong with what stands beside the figures."""
    currency = scale.currency
    if mark in (currency.casefold(), *_NAMES.get(currency, ())) or any(_is_unit(mark, one) for one in units):
        return None
    names = {name for others in _NAMES.values() for name in others}
    if currency and (mark in names or mark in CURRENCY_SIGNS or re.fullmatch(r"[a-z]{3}", mark)):
        return NumberFault.CURRENCY
    return NumberFault.UNIT if units and mark.isalpha() else NumberFault.UNREAL


def _is_unit(typed: str, unit: str) -> bool:
    """Return whether a unit is meant, also as "1 year" where it is "years", and "%" where it is "% of pay"."""
    own = " ".join(unit.casefold().split())
    if typed == "%":
        return own.startswith(typed)
    return typed == own or (len(own) > len("min") and own.endswith("s") and typed == own[:-1])


def _steps(scale: NumberScale, figures: str) -> int | NumberFault:
    read = _FIGURES.fullmatch(figures)
    if read is None:
        return _unread(figures)
    whole, part = re.sub(r"\D", "", read["whole"]).lstrip("0"), read["part"] or ""
    may_be_thousands = len(part) == len("000") > scale.places and re.fullmatch(
        r"[1-9][0-9]{0,2}", read["whole"]
    )
    if may_be_thousands:
        return NumberFault.PLACES if scale.places else NumberFault.DOT
    part = part.rstrip("0")
    if len(part) > scale.places:
        return NumberFault.PLACES
    return int(whole[:_MOST_FIGURES] + part.ljust(scale.places, "0") or "0")


def _unread(figures: str) -> NumberFault:
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", figures):
        return NumberFault.DOT
    return NumberFault.COMMA if "," in figures else NumberFault.UNREAL
