"""Dates as other programs write them, by the Unicode tables that these go by, pasted into one box."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from babel.dates import format_date, format_datetime
from hypothesis import given
from hypothesis import strategies as st

from clausetree.tree.scale import DateScale
from clausetree.tree.typed import typed_answer
from clausetree.tree.typed_date import UnclearDate, typed_date

ENGLISH = ("en_GB", "en_US", "en_AU", "en_CA", "en_HK", "en_IE", "en_IN", "en_NZ", "en_SG", "en_ZA")
OTHERS = ("cy_GB", "de", "fr", "ja", "nl", "sv")
FIRST, LAST = date(2020, 1, 1), date(2026, 11, 30)
BOUNDS = range(FIRST.toordinal(), LAST.toordinal() + 1)


@pytest.mark.parametrize("style", ["short", "medium", "long", "full"])
@pytest.mark.parametrize("language", ENGLISH)
@given(st.dates(FIRST, LAST))
def test_in_english_each_is_read_or_asked_back_with_the_day_that_is_meant(
    language: str, style: str, day: date
) -> None:
    written = format_date(day, style, locale=language)
    read = typed_date((written,), BOUNDS)
    if isinstance(read, UnclearDate):
        assert (style, len(read.days)) == ("short", 2)
        assert day.toordinal() in read.days
    else:
        assert typed_answer(DateScale.DATE, (written,), days=BOUNDS) == day.isoformat()


@pytest.mark.parametrize("language", ENGLISH)
@given(st.datetimes(datetime(2020, 1, 1), datetime(2026, 11, 30)))
def test_in_english_each_is_read_with_its_time(language: str, moment: datetime) -> None:
    written = format_datetime(moment, "medium", locale=language)
    typed = typed_answer(DateScale.DATE_AND_TIME, (written,), days=BOUNDS)
    # 12:00 with am or pm is asked back: people take either for midday and for midnight.
    is_asked_back = (moment.hour % 12, moment.minute) == (0, 0) and written.casefold().rstrip(".").endswith("m")
    assert typed == f"{moment:%Y-%m-%dT}{'' if is_asked_back else f'{moment:%H:%M}'}"


@pytest.mark.parametrize("style", ["short", "medium", "long", "full"])
@pytest.mark.parametrize("language", OTHERS)
@given(st.dates(FIRST, LAST))
def test_in_other_languages_none_is_taken_for_another_day(language: str, style: str, day: date) -> None:
    typed = typed_answer(DateScale.DATE, (format_date(day, style, locale=language),), days=BOUNDS)
    assert typed == day.isoformat() or not typed[:4].isdigit()
