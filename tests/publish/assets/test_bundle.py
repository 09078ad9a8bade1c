"""The few files that pages ask for: nothing is lost in them or left over, and they are the same each time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from clausetree.publish.assets.bundle import bundle
from clausetree.publish.assets.theme_files import read_theme_files
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PROJECT

THEME = PROJECT / "site_overrides"
ASSETS = THEME / "assets"
_IMPORT = re.compile(r"""^(?:import|@import)\b[^;]*?["'](?P<file>[^"']+\.(?:js|css))["']""", re.MULTILINE)
_WORKER = re.compile(r"""new URL\(["`](?P<file>[^"`]+)["`], ?import\.meta\.url\)""")


def test_nothing_is_sent_by_itself_that_a_page_does_not_ask_for() -> None:
    files = read_theme_files(THEME, Cache(PROJECT / ".cache")).files
    assert sorted(files) == [
        "embed.js",
        "head.js",
        "images/favicon.svg",
        "pages.css",
        "site.js",
        "worker.js",
    ]


def test_every_module_and_every_style_sheet_is_in_a_file_that_is_sent() -> None:
    waiting = [ASSETS / name for name in ("head.js", "site.js", "embed.js", "pages.css", "course.css")]
    met: set[Path] = set()
    while waiting:
        file = waiting.pop()
        met.add(file)
        text = file.read_text(encoding="utf-8")
        found = {
            (file.parent / m["file"]).resolve() for m in (*_IMPORT.finditer(text), *_WORKER.finditer(text))
        }
        waiting += found - met
    there = {path for ending in ("*.js", "*.css") for path in ASSETS.rglob(ending)}
    assert met == {path for path in there if not path.name.endswith(".test.js")}


def test_a_file_that_is_sent_asks_for_no_other_script() -> None:
    for name, file in bundle(ASSETS, Cache(PROJECT / ".cache")).items():
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"""(?:^|[;}])import[ {*"']|@import""", text), name
        assert _WORKER.findall(text) == (["./worker.js"] if name in ("site.js", "embed.js") else [])


def test_two_makings_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (bundle(ASSETS, Cache(tmp_path / name)) for name in ("one", "other"))
    assert {n: f.read_bytes() for n, f in one.items()} == {n: f.read_bytes() for n, f in other.items()}


def test_where_the_project_lies_does_not_reach_the_bytes(tmp_path: Path) -> None:
    shutil.copytree(THEME, tmp_path / "elsewhere")
    here = read_theme_files(THEME, Cache(tmp_path / "cache"))
    assert read_theme_files(tmp_path / "elsewhere", Cache(tmp_path / "other-cache")).folder == here.folder


def test_a_change_in_any_module_changes_the_folder(tmp_path: Path) -> None:
    shutil.copytree(THEME, tmp_path / "theme")
    before = read_theme_files(tmp_path / "theme", Cache(tmp_path / "cache")).folder
    with (tmp_path / "theme/assets/code/code.css").open("a", encoding="utf-8") as file:
        file.write(".new { color: inherit }\n")
    assert read_theme_files(tmp_path / "theme", Cache(tmp_path / "cache")).folder != before


def test_a_test_is_no_part_of_what_is_sent(tmp_path: Path) -> None:
    shutil.copytree(THEME, tmp_path / "theme", ignore=shutil.ignore_patterns("*.test.js"))
    before = read_theme_files(tmp_path / "theme", Cache(tmp_path / "cache"))
    (tmp_path / "theme/assets/page/announce.test.js").write_text("broken(", encoding="utf-8")
    after = read_theme_files(tmp_path / "theme", Cache(tmp_path / "other-cache"))
    assert (after.folder, after.files.keys()) == (before.folder, before.files.keys())


def test_a_course_has_its_style_sheets_in_the_order_of_a_page() -> None:
    sheets = [
        [m["file"] for m in _IMPORT.finditer((ASSETS / name).read_text(encoding="utf-8"))]
        for name in ("course.css", "pages.css")
    ]
    assert sheets[0] == [name for name in sheets[1] if name in sheets[0]] != []


def test_a_fault_in_a_module_is_said_with_its_place(tmp_path: Path) -> None:
    shutil.copytree(ASSETS, tmp_path / "assets")
    (tmp_path / "assets/page/announce.js").write_text("export function announce( {\n", encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"page/announce\.js:2:0: ERROR"):
        bundle(tmp_path / "assets", Cache(tmp_path / "cache"))
    assert not list((tmp_path / "cache/bundles").iterdir())
