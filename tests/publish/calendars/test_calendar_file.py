"""What the file of a calendar means, and the whole of what its author reads where something in it is wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.publish.calendars import reading, wording
from clausetree.publish.calendars.problems import CalendarProblem
from clausetree.publish.calendars.reading import CalendarRead, calendar_source, read_calendar
from clausetree.publish.files.cache import Cache
from clausetree.publish.sources.parsed import calendar_once
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.deadlines.calendar import Calendar

CASES = Path(__file__).resolve().parents[2] / "cases" / "calendar"
INVALID = sorted(CASES.glob("*.yml"))
NO_HOLIDAYS = "name: Larkfield\nholidays: []\nfrom: 2026\nto: 2026\nclocks: UTC\n"


def calendar(text: str) -> Calendar:
    """Return the calendar of a file without a fault."""
    read = read_calendar(Source("docs/calendar.yml", text))
    assert not read.diagnostics
    assert read.calendar
    return read.calendar


def dates(days: tuple[int, ...]) -> list[str]:
    """Return days as they are written."""
    return [date.fromordinal(day).isoformat() for day in days]


def case_read(case: Path, tmp_path: Path) -> CalendarRead:
    """Return what is read of a case that lies where a calendar lies."""
    docs = tmp_path / "docs"
    docs.mkdir(exist_ok=True)
    (docs / "calendar.yml").write_bytes(case.read_bytes())
    return read_calendar(calendar_source(docs))


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.stem)
def test_a_broken_calendar_gets_exactly_the_expected_messages(
    case: Path, tmp_path: Path, is_as_written: Callable[[str, Path], None]
) -> None:
    read = case_read(case, tmp_path)
    assert read.calendar is None
    is_as_written("\n".join(map(to_text, read.diagnostics)), case.with_suffix(".txt"))


def test_every_case_is_broken_and_every_problem_has_its_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [case.with_suffix(".txt") for case in INVALID] == sorted(CASES.glob("*.txt"))
    met = set[type[CalendarProblem]]()
    to_diagnostic = wording.to_diagnostic

    def heard(problem: CalendarProblem, source: Source) -> Diagnostic:
        met.add(type(problem))
        return to_diagnostic(problem, source)

    monkeypatch.setattr(wording, "to_diagnostic", heard)
    assert all(case_read(case, tmp_path).diagnostics for case in INVALID)
    assert met == set(get_args(CalendarProblem))


def test_all_that_can_be_left_out_is_left_out() -> None:
    found = calendar(NO_HOLIDAYS)
    assert found.name == "Larkfield"
    assert dates((found.first, found.last)) == ["2026-01-01", "2026-12-31"]
    assert (found.weekend, found.closed, found.changes) == ((5, 6), (), ())


def test_all_that_can_be_said_is_said() -> None:
    found = calendar(
        """\
name: "Larkfield: offices"
holidays: [GB-ENG, GB-SCT]
from: 2026
to: 2026
weekend: [sunday, Friday, Friday]
clocks: Europe/London
closed:
  - 2026-12-24
  - 2026-12-29 to 2026-12-31
open:
  - 2026-05-04
  - 2026-11-30 to 2026-12-02
"""
    )
    assert found.name == "Larkfield: offices"
    assert found.weekend == (4, 6)
    assert dates(found.closed) == [
        *("2026-01-01", "2026-04-06", "2026-05-25", "2026-06-15", "2026-08-03", "2026-08-31"),
        *("2026-12-24", "2026-12-26", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"),
    ]
    shown = {date.fromordinal(minute // 1440).isoformat(): minute % 1440 for minute, _ in found.changes}
    assert shown == {"2026-03-29": 60, "2026-10-25": 120}
    assert [forward for _, forward in found.changes] == [60, -60]


def test_one_value_need_not_be_a_list() -> None:
    text = "name: Norge\nholidays: NO\nfrom: 2026\nto: 2026\nweekend: Sunday\nclosed: 2026-12-24\nclocks: UTC\n"
    found = calendar(text)
    assert found.weekend == (6,)
    assert {"2026-05-01", "2026-12-24"} <= set(dates(found.closed))


def test_whoever_works_at_weekends_says_so() -> None:
    assert calendar(f"{NO_HOLIDAYS}weekend: []\n").weekend == ()


@pytest.mark.parametrize("text", ["", "\n", "# name: Larkfield\n", "\ufeff# Nothing yet\n"])
def test_a_file_that_says_nothing_is_no_calendar(text: str, tmp_path: Path) -> None:
    (tmp_path / "calendar.yml").write_text(text, encoding="utf-8")
    assert read_calendar(calendar_source(tmp_path)) == CalendarRead()


def test_no_file_is_no_calendar(tmp_path: Path) -> None:
    assert read_calendar(calendar_source(tmp_path)) == CalendarRead()


@pytest.mark.parametrize("text", [NO_HOLIDAYS, "name: Larkfield\n"])
def test_a_calendar_is_read_once(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, cache = Source("docs/calendar.yml", text), Cache(tmp_path)
    first = calendar_once(source, cache)
    assert first == read_calendar(source)
    monkeypatch.delattr(reading, "read_calendar")
    monkeypatch.setattr("clausetree.publish.sources.parsed.read_calendar", None)
    assert calendar_once(source, cache) == first


def test_whoever_has_no_calendar_does_not_wait_for_the_library_of_holidays(tmp_path: Path) -> None:
    order = "\n".join(
        [
            "import sys",
            "from pathlib import Path",
            "from clausetree.publish.loading.workplace import open_workplace",
            "from clausetree.publish.sources.settings_file import read_folders",
            f"open_workplace(read_folders(Path({str(tmp_path / 'mkdocs.yml')!r})))",
            "sys.exit('holidays' in sys.modules or 'zoneinfo' in sys.modules)",
        ]
    )
    (tmp_path / "docs").mkdir()
    assert subprocess.run([sys.executable, "-c", order], check=False).returncode == 0


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.recursive(
    st.one_of(words, st.sampled_from(["GB-ENG", "2026", "2026-12-24 to 2027-01-02", "Sunday", "Asia/Tokyo"])),
    lambda inner: st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    max_leaves=4,
)
keys = st.sampled_from(["name", "holidays", "from", "to", "weekend", "clocks", "closed", "open", "other"])


@given(st.lists(st.tuples(keys, values), max_size=9))
def test_whatever_is_written_is_a_calendar_or_told(lines: list[tuple[str, str]]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in lines)
    read = read_calendar(Source("docs/calendar.yml", text))
    assert read.calendar is None or not read.diagnostics
    assert all(0 <= d.span.start < d.span.end <= len(text) for d in read.diagnostics)
