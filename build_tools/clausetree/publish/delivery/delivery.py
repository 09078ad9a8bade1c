"""The site as something to hand over: an archive, the checksum of every file, and what it is made of."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import brotli

from clausetree.publish.assets.beforehand import packed_beforehand, runtime_files
from clausetree.publish.assets.node import run_node
from clausetree.publish.delivery.from_folder import ARCHIVE as FROM_FOLDER
from clausetree.publish.delivery.from_folder import write_for_folder
from clausetree.publish.files.by_content import file_digest
from clausetree.publish.files.installed import IS_WHEEL, MADE, PROJECT
from clausetree.publish.files.zip_archive import write_zip

ARCHIVE, FILES, SUMS = "site.zip", "site.sha256", "SHA256SUMS"
PYTHON_PARTS, BROWSER_PARTS = "sbom-python.cdx.json", "sbom-npm.cdx.json"
WRITTEN = frozenset({ARCHIVE, FROM_FOLDER, FILES, SUMS, f"{SUMS}.sig", PYTHON_PARTS, BROWSER_PARTS})
"""The files of a release. A folder that holds anything else is not written to."""
LOCK_FILES = ("requirements.lock", "build_tools/set_up/drawing.lock")
"""What may have a part in the making of a site."""

_PACKED = (".gz", ".br", ".zip", ".pdf", ".png")


class ListerMissingError(Exception):
    """What lists the Python packages is not installed."""


def deliver(site: Path, target: Path, moment: int, *, from_folder: bool = False) -> list[Path]:
    """Write everything into `target`, anew, and return the files: with the site `from_folder`, too, if wanted.

    The bytes depend on the site, `moment` (seconds since 1970) and what the list of parts is read from: in a
    checkout the lock files, and of an installed wheel the packages that are installed beside it.

    Raises `OSError` for what cannot be read or written, `ListerMissingError` or `NodeMissingError` where what
    makes a list is not there, and `CalledProcessError` or `RuntimeError` where it fails.
    """
    target.mkdir(parents=True, exist_ok=True)
    for name in WRITTEN:
        (target / name).unlink(missing_ok=True)
    _write_archive(site, target / ARCHIVE, moment)
    if from_folder:
        write_for_folder(site, target / FROM_FOLDER, moment)
    (target / FILES).write_text("".join(_sums(site, list(_files(site)))), encoding="utf-8", newline="\n")
    if IS_WHEEL:
        _list_python("environment", target / PYTHON_PARTS)
        shutil.copyfile(MADE / BROWSER_PARTS, target / BROWSER_PARTS)
    else:
        locked = "\n".join((PROJECT / name).read_text("utf-8") for name in LOCK_FILES)
        _list_python("requirements", target / PYTHON_PARTS, locked)
        list_npm(PROJECT, target / BROWSER_PARTS)
    written = sorted(target.iterdir())
    (target / SUMS).write_text("".join(_sums(target, written)), encoding="utf-8", newline="\n")
    return [*written, target / SUMS]


def _files(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*"), key=lambda path: path.as_posix()) if path.is_file())


def _write_archive(site: Path, target: Path, moment: int) -> None:
    files = ((path.relative_to(site).as_posix(), path.read_bytes()) for path in _files(site))
    date = time.gmtime(moment)[:6]
    write_zip(target, files, date=date, is_packed=lambda name: not name.endswith(_PACKED))


def _sums(folder: Path, files: list[Path]) -> Iterator[str]:
    """The lines that `sha256sum --check` reads."""
    for path in files:
        yield f"{file_digest(path)}  {path.relative_to(folder).as_posix()}\n"


def _list_python(source: str, target: Path, locked: str = "") -> None:
    """List what builds the site: of a checkout what its lock files name, with hashes, or what is installed."""
    if find_spec("cyclonedx_py") is None:
        raise ListerMissingError(
            "cyclonedx-bom, which lists what a site is made with, is not there: run `make package`."
        )
    words = [source, "--output-reproducible", "--output-file", str(target), *(["-"] if locked else [])]
    tool = [sys.executable, "-m", "cyclonedx_py", *words]
    subprocess.run(tool, check=True, capture_output=True, input=locked, encoding="utf-8")


def _add_python(listed: dict[str, Any]) -> None:
    """Name the Python in Pyodide: npm knows only the package, and faults are published of Python itself."""
    packed = packed_beforehand(runtime_files()["pyodide-lock.json"])
    assert packed is not None, "the repository has it packed"
    number = json.loads(brotli.decompress(packed))["info"]["python"]
    python = {
        "bom-ref": f"cpython@{number}",
        "type": "platform",
        "name": "cpython",
        "version": number,
        "scope": "required",
        "cpe": f"cpe:2.3:a:python:python:{number}:*:*:*:*:*:*:*",
        "purl": f"pkg:generic/cpython@{number}",
        "licenses": [{"license": {"id": "Python-2.0"}}],
    }
    listed["components"].append(python)
    (pyodide,) = (part for part in listed["dependencies"] if part["ref"].startswith("pyodide@"))
    pyodide["dependsOn"].append(python["bom-ref"])
    listed["dependencies"].append({"ref": python["bom-ref"], "dependsOn": []})


def list_npm(project: Path, target: Path) -> None:
    """List what the browser runs that is not ours, and what tests it, without npm's random name and time.

    Raises `RuntimeError` where npm fails.
    """
    words = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    listed = json.loads(run_node(words, "npm could not list the packages", "npm", project))
    del listed["serialNumber"], listed["metadata"]["timestamp"]
    # Not the name of the folder that this happens to lie in.
    listed["metadata"]["component"]["name"] = json.loads((project / "package.json").read_text())["name"]
    _add_python(listed)
    target.write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8", newline="\n")
