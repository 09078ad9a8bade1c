"""Whether a clause says how long there is, in the many ways in which that is said."""

from __future__ import annotations

import pytest

from clausetree.tree.binding.clause_times import is_said
from clausetree.tree.deadlines.period import Period, Unit

HOUR, DAY, WORKING_DAY, WEEK, MONTH, YEAR = Unit
SAID = [
    ("not later than 72 hours after having become aware of it", 72, HOUR),
    ("within seventy-two hours", 72, HOUR),
    ("in any event within one month of receipt", 1, MONTH),
    ("Within a month, the clerk answers", 1, MONTH),
    ("within one calendar month", 1, MONTH),
    ("not later than the twentieth working day following the date of receipt", 20, WORKING_DAY),
    ("by the 20th working day", 20, WORKING_DAY),
    ("within 20 working days & give reasons", 20, WORKING_DAY),
    ("within ten (10) business days", 10, WORKING_DAY),
    ("by the end of the next working day", 1, WORKING_DAY),
    ("within 10 school days", 10, WORKING_DAY),
    ("a 14-day period", 14, DAY),
    ("within a fortnight", 14, DAY),
    ("within a fortnight", 2, WEEK),
    ("seven clear days before", 7, DAY),
    ("within seven days", 1, WEEK),
    ("before the end of the period of three months beginning with", 3, MONTH),
    ("twelve months", 1, YEAR),
    ("kept for six years", 6, YEAR),
    ("within an hour", 1, HOUR),
    ("the hundred and 100 days", 100, DAY),
    ("within forty\u2011eight hours", 48, HOUR),
]
UNSAID = [
    ("within 72 hours", 7, HOUR),
    ("within 72 hours", 2, HOUR),
    ("within 172 hours", 72, HOUR),
    ("within 20 working days", 20, DAY),
    ("within 20 days", 20, WORKING_DAY),
    ("within twenty-one days", 20, DAY),
    ("within twenty-one days", 1, DAY),
    ("three months", 3, WEEK),
    ("72 people within hours", 72, HOUR),
    ("without delay", 1, DAY),
]


@pytest.mark.parametrize(("text", "amount", "unit"), SAID)
def test_a_time_is_found_in_a_clause_that_says_it(text: str, amount: int, unit: Unit) -> None:
    assert is_said(Period(amount, unit), text)


@pytest.mark.parametrize(("text", "amount", "unit"), UNSAID)
def test_a_time_is_not_found_in_a_clause_that_says_another(text: str, amount: int, unit: Unit) -> None:
    assert not is_said(Period(amount, unit), text)
