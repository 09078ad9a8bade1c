"""What people write where a number, a date or a time belongs, and what they mean by it."""

from __future__ import annotations

import re
from enum import Enum, auto

from clausetree.report.lazy import lazy
from clausetree.tree.numbers import plain_number
from clausetree.tree.scalar import recovered_date, scalar_of, time_text
from clausetree.tree.scale import DateScale
from clausetree.tree.typed import TimeFault, typed_time


class ScalarFault(Enum):
    """In which way something is not a number as a tree has it."""

    TODAY = auto()
    TIME = auto()
    NEGATIVE = auto()
    RANGE = auto()
    DECIMAL = auto()
    THOUSANDS = auto()
    MARKED = auto()


_FIGURES = r"[0-9][0-9.,'\u00a0\u202f]*[0-9]|[.,]?[0-9]+"
_DASH = r"[-\u2212–—]"
_FAULTS = {
    # "today" and what is added to it.
    ScalarFault.TODAY: r"(?:today|tomorrow|yesterday|tonight|now)(?:[\s+-].*)?",
    ScalarFault.TIME: (
        r"[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\s*[ap]\.?m\.?)?"
        r"|[0-9]{1,2}(?:[.:][0-9]{2})?\s*(?:[ap]\.?m\.?|o'clock)"
    ),
    ScalarFault.NEGATIVE: rf"(?:{_DASH}|minus\b)\s*[£€$¥]?\s*(?:{_FIGURES}).*|[£€$¥]\s*{_DASH}\s*[0-9].*",
    ScalarFault.RANGE: r"(?![0-9]+[./-][0-9]+[./-])[£€$¥]?[0-9]+%?\s*(?:[-–—…]|\.\.+|to)\s*[£€$¥]?[0-9]+.*",
    ScalarFault.DECIMAL: r"\.[0-9]+|[0-9]+,[0-9]{1,2}|[0-9]*\s*[¼½¾]|[0-9]+/[0-9]+",
    ScalarFault.THOUSANDS: (
        r"[0-9]{1,3}(?:[,' \u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[0-9]+\s?k"
    ),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = (
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+"
    rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\s+(?P<year>20[0-9]{{2}})"
)
_DAY = lazy(rf"\b{_IN_WORDS}\b", re.IGNORECASE)
_IN_FIGURES = r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:20)?[0-9]{2}"
_MOMENT = lazy(
    rf"(?P<day>{_IN_FIGURES})"
    r"(?:t|,?\s+(?:at\s+)?)(?P<time>[^\sz].*?)(?:(?<=:[0-9][0-9]):[0-9]{2})?z?",
    re.IGNORECASE,
)
"""A day and a time; seconds and the sign of a zone are passed over."""

TIMED = lazy(
    rf"\b(?:{_IN_FIGURES}|{_IN_WORDS})"
    r"(?:t|,?\s+(?:at\s+)?)(?:[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:\s*[ap]\.?m\b)?|[0-9]{1,2}\s*[ap]\.?m\b)",
    re.IGNORECASE,
)
"""A day and a time among other words."""

_MARKED = lazy(
    rf"(?:[£€$¥]|[A-Z]{{3}}\b)?\s*(?P<figures>{_FIGURES})\s*(?P<unit>%|‰|°\w?|[£€$¥]|[a-zA-Z]+(?:[\s-]+[a-zA-Z]+)*)?"
)


def scalar_fault(found: str) -> ScalarFault | None:
    """Return in which way `found` is not a number; None for one, and for what looks like none."""
    text = found.strip()
    if plain_number(text):
        return None
    for fault, pattern in _FAULTS.items():
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return fault
    marked = _MARKED.fullmatch(text)
    if marked is None or marked["figures"] == text:
        return None
    inner = scalar_fault(marked["figures"])
    return ScalarFault.MARKED if inner in (None, ScalarFault.THOUSANDS) else inner


def with_plain_dates(text: str) -> str:
    """Return `text` with each day in words as a tree has it: 2026-01-31 for "31 January 2026"."""
    return _DAY.sub(_plain_date, text)


def _plain_date(match: re.Match[str]) -> str:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    return f"{match['year']}-{month:02}-{int(match['day']):02}"


def recovered_moment(found: str) -> str | None:
    """Return the date and time that `found` states in another way: 2026-03-27T14:30 for "27/3/2026 2:30pm"."""
    match = _MOMENT.fullmatch(with_plain_dates(found.strip()))
    minute = typed_time(match["time"]) if match else TimeFault.MISSING
    if match is None or isinstance(minute, TimeFault):
        return None
    in_other_form = recovered_date(match["day"])
    moment = f"{in_other_form[0] if in_other_form else match['day']}T{time_text(minute)}"
    return moment if scalar_of(DateScale.DATE_AND_TIME, moment) is not None else None


def recovered_number(found: str) -> str | None:
    """Return the number that `found` states in another way: 10 for "10%", -3 for "minus 3"."""
    text = found.strip()
    match scalar_fault(text):
        case ScalarFault.NEGATIVE:
            rest = re.sub(rf"^(?:minus|{_DASH}|[£€$¥]|\s)+", "", text)
            number = plain_number(rest) or recovered_number(rest)
            return f"-{number}" if number else None
        case ScalarFault.DECIMAL:
            return f"0{text}" if text.startswith(".") else None
        case ScalarFault.THOUSANDS if text.lower().endswith("k"):
            return f"{text[:-1].strip()}000"
        case ScalarFault.THOUSANDS:
            parted = re.sub(r"[,' \u00a0\u202f]", "", text)
            return parted if parted.count(".") < 2 else parted.replace(".", "")
        case ScalarFault.MARKED:
            marked = _MARKED.fullmatch(text)
            figures = marked["figures"] if marked else ""
            return plain_number(figures) or recovered_number(figures)
        case _:
            return None
