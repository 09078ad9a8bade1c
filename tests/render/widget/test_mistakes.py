"""What a reader is told whose answer cannot be taken, and which box she is led to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clausetree.render.widget.mistakes import control_to_mend, mistake
from clausetree.tree.model import Basis, Measure, Prose, Tree
from clausetree.tree.scale import DateScale

WORDS = Prose("When?", "When?")
LEAST, MOST = date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
MOMENT = Measure("seen", WORDS, (), None, DateScale.DATE_AND_TIME, LEAST, MOST, None, "end")
DAY = replace(MOMENT, scale=DateScale.DATE)
TREE = Tree("late", WORDS, "policy", Basis.CLAUSES, None, (), "seen", (MOMENT,))

IN_2026 = "from 1 January 2026 to 31 December 2026"
NOT_READ = "Enter the date as a day, a month and a year, such as 27 March 2024"
OF_DATES = [
    (("", " ", ""), f"Enter a date {IN_2026}", "day"),
    (("", "5", "2026"), "The date must include a day", "day"),
    (("1", "", ""), "The date must include a month and a year", "month"),
    (("1", "Mai", "2026"), "The date must be in figures", "month"),
    (("1", "May", "2025"), f"The date must be {IN_2026}", "day"),
    (("31", "Sept", "2026"), "The date must be a real date", "day"),
    (("1", "5", "2O26"), "The date must be in figures", "year"),
    (("\u00b2", "5", "2026"), "The date must be in figures", "day"),
    (("1", "5", "226"), "The year must have four digits", "year"),
    (("1", "5", "25"), f"The date must be {IN_2026}", "day"),
    (("1 May",), NOT_READ, "day"),
    (("", "yesterday"), NOT_READ, "month"),
    (("1 May 2026 99:99",), NOT_READ, "day"),
    (("1 May 2026 14:30 GMT",), NOT_READ, "day"),
    (
        ("Monday 1 May 2026",),
        "That date is Friday 1 May 2026: enter it without the day of the week, if you mean it",
        "day",
    ),
    (("12.12.25",), f"The date must be {IN_2026}", "day"),
    (("31.9.2026",), "The date must be a real date", "day"),
    (("13 May 25",), f"The date must be {IN_2026}", "day"),
    (("1 May 2025",), f"The date must be {IN_2026}", "day"),
    (
        ("01/05/26",),
        "The date can mean 1 May 2026 or 5 January 2026: enter the month as a word, "
        "and the year with four digits",
        "day",
    ),
    (("31", "4", "2026"), "The date must be a real date", "day"),
    (("31", "12", "2025"), f"The date must be {IN_2026}", "day"),
    (("\uff11", "\uff11", "2027"), f"The date must be {IN_2026}", "day"),
]
OF_TIMES = [
    ((), f"Enter a date and a time {IN_2026}", "day"),
    (("", "", "", " "), f"Enter a date and a time {IN_2026}", "day"),
    (("1", "5", "2026"), "Enter a time, such as 9:30am", "time"),
    (("1", "5", "", "soon"), "The date must include a year", "year"),
    (("31", "12", "2025", ""), "Enter a time, such as 9:30am", "time"),
    (("1", "1", "2027", "0:00"), f"The date must be {IN_2026}", "day"),
    (("1 May 2026",), "Enter a time, such as 9:30am", "time"),
    (("1 May 2026 24:30",), "The time must be a real time, such as 9:30am", "time"),
    (("1", "5", "2026", "24:30"), "The time must be a real time, such as 9:30am", "time"),
    (("1", "5", "2026", "9"), "The time must include minutes, or am or pm, such as 9:30am or 14:30", "time"),
]


@pytest.mark.parametrize(
    ("tried", "words", "box"),
    [
        (("yesterday",), "Do you mean Friday 29 May 2026? Enter the day, the month and the year", "day"),
        (("", "30 May"), "Do you mean Saturday 30 May 2026? Enter the day, the month and the year", "day"),
        (("30", "May"), "The date must include a year", "year"),
        (("30 May 2026 9.75",), "Enter the date as a day, a month and a year, such as 27 March 2024", "day"),
    ],
)
def test_what_is_likely_meant_is_named_by_the_day_of_today(
    tried: tuple[str, ...], words: str, box: str
) -> None:
    today = date(2026, 5, 30).toordinal()
    assert mistake(DAY, tried, today) == words
    assert control_to_mend(TREE, DAY, tried, today) == f"live--late--seen--{box}"


@pytest.mark.parametrize(
    ("node", "tried", "words", "box"),
    [*((DAY, *case) for case in OF_DATES), *((MOMENT, *case) for case in OF_TIMES)],
)
def test_the_first_fault_is_told_and_led_to(
    node: Measure, tried: tuple[str, ...], words: str, box: str
) -> None:
    assert mistake(node, tried) == words
    assert control_to_mend(TREE, node, tried) == f"live--late--seen--{box}"
