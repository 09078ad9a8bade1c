"""Public holidays of countries and their parts, by their ISO codes, as the library `holidays` knows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import holidays
from holidays.registry import COUNTRIES

from clausetree.report.closest import closest


def is_known(code: str) -> bool:
    """Return whether the holidays of a country, or of a part of one, are known by this code."""
    country, dash, _ = code.partition("-")
    return country in _names() and (not dash or code in parts_of(country))


def parts_of(code: str) -> tuple[str, ...]:
    """Return the codes of the parts of the country that a code begins with; none where it is not known."""
    country = code.partition("-")[0].upper()
    parts = _country(country).subdivisions if country in _names() else ()
    # The library has some that are no parts by ISO 3166-2: the zones of French schools.
    return tuple(f"{country}-{part}" for part in parts if part.isalnum() and len(part) <= 3)


def near(code: str) -> str | None:
    """Return the code that was most likely meant by one that is not known."""
    called, dash, part = code.upper().partition("-")
    country = next((known for known, names in _names().items() if called in names), None)
    if country is None or not dash:
        return country
    aliases = {name.upper(): short for name, short in _country(country).subdivisions_aliases.items()}
    if part in aliases:
        return f"{country}-{aliases[part]}"
    # Figures that are alike mean nothing: 57 is far away from 75.
    return closest(f"{country}-{part}", parts_of(country), 0.75) if part.isalpha() else None


def years_known(code: str) -> tuple[int, int]:
    """Return the first and the last year of which the holidays of a known code can be told."""
    country = _country(code.partition("-")[0])
    return country.start_year, country.end_year


def public_holidays(code: str, first: int, last: int) -> Iterator[int]:
    """Yield the public holidays of a known code in the years from `first` to `last`, as dates are counted."""
    country, _, part = code.partition("-")
    found = holidays.country_holidays(country, subdiv=part or None, years=range(first, last + 1))
    yield from (day.toordinal() for day in found if first <= day.year <= last)


@cache
def _names() -> Mapping[str, frozenset[str]]:
    """Return by the code of each country all that it is called, in capitals."""
    return {names[1]: frozenset(name.upper() for name in names) for names in COUNTRIES.values()}


def _country(code: str) -> holidays.HolidayBase:
    return holidays.country_holidays(code)
