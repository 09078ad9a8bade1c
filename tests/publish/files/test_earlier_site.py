"""What stands in a folder is used again where it is the same, and stands again where a build breaks off."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clausetree.publish.files.cache import Cache
from clausetree.publish.files.earlier_site import EarlierSite, put_aside
from tests.building import build, organisation

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
    earlier.write(b"As it was", site / "a" / "same.txt")
    earlier.write(b"After", site / "a" / "new.txt")
    earlier.put_back()
    assert shown(site) == {"a/same.txt": "As it was", "a/new.txt": "Before", "gone.txt": "Gone", ".git": "Kept"}


def test_what_a_build_that_was_killed_had_put_aside_stands_again(
    site: Path, earlier: EarlierSite, tmp_path: Path
) -> None:
    (site / "half.txt").write_text("Half", encoding="utf-8")
    put_aside(site, Cache(tmp_path / "cache")).put_back()
    assert shown(site) == {"a/same.txt": "As it was", "a/new.txt": "Before", "gone.txt": "Gone", ".git": "Kept"}
    assert earlier.aside is not None
    assert not earlier.aside.exists()


def test_where_nothing_stood_nothing_is_left(tmp_path: Path) -> None:
    site = tmp_path / "site"
    earlier = put_aside(site, Cache(tmp_path / "cache"))
    site.mkdir()
    (site / "half.txt").write_text("Half", encoding="utf-8")
    earlier.put_back()
    assert shown(site) == {}


def test_what_others_wrote_again_keeps_its_date(site: Path, earlier: EarlierSite) -> None:
    (site / "a").mkdir()
    (site / "a" / "same.txt").write_text("As it was", encoding="utf-8")
    (site / "a" / "new.txt").write_text("After!", encoding="utf-8")
    earlier.forget()
    assert (site / "a" / "same.txt").stat().st_mtime == LONG_AGO
    assert (site / "a" / "new.txt").stat().st_mtime > LONG_AGO


def files(folder: Path) -> dict[Path, tuple[bytes, int]]:
    """What is in a folder, with its dates. Hidden files are no pages, and are written anew."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def break_off(folder: Path) -> None:
    hook = "def on_page_context(context, **_):\n    raise ValueError('half way')\n"
    (folder / "break_off.py").write_text(hook, encoding="utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [break_off.py]\n")


def dead_link(folder: Path) -> None:
    with (folder / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n[No such page](nowhere.md)\n")


@pytest.mark.parametrize("spoil", [break_off, dead_link])
def test_a_build_that_fails_leaves_the_earlier_site_or_none(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    folder = organisation(tmp_path / "organisation")
    assert build(folder).returncode == 0
    before = files(folder / "site")
    assert build(folder).returncode == 0
    assert files(folder / "site") == before
    spoil(folder)
    assert build(folder).returncode != 0
    assert files(folder / "site") == before
    shutil.rmtree(folder / "site")
    assert build(folder).returncode != 0
    assert files(folder / "site") == {}
