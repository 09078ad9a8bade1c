"""What readers type into the fields of a number, a date and a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.tree.scalar import scalar_of, scalar_text
from clausetree.tree.scale import WHOLE, DateScale, Scale
from clausetree.tree.typed import TimeFault, typed_answer, typed_fields, typed_time


# The escapes are full-width figures, and those of Arabic and Hindi.
@pytest.mark.parametrize(
    ("scale", "boxes", "kept"),
    [
        (WHOLE, (" 12 ",), "12"),
        (WHOLE, ("007",), "7"),
        (WHOLE, ("000",), "0"),
        (WHOLE, ("\uff11\uff12",), "12"),
        (WHOLE, ("\u0664\u0665",), "45"),
        (DateScale.DATE, ("1", "2", "2024"), "2024-02-01"),
        (DateScale.DATE, ("27", "03", "2024"), "2024-03-27"),
        (DateScale.DATE, ("1", "May", "2026"), "2026-05-01"),
        (DateScale.DATE_AND_TIME, ("1", " SEPT ", "2026", "9am"), "2026-09-01T09:00"),
        (DateScale.DATE, ("\uff12\uff17", "\uff13", "\uff12\uff10\uff12\uff14"), "2024-03-27"),
        (DateScale.DATE, ("\u0968\u096d", "\u0969", "\u0968\u0966\u0968\u096a"), "2024-03-27"),
        (DateScale.DATE_AND_TIME, ("1", "2", "2024", "2:30 p.m."), "2024-02-01T14:30"),
        (DateScale.DATE_AND_TIME, ("27", "03", "2024", "\uff19\uff1a\uff13\uff10"), "2024-03-27T09:30"),
    ],
)
def test_what_a_reader_types_is_kept_in_one_form(scale: Scale, boxes: tuple[str, ...], kept: str) -> None:
    assert typed_answer(scale, boxes) == kept


@pytest.mark.parametrize(
    "boxes",
    [
        *((), ("1",), ("1", "2", "2024"), ("1", "2", "2024", ""), ("1", "2", "2024", "soon")),
        *(("1", "2", "2024", "midnight"), ("30", "2", "2024", "9am"), ("", "2", "2024", "9am")),
        *(("1", "2", "124", "9am"), ("²", "2", "2024", "9am")),
    ],
)
def test_a_date_and_a_time_of_which_a_part_is_missing_or_wrong_is_no_answer(boxes: tuple[str, ...]) -> None:
    assert scalar_of(DateScale.DATE_AND_TIME, typed_answer(DateScale.DATE_AND_TIME, boxes)) is None


TIMES = {
    "09:30": (
        *("9:30", "09:30", "9.30", "930", "0930", "9:30am", "9.30 AM", "9:30 a.m.", "9 : 30", "9h30", " 9:30 "),
        *("\uff19\uff1a\uff13\uff10", "\u0669:\u0663\u0660", "0930hrs", "930am"),
    ),
    "09:00": ("9am", "9 am", "9 a.m.", "9AM", "9:00", "0900", "9h", "9 o'clock", "9 o’clock", "09:00 hrs"),
    "14:30": (
        "14:30",
        "1430",
        "14h30",
        "2:30pm",
        "2:30 p.m.",
        "2.30pm",
        "230pm",
        "14.30",
        "14:30pm",
        "1430 hours",
    ),
    "21:30": ("9:30pm", "21:30"),
    "12:00": ("noon", "midday", "Noon", "12 noon", "12 midday", "12:00", "1200", "12h"),
    "12:30": ("12:30pm", "12:30"),
    "00:30": ("12:30am", "0:30", "00:30", "0030", "0:30am"),
    "00:00": ("00:00", "0:00", "0000"),
    "23:59": ("23:59", "11:59pm"),
    "01:05": ("1:05", "105", "1:05am"),
}
"""What readers type, by the time that they mean."""


@pytest.mark.parametrize(("kept", "typed"), [(kept, typed) for kept, all_ in TIMES.items() for typed in all_])
def test_times_are_taken_as_people_write_them(kept: str, typed: str) -> None:
    assert typed_answer(DateScale.DATE_AND_TIME, ("27", "3", "2024", typed)) == f"2024-03-27T{kept}"


FAULTS = {
    TimeFault.MISSING: ("", "  "),
    TimeFault.MIDNIGHT: ("midnight", "Midnight", "12 midnight", "24:00", "2400"),
    TimeFault.TWELVE: ("12am", "12pm", "12 p.m.", "12:00am", "12:00 pm", "1200pm"),
    TimeFault.HOUR_ALONE: ("9", "14", "09"),
    TimeFault.UNREAL: (
        *(
            "25:00",
            "9:60",
            "14:30am",
            "0:30pm",
            "0pm",
            "13am",
            "soon",
            "9:3",
            "9:300",
            "12345",
            "-9:30",
            "9:30:15",
        ),
        *("24:30", "am", ":", "9:30xm", "½", "²:30", "quarter to nine"),
    ),
}
"""What is no time of day, by why it is none."""


@pytest.mark.parametrize(
    ("fault", "typed"), [(fault, typed) for fault, all_ in FAULTS.items() for typed in all_]
)
def test_what_is_no_time_is_told_apart(fault: TimeFault, typed: str) -> None:
    assert typed_time(typed) is fault


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_minute_of_a_day_or_a_fault(text: str) -> None:
    found = typed_time(text)
    assert isinstance(found, TimeFault) or 0 <= found < 1440


SCALES: list[Scale] = [WHOLE, DateScale.DATE, DateScale.DATE_AND_TIME]


@given(st.sampled_from(SCALES), st.integers(1_440, 999_999_999))
def test_an_answer_comes_back_from_the_fields_that_show_it(scale: Scale, scalar: int) -> None:
    days = 1 + scalar % 3_000_000
    text = scalar_text(
        scale,
        {WHOLE: scalar, DateScale.DATE: days, DateScale.DATE_AND_TIME: days * 1440 + scalar % 1440}[scale],
    )
    assert typed_answer(scale, typed_fields(scale, text)) == text


def test_without_an_answer_all_fields_are_empty() -> None:
    assert [typed_fields(scale, "") for scale in SCALES] == [("",), ("", "", ""), ("", "", "", "")]
