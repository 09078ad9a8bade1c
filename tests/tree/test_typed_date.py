"""The dates that readers type into three boxes, or paste into one of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.tree.scalar import scalar_of
from clausetree.tree.scale import DateScale
from clausetree.tree.typed import typed_answer
from clausetree.tree.typed_date import TypedDate, UnclearDate, typed_date, typed_month

OF_2026 = range(date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal() + 1)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        *(("January", "1"), ("february", "2"), ("MAR", "3"), ("apr.", "4"), ("May", "5"), ("Jun", "6")),
        *(("jul", "7"), ("August", "8"), ("Sep", "9"), ("Sept", "9"), ("sept.", "9"), ("OCT", "10")),
        *(("November", "11"), ("dec", "12"), ("5", "5"), ("05", "05"), ("Mai", "Mai"), ("Ma", "Ma"), ("", "")),
    ],
)
def test_a_month_may_be_in_words(typed: str, month: str) -> None:
    assert typed_month(typed) == month


MEANT = {
    "2026-05-01": (
        *(("1", "May", "2026"), ("1st", "5", "2026"), ("01.", "05", "2026"), ("1 st", "may", "2026")),
        *(
            ("1 May 2026",),
            ("1st May 2026",),
            ("the 1st of May, 2026",),
            ("", "", "1 May 2026"),
            ("", "1 May 2026"),
        ),
        *(
            ("May 1, 2026",),
            ("May 1st 2026",),
            ("1-May-2026",),
            ("01/May/2026",),
            ("1.May.2026",),
            ("1may2026",),
        ),
        *(("2026-05-01",), ("2026/05/01",), ("2026.5.1",), ("2026 May 1",), ("  1\u00a0May\u00a02026 ",)),
        *(("Friday 1 May 2026",), ("Fri, 1 May 2026",), ("Fri 1st May, 2026",), ("on Friday, May 1, 2026",)),
        *(("1 May", "", "2026"), ("1", "May 2026"), ("1", "", "May 2026"), ("", "1st May", "2026")),
        *(("1 May 2026 14:30",), ("2:30 PM \u00b7 May 1, 2026",), ("2026-05-01T14:30",)),
        *(("1 May 2026 9.30",), ("1 May 2026 at 9.30am",), ("1 May 2026 at 9.30 am",), ("9.30, 1 May 2026",)),
        *(("1 May 2026, 09.30",), ("2026-05-01 9.30",)),
        *(("[14:30, 1 May 2026]",), ("Fri, 1 May 2026 at 2:30pm",), ("\uff11 May \uff12026",)),
    ),
    "2026-05-13": (
        *(
            ("13.05.2026",),
            ("13/5/2026",),
            ("13-05-2026",),
            ("13 05 2026",),
            ("05/13/2026",),
            ("13", "05/2026"),
        ),
        *(("13\u201305\u20132026",), ("13 . 5 . 2026",), ("\u200e13/05/2026\u200f",), ("\ufeff13 May 2026",)),
        *(
            ("2026-05-13 14:30:00",),
            ("13 May 2026 9.30am",),
            ("13 May 2026, noon",),
            ("[13/05/2026, 14:30:12]",),
        ),
    ),
    "2025-07-01": (("1 7 2025",), ("Tue 1st July 2025",), ("1.", "7.", "2025.")),
    "2026-11-03": (("3 November 2026", "11", "2026"), ("3 Nov 2026", "", "")),
    "2026-05-05": (("05.05.2026",), ("5/5/2026",)),
    "2024-02-29": (("29 Feb 2024",), ("29/02/2024",)),
}
"""What readers type, by the day that they mean."""


@pytest.mark.parametrize(("kept", "boxes"), [(kept, typed) for kept, every in MEANT.items() for typed in every])
def test_dates_are_taken_as_people_write_them(kept: str, boxes: tuple[str, ...]) -> None:
    assert typed_answer(DateScale.DATE, boxes) == kept


@pytest.mark.parametrize(
    ("boxes", "kept"),
    [
        (("1 May 2026 14:30",), "2026-05-01T14:30"),
        (("1 May 2026 at 2:30pm",), "2026-05-01T14:30"),
        (("1 May 2026", "", "", "9am"), "2026-05-01T09:00"),
        (("2026-05-01T09:05",), "2026-05-01T09:05"),
        (("2:30 p.m. \u00b7 May 1, 2026",), "2026-05-01T14:30"),
        (("9am 1 May 2026",), "2026-05-01T09:00"),
        (("[09:05, 13/05/2026]",), "2026-05-13T09:05"),
        (("1 May 2026 9.30",), "2026-05-01T09:30"),
        (("13.05.2026 9.30",), "2026-05-13T09:30"),
        (("1 May 2026 at 9.30 pm",), "2026-05-01T21:30"),
        (("9.30 on 1 May 2026",), "2026-05-01T09:30"),
    ],
)
def test_a_time_may_be_pasted_with_its_date(boxes: tuple[str, ...], kept: str) -> None:
    assert typed_answer(DateScale.DATE_AND_TIME, boxes) == kept


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("01.05.2026", [date(2026, 5, 1), date(2026, 1, 5)]),
        ("12/11/2026", [date(2026, 11, 12), date(2026, 12, 11)]),
        ("1-2-2026", [date(2026, 2, 1), date(2026, 1, 2)]),
        ("01.05.26", [date(2026, 5, 1), date(2026, 1, 5)]),
        ("01.05.25", [date(2025, 5, 1), date(2025, 1, 5)]),
    ],
)
def test_a_date_that_can_mean_two_days_is_not_guessed(typed: str, days: list[date]) -> None:
    assert typed_date((typed,), OF_2026) == UnclearDate(tuple(day.toordinal() for day in days))
    assert typed_answer(DateScale.DATE, (typed,), days=OF_2026) == ""


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("25-12-20", [date(2020, 12, 25), date(2025, 12, 20)]),
        ("25\u201312\u201320", [date(2020, 12, 25), date(2025, 12, 20)]),
        ("21-12-20", [date(2020, 12, 21), date(2021, 12, 20)]),
        ("20-12-20", None),
        ("25/12/20", None),
        ("25.12.20", None),
        ("Sat 25-12-20", [date(2025, 12, 20)]),
    ],
)
def test_the_year_may_stand_in_front_between_hyphens(typed: str, days: list[date] | None) -> None:
    of_the_twenties = range(date(2020, 1, 1).toordinal(), date(2030, 1, 1).toordinal())
    meant = typed_date((typed,), of_the_twenties)
    if days is None:
        assert isinstance(meant, TypedDate)
        assert (meant.month, meant.year) == ("12", "2020")
    elif len(days) == 1:
        assert meant == TypedDate("20", "12", "2025")
    else:
        assert meant == UnclearDate(tuple(day.toordinal() for day in days))
    # Where the question takes no such year, nobody means it.
    if typed == "25-12-20":
        only_2020 = range(date(2020, 1, 1).toordinal(), date(2020, 12, 31).toordinal())
        assert typed_date((typed,), only_2020) == TypedDate("25", "12", "2020")


SATURDAY = date(2026, 5, 30)


@pytest.mark.parametrize(
    ("boxes", "meant"),
    [
        (("today",), date(2026, 5, 30)),
        (("", "Yesterday"), date(2026, 5, 29)),
        (("tomorrow at 9.30am",), date(2026, 5, 31)),
        (("today 14:30", "", "", ""), date(2026, 5, 30)),
        (("5 May",), date(2026, 5, 5)),
        (("5th of May",), date(2026, 5, 5)),
        (("May 5th",), date(2026, 5, 5)),
        (("on 5 May at 9am",), date(2026, 5, 5)),
        (("", "", "5may"), date(2026, 5, 5)),
        (("30 October",), date(2026, 10, 30)),
        (("29 Feb",), date(2028, 2, 29)),
        (("Tue 5 May",), date(2026, 5, 5)),
        (("Monday, 5 May",), date(2025, 5, 5)),
    ],
)
def test_a_day_that_today_decides_is_asked_back(boxes: tuple[str, ...], meant: date) -> None:
    anything = range(date(2020, 1, 1).toordinal(), date(2030, 1, 1).toordinal())
    asked = UnclearDate((meant.toordinal(),), is_guessed=True)
    assert typed_date(boxes, anything, SATURDAY.toordinal()) == asked
    assert scalar_of(DateScale.DATE, typed_answer(DateScale.DATE, boxes, days=anything)) is None


def test_of_the_years_of_such_a_day_one_is_named_that_the_question_takes() -> None:
    past = range(date(2024, 1, 1).toordinal(), SATURDAY.toordinal() + 1)
    asked = typed_date(("30 December",), past, SATURDAY.toordinal())
    assert asked == UnclearDate((date(2025, 12, 30).toordinal(),), is_guessed=True)


@pytest.mark.parametrize(
    "boxes",
    [
        ("5", "May"),
        ("5 May", "", "26"),
        ("5 Mai",),
        ("31 June",),
        ("Fri 5 May",),
        ("may",),
        ("today today",),
        ("now",),
    ],
)
def test_what_names_no_such_day_is_not_guessed(boxes: tuple[str, ...]) -> None:
    assert isinstance(typed_date(boxes, OF_2026, SATURDAY.toordinal()), TypedDate)


@pytest.mark.parametrize(
    ("boxes", "kept"),
    [
        (("13.05.26",), "2026-05-13"),
        (("1 May 26",), "2026-05-01"),
        (("1 May '26",), "2026-05-01"),
        (("1", "5", "26"), "2026-05-01"),
        (("1st", "May", "26"), "2026-05-01"),
        (("01.01.26",), "2026-01-01"),
    ],
)
def test_a_year_of_two_figures_is_taken_where_the_question_has_but_one_such_year(
    boxes: tuple[str, ...], kept: str
) -> None:
    assert typed_answer(DateScale.DATE, boxes, days=OF_2026) == kept


def test_of_two_centuries_that_both_fit_none_is_taken() -> None:
    both = range(date(1900, 1, 1).toordinal(), date(2030, 1, 1).toordinal())
    assert typed_date(("13 May 26",), both) == TypedDate("13", "5", "26")
    assert typed_date(("13.05.26",), both) == TypedDate("13", "05", "26")
    assert typed_date(("13", "5", "26"), both) == TypedDate("13", "5", "26")


@pytest.mark.parametrize("typed", ["Monday 1 May 2026", "Sat, 1 May 2026", "Tue 01/05/2026"])
def test_another_weekday_than_the_date_has_is_not_passed_over(typed: str) -> None:
    assert typed_date((typed,), OF_2026) == UnclearDate((date(2026, 5, 1).toordinal(),))
    assert typed_answer(DateScale.DATE, (typed,), days=OF_2026) == ""


NO_DATES = [
    *(("soon",), ("May 2026",), ("1 5",), ("1 May 2026 2 May 2026",), ("1 Mai 2026",), ("1 May 2026 GMT",)),
    *(
        ("12345",),
        ("24 November 2026 99:99",),
        ("2026-05-01T09:30Z",),
        ("1 May June",),
        ("1/2/3/2026",),
        ("½ May 2026",),
    ),
    *(
        ("1 May 2026", "6", "2026"),
        ("1 May 2026 9am", "", "", "10am"),
        ("1st May", "5", "2026"),
        ("1 May 202",),
    ),
    *(("31 April 2026",), ("31/04/2026",), ("2026-13-01",), ("29.02.2026",), ("0 May 2026",), ("1+5+2026",)),
]


@pytest.mark.parametrize("boxes", NO_DATES)
def test_what_is_no_date_is_none(boxes: tuple[str, ...]) -> None:
    assert scalar_of(DateScale.DATE, typed_answer(DateScale.DATE, boxes, days=OF_2026)) is None


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(0, 2))
def test_every_date_is_read_wherever_it_stands(day: date, box: int) -> None:
    for written in (f"{day:%-d %B %Y}", f"{day:%A, %B %-d, %Y}", f"{day:%Y-%m-%d}", f"{day:%-d-%b-%Y}"):
        boxes = tuple(written if at == box else "" for at in range(3))
        assert typed_answer(DateScale.DATE, boxes) == day.isoformat()


@given(st.dates(min_value=date(1000, 1, 1)))
def test_figures_alone_are_taken_only_where_they_can_mean_one_day(day: date) -> None:
    typed = typed_answer(DateScale.DATE, (f"{day:%d/%m/%Y}",))
    assert typed == (day.isoformat() if day.day > 12 or day.day == day.month else "")
