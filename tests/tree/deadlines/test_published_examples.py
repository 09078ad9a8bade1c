"""Deadlines that courts, regulators and those who explain their rules have worked out, each with its source."""

from __future__ import annotations

import pytest

from clausetree.tree.deadlines.counting import Due, due_after_day, due_after_minute
from clausetree.tree.deadlines.period import Period, Unit
from tests.tree.deadlines.days import ENGLAND_AND_WALES, UNITED_KINGDOM, calendar, day, minute

THREE_MONTHS_LESS_A_DAY = Period(3, Unit.MONTH, less_a_day=True)


def last_day(period: Period, event: str) -> Due:
    due = due_after_day(period, day(event), None)
    assert isinstance(due, Due)
    return due


@pytest.mark.parametrize("year", [2017, 2023])
def test_civil_procedure_rules_2_8_3_example_iii(year: int) -> None:
    # "within 14 days of service": served on 2 October, the last day is 16 October.
    assert last_day(Period(14, Unit.DAY), f"{year}-10-02") == Due(day(f"{year}-10-16"))


def test_the_house_of_lords_in_dodds_v_walker() -> None:
    # Four months after 30 September 1978: 31 January 1979 was a day too late.
    assert last_day(Period(4, Unit.MONTH), "1978-09-30") == Due(day("1979-01-30"))


def test_the_court_of_appeal_in_riley_v_eurostile() -> None:
    # Two months after 23 March 1983 are over on 23 May, and not on the day after it.
    assert last_day(Period(2, Unit.MONTH), "1983-03-23") == Due(day("1983-05-23"))


def test_monckton_chambers_on_judicial_review() -> None:
    # "When is a JR a day out of time?": three months after 1 January are over on 1 April.
    assert last_day(Period(3, Unit.MONTH), "2022-01-01") == Due(day("2022-04-01"))


@pytest.mark.parametrize(
    ("received", "answered"),
    [
        ("2023-09-03", "2023-10-03"),
        ("2019-03-31", "2019-04-30"),
        ("2019-01-31", "2019-02-28"),
        ("2020-01-31", "2020-02-29"),
    ],
)
def test_the_information_commissioner_on_requests_for_personal_data(received: str, answered: str) -> None:
    # The guide's 3 September and 31 March, and 31 January in years of either length.
    assert last_day(Period(1, Unit.MONTH), received) == Due(day(answered))


@pytest.mark.parametrize(
    ("event", "last"),
    [
        ("2001-04-04", "2001-05-04"),
        ("2001-01-31", "2001-02-28"),
        ("2001-02-28", "2001-03-28"),
    ],
)
def test_german_civil_code_188_as_kotz_explains_it(event: str, last: str) -> None:
    assert last_day(Period(1, Unit.MONTH), event) == Due(day(last))


def test_german_civil_code_193_as_kotz_explains_it() -> None:
    # A month after 5 April 2001 is a Saturday: it ends on Monday 7 May.
    period = Period(1, Unit.MONTH, to_working_day=True)
    moved = Due(day("2001-05-07"), moved_from=day("2001-05-05"))
    assert due_after_day(period, day("2001-04-05"), calendar("2001 to 2001")) == moved


@pytest.mark.parametrize(
    ("event", "last"),
    [
        pytest.param("2024-01-10", "2024-04-09", id="Labour Research Department, Law at Work"),
        pytest.param("2024-05-21", "2024-08-20", id="TUC, worksmart"),
        pytest.param("2022-02-02", "2022-05-01", id="Toner Legal on Acas Early Conciliation"),
        pytest.param("2009-02-02", "2009-05-01", id="Wang v University of Keele, what the respondent argued"),
        pytest.param("2009-02-03", "2009-05-02", id="Wang v University of Keele, what was held"),
    ],
)
def test_employment_tribunals_give_three_months_less_a_day(event: str, last: str) -> None:
    assert last_day(THREE_MONTHS_LESS_A_DAY, event) == Due(day(last))


FOIMAN = """
    11-17 12-16, 11-18 12-17, 11-19 12-18, 11-20 12-19, 11-21 12-22, 11-24 12-23, 11-26 12-29, 11-27 12-30,
    11-28 12-31, 12-02 01-05, 12-03 01-06, 12-04 01-07, 12-05 01-08, 12-08 01-09, 12-09 01-12, 12-10 01-13,
    12-11 01-14, 12-12 01-15, 12-15 01-16, 12-16 01-19, 12-17 01-20, 12-18 01-21, 12-19 01-22, 12-22 01-23,
    12-23 01-26, 12-24 01-27, 12-29 01-28, 12-30 01-29, 12-31 01-30, 01-05 02-02, 01-06 02-03, 01-07 02-04,
    01-08 02-05, 01-09 02-06
"""
"""Months and days of requests and answers in the winter of 2014, as foiman.com listed them."""


def _that_winter(month_and_day: str) -> str:
    return f"{2014 if month_and_day > '02-28' else 2015}-{month_and_day}"


@pytest.mark.parametrize("row", [row.strip() for row in FOIMAN.split(",")])
def test_foiman_on_freedom_of_information_at_christmas(row: str) -> None:
    # Its rows for 1 December and 2 January take these for no days of receipt: see the test below.
    received, answered = (day(_that_winter(each)) for each in row.split(" "))
    assert due_after_day(Period(20, Unit.WORKING_DAY), received, UNITED_KINGDOM) == Due(answered)


@pytest.mark.parametrize("received", ["2014-12-13", "2014-12-14", "2014-12-12"])
def test_the_information_commissioner_counts_from_the_day_after_receipt_whatever_day_that_was(
    received: str,
) -> None:
    # Line to take 47: the date of receipt may be a weekend. So Friday, Saturday and Sunday end on the same day.
    due = due_after_day(Period(20, Unit.WORKING_DAY), day(received), UNITED_KINGDOM)
    assert due == Due(day("2015-01-15"))


@pytest.mark.parametrize(("received", "answered"), [("2025-05-14", "2025-06-12"), ("2025-06-06", "2025-07-04")])
def test_freedom_of_information_act_10_by_hand(received: str, answered: str) -> None:
    due = due_after_day(Period(20, Unit.WORKING_DAY), day(received), ENGLAND_AND_WALES)
    assert due == Due(day(answered))


def test_federal_rule_of_civil_procedure_6_a_1_c() -> None:
    # A last day that is a Saturday, a Sunday or a legal holiday: until the end of the next day that is none.
    # 4 July 2025 was a Friday.
    federal = calendar("2025 to 2025", "2025-07-04")
    due = due_after_day(Period(14, Unit.DAY, to_working_day=True), day("2025-06-20"), federal)
    assert due == Due(day("2025-07-07"), moved_from=day("2025-07-04"))


def test_federal_rule_of_civil_procedure_6_a_2() -> None:
    # Every hour counts; a period that would end on a Sunday runs until the same time on the next day that is
    # no Saturday, Sunday or legal holiday.
    thursday = minute("2025-06-19 10:23")
    assert due_after_minute(Period(72, Unit.HOUR), thursday, None) == Due(
        day("2025-06-22"), minute("2025-06-22 10:23")
    )
    period = Period(72, Unit.HOUR, to_working_day=True)
    moved = Due(day("2025-06-23"), minute("2025-06-23 10:23"), day("2025-06-22"))
    assert due_after_minute(period, thursday, calendar("2025 to 2025")) == moved
