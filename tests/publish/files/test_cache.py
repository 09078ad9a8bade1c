"""What earlier builds made is used again only where it is what would be made now."""

from __future__ import annotations

import os
import shutil
import time
from itertools import count
from pathlib import Path

import pytest

from clausetree.policy.clause import LastWords
from clausetree.policy.parser import parse_policy
from clausetree.publish.files import cache as cache_module
from clausetree.publish.files.cache import Cache, program
from clausetree.publish.pages.drawing import draw
from clausetree.publish.sources.parsed import parse_once, read_once
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.tree.procedures import Procedures, procedures_of

ROOT = Path(__file__).resolve().parents[3]
DAY = 86_400
MONTH = 31 * DAY


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_a_thing_is_made_once(cache: Cache) -> None:
    numbers = count()
    for _ in range(3):
        assert cache.text("words", "a", "b", make=lambda: str(next(numbers))) == "0"


def test_it_is_made_again_when_anything_that_it_is_made_from_has_changed(cache: Cache) -> None:
    inputs = [("a", "b"), ("a", "c"), ("b", "a"), ("ab",), ("ab", ""), ("a", "b", "")]
    for made_from in inputs:
        assert cache.text("words", *made_from, make="/".join(made_from).__str__) == "/".join(made_from)
    assert cache.text("other words", "a", "b", make=lambda: "of another kind") == "of another kind"


def test_nothing_is_kept_of_what_could_not_be_made(cache: Cache) -> None:
    with pytest.raises(ZeroDivisionError):
        cache.text("words", "a", make=lambda: str(1 // 0))
    assert cache.text("words", "a", make=lambda: "whole") == "whole"


def test_what_no_build_has_used_for_a_month_is_forgotten(cache: Cache) -> None:
    def use(name: str) -> Path:
        return cache.file("words", name, make=name.encode)

    old = time.time() - MONTH
    for name in ("unused", "used"):
        os.utime(use(name), (old, old))
    use("used")
    tool = cache.folder / "tool" / "bin"
    tool.mkdir(parents=True)
    os.utime(tool, (old, old))
    cache.forget()
    assert tool.exists(), "that is not ours to delete"
    assert not cache.path("words", "unused").exists()
    assert cache.path("words", "used").read_text() == "used"


def test_a_folder_is_made_once_and_forgotten_when_no_build_uses_it(cache: Cache) -> None:
    numbers = count()

    def use(name: str) -> Path:
        return cache.directory(
            "things", name, make=lambda folder: (folder / "number").write_text(str(next(numbers)))
        )

    for name in ("unused", "used"):
        os.utime(use(name), (time.time() - MONTH,) * 2)
    assert (use("used") / "number").read_text() == "1"
    cache.forget()
    assert not cache.path("things", "unused").exists()
    assert (use("used") / "number").read_text() == "1"
    assert (use("unused") / "number").read_text() == "2"


def test_what_is_kept_is_looked_through_once_a_day(cache: Cache) -> None:
    unused = cache.file("words", "unused", make=lambda: b"unused")
    cache.forget()
    os.utime(unused, (time.time() - MONTH,) * 2)
    cache.forget()
    assert unused.exists(), "the second build of a day has better things to do"
    for file in filter(Path.is_file, cache.folder.iterdir()):
        os.utime(file, (time.time() - 2 * DAY,) * 2)
    cache.forget()
    assert not unused.exists()


def test_nothing_is_kept_of_a_folder_that_could_not_be_filled(cache: Cache) -> None:
    def fill(folder: Path) -> None:
        (folder / "half").touch()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cache.directory("things", "a", make=fill)
    assert list((cache.folder / "things").iterdir()) == []


def test_a_drawing_that_is_still_used_is_not_forgotten(cache: Cache, procedures: Procedures) -> None:
    trees = [procedures.all[0].tree]
    first = draw(trees, cache)
    (file,) = (cache.folder / "drawings").iterdir()
    os.utime(file, (time.time() - MONTH,) * 2)
    assert draw(trees, cache) == first
    cache.forget()
    assert file.exists()


def test_another_graphviz_draws_everything_anew(
    cache: Cache, procedures: Procedures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trees = [procedures.all[0].tree]
    first = draw(trees, cache)
    other = tmp_path / "dot"
    other.write_text(f'#!/bin/sh\n{shutil.which("dot")} "$@" | sed s/black/white/\n')
    other.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert "white" not in str(first)
    assert "white" in str(draw(trees, cache))


def test_whatever_changes_in_the_program_makes_everything_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "build_tools", tmp_path / "build_tools")
    monkeypatch.setattr(cache_module, "PACKAGE", tmp_path / "build_tools/clausetree")
    digests = {_program()}
    with (tmp_path / "build_tools/clausetree/render/widget/node_view.py").open("a") as module:
        module.write("# another line\n")
    digests.add(_program())
    (tmp_path / "build_tools/clausetree/publish/new.py").touch()
    digests.add(_program())
    assert len(digests) == 3


def _program() -> str:
    program.cache_clear()
    try:
        return program()
    finally:
        program.cache_clear()


def test_a_policy_from_the_cache_is_the_one_that_would_be_parsed(cache: Cache) -> None:
    folder = ROOT / "docs"
    parsed = load_policies(folder)
    first = load_policies(folder, parse=parse_once(cache))
    again = load_policies(folder, parse=parse_once(cache))
    assert list(parsed.registry) == list(first.registry) == list(again.registry)
    assert parsed.diagnostics == first.diagnostics == again.diagnostics


def test_procedures_are_read_again_when_a_tree_or_a_policy_changes(cache: Cache, tmp_path: Path) -> None:
    policies, sources = load_policies(ROOT / "docs"), tree_sources(ROOT / "trees")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    file = tmp_path / "docs" / "policy" / "social-media.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace('version: "2.2"', 'version: "99.0"'), encoding="utf-8"
    )
    newer = load_policies(tmp_path / "docs")
    told = Source(sources[0].name, sources[0].text.replace("option yes", "optoin yes", 1))
    for trees, known in ((sources, policies), (sources, newer), ([told, *sources[1:]], policies)):
        expected = procedures_of(trees, known.registry)
        for _ in ("made", "kept"):
            assert read_once(trees, known, None, "", cache) == expected


def test_a_policy_is_parsed_again_when_its_links_its_words_or_its_past_change(cache: Cache) -> None:
    source = next(iter(load_policies(ROOT / "docs").sources.values()))
    meta = {"policy": "p", "version": "1"}
    once = parse_once(cache)
    for given in (meta, {**meta, "version": "2"}):
        for links in ({}, {"contact-list": "https://policy.example.org/"}):
            for published in (dict[str, LastWords](), {"c1-1": LastWords(None, "")}):
                expected = parse_policy(source, given, links, published)
                assert once(source, given, links, published, None) == expected
                assert once(source, given, links, published, None) == expected
