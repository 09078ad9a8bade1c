"""Numbers and money as an answer keeps them, as authors write them, and as readers read them.

They are counted by the smallest step of their scale: 2.5 in a question with two decimal places is 250. So
nothing is ever rounded. An answer keeps a number with as few figures as it needs: "2.5", "-5", "1000".
"""

from __future__ import annotations

from clausetree.report.lazy import lazy
from clausetree.tree.scale import NumberScale

MOST_PLACES = 6
_UNSEEN = dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
CURRENCY_SIGNS = "£€$¥₩₹₺₽₪₫₦₱₴₵₡₸฿"
CURRENCY_CODE = r"[A-Z]{3}"
_CURRENCY = rf"(?:[{CURRENCY_SIGNS}]|{CURRENCY_CODE}(?= [0-9]))"
_WITHOUT_CENTS = frozenset({"¥", "₩", "₫", "JPY", "KRW", "VND", "ISK", "CLP", "PYG", "XAF", "XOF", "XPF"})
_IN_THOUSANDTHS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
MINUS = "-\u2212"
FIGURES = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
AMOUNT = rf"[{MINUS}]?(?:{_CURRENCY} ?)?{FIGURES}"
"""A number, or an amount of money, as an author may write it: -5, 2.50, £1,000, CHF 50."""

_AMOUNT = lazy(
    rf"(?P<minus>[{MINUS}]?)(?P<currency>{_CURRENCY}?) ?(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)"
    r"(?:\.(?P<part>[0-9]+))?"
)
_KEPT = lazy(r"-?[0-9]{1,9}(?:\.[0-9]+)?")


def plain_figures(text: str) -> str:
    """Return what was typed without spaces around it, and with 0 to 9 for the decimal figures of any script.

    Marks that nobody sees, which come along where something is pasted, are left out.
    """
    seen = text.translate(_UNSEEN).strip()
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in seen)


def places_of_money(currency: str) -> int:
    """Return how many decimal places amounts of a currency have."""
    if currency in _IN_THOUSANDTHS:
        return 3
    return 0 if currency in _WITHOUT_CENTS else 2


def currency_of(written: str) -> str:
    """Return the sign or the code of the currency of an amount; "" where there is none."""
    match = _AMOUNT.fullmatch(written)
    return match["currency"] if match else ""


def places_of(written: str) -> int:
    """Return how many decimal places a number is written with."""
    match = _AMOUNT.fullmatch(written)
    return len(match["part"] or "") if match else 0


def plain_number(written: str) -> str | None:
    """Return a number as an author may write it, without currency and commas; None where it is none."""
    match = _AMOUNT.fullmatch(written)
    if match is None:
        return None
    part = f".{match['part']}" if match["part"] else ""
    return f"{'-' if match['minus'] else ''}{match['whole'].replace(',', '')}{part}"


def number_of(scale: NumberScale, kept: str) -> int | None:
    """Return how many steps of `scale` a plain number has; None for what is none, or has more places."""
    if not _KEPT.fullmatch(kept):
        return None
    whole, _, part = kept.partition(".")
    if len(part) > min(scale.places, MOST_PLACES):
        return None
    return int(whole + part.ljust(scale.places, "0"))


def number_text(scale: NumberScale, steps: int) -> str:
    """Return a number as an answer keeps it."""
    whole, part = divmod(abs(steps), 10**scale.places)
    decimals = f"{part:0{scale.places}}".rstrip("0") if part else ""
    return f"{'-' if steps < 0 else ''}{whole}{f'.{decimals}' if decimals else ''}"


def number_phrase(scale: NumberScale, steps: int) -> str:
    """Return a number as a reader reads it: "2.5"; money as "£50", "£1,234.50", "CHF 50"."""
    whole, part = divmod(abs(steps), 10**scale.places)
    minus = "\u2212" if steps < 0 else ""
    if not scale.currency:
        return minus + number_text(scale, abs(steps))
    # A code stands apart, and never at the end of a line.
    before = scale.currency + "\u00a0" * scale.currency.isalpha()
    return f"{minus}{before}{whole:,}{f'.{part:0{scale.places}}' if part else ''}"
