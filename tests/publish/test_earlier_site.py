"""What stands in a folder is used again where it is the same, and stands again where a build breaks off."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausetree.publish.cache import Cache
from clausetree.publish.earlier_site import EarlierSite, put_aside

from ..building import build, organisation

LONG_AGO = 1_000_000_000


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "a").mkdir(parents=True)
    for name, words in (
        ("a/same.txt", "As it was"),
        ("a/new.txt", "Before"),
        ("gone.txt", "Gone"),
        (".git", "Kept"),
    ):
        (folder / name).write_text(words, encoding="utf-8")
        os.utime(folder / name, (LONG_AGO, LONG_AGO))
    return folder


@pytest.fixture
def earlier(site: Path, tmp_path: Path) -> EarlierSite:
    return put_aside(site, Cache(tmp_path / "cache"))


def shown(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_a_file_that_is_the_same_keeps_its_date_and_no_other_stays(
    site: Path, earlier: EarlierSite, tmp_path: Path
) -> None:
    assert shown(site) == {".git": "Kept"}
    (site / "a").mkdir()
    for name, words in (("same.txt", "As it was"), ("new.txt", "After"), ("more.txt", "More")):
        (tmp_path / name).write_text(words, encoding="utf-8")
        earlier.place(tmp_path / name, site / "a" / name)
    earlier.write(b"Gone", site / "gone.txt")
    earlier.write(b"Written", site / "a" / "written.txt")
    earlier.forget()
    assert shown(site) == {
        ".git": "Kept",
        "gone.txt": "Gone",
        "a/same.txt": "As it was",
        "a/new.txt": "After",
        "a/more.txt": "More",
        "a/written.txt": "Written",
    }
    assert (site / "gone.txt").stat().st_mtime == LONG_AGO
    assert (site / "a" / "same.txt").stat().st_mtime == LONG_AGO
    assert (site / "a" / "new.txt").stat().st_mtime > LONG_AGO
    assert list((tmp_path / "cache" / "earlier").iterdir()) == []


def test_what_was_put_aside_stands_again(site: Path, earlier: EarlierSite) -> None:
    (site / "a").mkdir()
    (site / "a" / "half.txt").write_text("Half", encoding="utf-8")
    earlier.put_back()
    assert shown(site) == {"a/same.txt": "As it was", "a/new.txt": "Before", "gone.txt": "Gone", ".git": "Kept"}


def test_where_nothing_stood_nothing_is_put_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    earlier = put_aside(site, Cache(tmp_path / "cache"))
    site.mkdir()
    (site / "half.txt").write_text("Half", encoding="utf-8")
    earlier.put_back()
    assert shown(site) == {"half.txt": "Half"}


def test_a_build_that_breaks_off_leaves_the_earlier_site(tmp_path: Path) -> None:
    folder = organisation(tmp_path / "organisation")
    assert build(folder).returncode == 0
    before = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    hook = folder / "break_off.py"
    hook.write_text("def on_page_context(context, **_):\n    raise ValueError('half way')\n", encoding="utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [break_off.py]\n")
    assert build(folder).returncode != 0
    assert {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()} == before
