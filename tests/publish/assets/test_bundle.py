"""The few files that pages ask for: nothing is lost in them or left over, and they are the same each time."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from clausetree.publish.assets.beforehand import scripts_joined
from clausetree.publish.assets.bundle import PACKAGES, NotJoinedError, bundle, join, joined_from
from clausetree.publish.assets.theme_files import read_theme_files
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PACKED, PROJECT

from ..clean_copy import CleanCopy

THEME = PROJECT / "site_overrides"
ASSETS = THEME / "assets"
_IMPORT = re.compile(r"""^(?:import|@import)\b[^;]*?["'](?P<file>[^"'@][^"']*\.(?:js|css))["']""", re.MULTILINE)
_LATER = re.compile(r"""(?<!typeof )\bimport\(["`](?P<file>[^"`]+\.js)["`]\)""")
_WORKER = re.compile(r"""new URL\(["`](?P<file>[^"`]+)["`], ?import\.meta\.url\)""")


def test_nothing_is_sent_by_itself_that_a_page_does_not_ask_for() -> None:
    files = read_theme_files(THEME, Cache(PROJECT / ".cache")).files
    assert sorted(files) == [
        "embed.js",
        "finding.js",
        "head.js",
        "images/favicon.svg",
        "pages.css",
        "site.js",
        "worker.js",
    ]


def test_every_module_and_every_style_sheet_is_in_a_file_that_is_sent() -> None:
    waiting = [
        ASSETS / name
        for name in (
            *("head.js", "site.js", "finding.js", "embed.js", "workbench.js"),
            *("pages.css", "workbench.css", "course.css"),
        )
    ]
    met: set[Path] = set()
    while waiting:
        file = waiting.pop()
        met.add(file)
        text = file.read_text(encoding="utf-8")
        found = {
            _found(file, match["file"]) for way in (_IMPORT, _LATER, _WORKER) for match in way.finditer(text)
        }
        waiting += found - met
    there = {path for ending in ("*.js", "*.css") for path in ASSETS.rglob(ending)}
    assert met == {path for path in there if not path.name.endswith(".test.js")}


def _found(file: Path, named: str) -> Path:
    """The worker is named by where it stands among the joined files."""
    path = (file.parent / named).resolve()
    return path if path.exists() else ASSETS / "python" / Path(named).name


def test_a_file_that_is_sent_asks_for_no_other_script_but_a_worker_and_what_few_need() -> None:
    for name, file in bundle(ASSETS, Cache(PROJECT / ".cache")).items():
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"""(?:^|[;}])import[ {*"']|@import""", text), name
        workers = {"site.js": 1, "finding.js": 1, "embed.js": 1, "workbench.js": 2}
        assert _WORKER.findall(text) == ["./worker.js"] * workers.get(name, 0), name
        later = {"worker.js": ["./authors.js"], "authors.js": ["./drawing.js"]}
        assert _LATER.findall(text) == later.get(name, []), name


def test_what_the_repository_has_joined_is_what_esbuild_makes_of_what_it_has(tmp_path: Path) -> None:
    """If this fails, `make scripts` joins them anew. Where the project lies does not reach the bytes."""
    shutil.copytree(ASSETS, tmp_path / "elsewhere")
    join(tmp_path / "elsewhere", tmp_path / "made")
    assert read(tmp_path / "made") == read(PACKED / "scripts")
    assert (PACKED / "scripts.txt").read_text(encoding="ascii") == f"{joined_from(ASSETS)}\n"


def read(folder: Path) -> dict[str, bytes]:
    """What a folder holds, by name."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_nothing_is_joined_where_nothing_has_changed(tmp_path: Path) -> None:
    assert bundle(ASSETS, Cache(tmp_path / "cache")) == scripts_joined()
    assert not (tmp_path / "cache").exists()


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


@pytest.mark.parametrize("missing", ["esbuild", "pyodide"])
def test_what_is_not_fetched_is_said_in_one_sentence_with_what_to_do(missing: str, tmp_path: Path) -> None:
    copy_packages(tmp_path)
    shutil.rmtree(tmp_path / missing)
    with pytest.raises(NotJoinedError, match="Run `make scripts`, which fetches esbuild and joins them anew"):
        join(ASSETS, tmp_path / "made", tmp_path)


@pytest.mark.parametrize(
    ("name", "words", "others"),
    [
        ("esbuild/package.json", '"version": "', '"version": "1'),
        ("pyodide/pyodide.mjs", "loadPyodide", "loadPyodides"),
    ],
)
def test_another_release_than_was_tested_is_refused(name: str, words: str, others: str, tmp_path: Path) -> None:
    copy_packages(tmp_path)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert words in text
    (tmp_path / name).write_text(text.replace(words, others), encoding="utf-8")
    with pytest.raises(NotJoinedError, match="is of another release than this project was tested with"):
        join(ASSETS, tmp_path / "made", tmp_path)


def copy_packages(folder: Path) -> None:
    """Copy what says of esbuild and Pyodide which they are."""
    for name in ("esbuild/package.json", "pyodide/pyodide.mjs"):
        (folder / name).parent.mkdir()
        shutil.copyfile(PACKAGES / name, folder / name)


def test_a_change_that_was_not_joined_is_told_and_then_joined(tmp_path: Path) -> None:
    copy = CleanCopy.of_project(tmp_path / "copy", {}, umask=0o022)
    order = [sys.executable, "-m", "clausetree.publish.assets.bundle"]
    joined = copy.folder / "build_tools/packed/scripts"
    assert copy.run(*order, "check").returncode == 0
    with (copy.folder / "site_overrides/assets/page/colours.css").open("a", encoding="utf-8") as file:
        file.write(".new-in-a-copy { color: inherit }\n")
    told = copy.run(*order, "check")
    assert (told.returncode, told.stdout) == (
        1,
        "The scripts and styles are not those that were joined last. "
        "Run `make scripts`, and commit what it writes.\n",
    )
    before = read(joined)
    done = copy.run(*order)
    assert (done.returncode, done.stdout) == (0, "")
    assert copy.run(*order, "check").returncode == 0
    after = read(joined)
    assert [name for name in before if before[name] != after[name]] == ["pages.css"]
    assert b".new-in-a-copy" in after["pages.css"]


def test_a_slip_leaves_what_was_joined_before(tmp_path: Path) -> None:
    copy = CleanCopy.of_project(tmp_path / "copy", {}, umask=0o022)
    with (copy.folder / "site_overrides/assets/page/announce.js").open("a", encoding="utf-8") as file:
        file.write("export function announce( {\n")
    done = copy.run(sys.executable, "-m", "clausetree.publish.assets.bundle")
    assert done.returncode == 1
    assert "page/announce.js" in done.stdout
    assert read(copy.folder / "build_tools/packed/scripts") == read(PACKED / "scripts")
