"""The library's public holidays, held against what governments published: written down by hand from gov.uk."""

from __future__ import annotations

from datetime import date

import pytest

from clausetree.publish.calendars.public_holidays import public_holidays

ENGLAND_AND_WALES = {
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}
SCOTLAND = {
    2024: "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
    2025: "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
    # 15 June by the proclamation of February 2026.
    2026: "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
    2027: "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
}
NORTHERN_IRELAND = {
    2024: "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
    2025: "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
    2026: "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
    2027: "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
}
PUBLISHED = {
    "GB-ENG": ENGLAND_AND_WALES,
    "GB-WLS": ENGLAND_AND_WALES,
    "GB-SCT": SCOTLAND,
    "GB-NIR": NORTHERN_IRELAND,
}
"""A holiday at a weekend is where its substitute is."""


@pytest.mark.parametrize(
    ("code", "year", "days"),
    [(code, year, days) for code, years in PUBLISHED.items() for year, days in years.items()],
)
def test_bank_holidays_of_the_united_kingdom_are_those_that_gov_uk_published(
    code: str, year: int, days: str
) -> None:
    found = sorted(map(date.fromordinal, public_holidays(code, year, year)))
    assert [f"{day:%m-%d}" for day in found if day.weekday() < 5] == days.split()


def test_holidays_that_were_proclaimed_for_once_are_known() -> None:
    once = {"2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"}
    found = {date.fromordinal(day).isoformat() for day in public_holidays("GB-ENG", 2022, 2023)}
    assert once <= found


def test_only_the_years_that_were_asked_for_are_told() -> None:
    # New Year's Day of 2028 is a Saturday, which some countries keep in the year before.
    found = {date.fromordinal(day).year for day in public_holidays("US", 2027, 2027)}
    assert found == {2027}
