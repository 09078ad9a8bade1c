"""The calendar of our own site, as builds and commands come by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clausetree.publish.files.cache import Cache
from clausetree.publish.loading.readers import from_cache
from clausetree.publish.loading.reading import read_site
from clausetree.publish.sources.settings_file import read_folders

SETTINGS = Path(__file__).resolve().parents[3] / "mkdocs.yml"


def test_a_site_that_is_read_has_its_calendar(tmp_path: Path) -> None:
    folders = read_folders(SETTINGS)
    calendar = read_site(folders).calendar
    assert calendar
    assert calendar.name == "England and Wales"
    boxing_day, day_after = date(2026, 12, 28).toordinal(), date(2026, 12, 29).toordinal()
    assert (calendar.is_working(boxing_day), calendar.is_working(day_after)) == (False, True)
    assert len(calendar.changes) == 10
    assert read_site(folders, readers=from_cache(Cache(tmp_path))).calendar == calendar
