"""The sites that many tests look at, each built once for a run, however many workers run its tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from clausetree.publish.files.cache import Cache

from .building import PROJECT, build, elements, organisation, school

type Make = Callable[[Path], object]


@pytest.fixture(scope="session")
def made_for_all(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str, Make], Path]:
    """What fills a folder of a given name once, however many workers run the tests, and returns its path."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def once(name: str, make: Make) -> Path:
        with FileLock(shared / f"{name}.lock"):
            return Cache(shared).directory("made", name, make=make)

    return once


def _build(folder: Path, *options: str) -> None:
    done = build(folder, *options)
    if done.returncode:
        pytest.fail(f"The site could not be built:\n{done.stdout}", pytrace=False)


@pytest.fixture(scope="session")
def site(made_for_all: Callable[[str, Make], Path]) -> Path:
    """The site as `make build` writes it."""
    return made_for_all("site", lambda folder: _build(PROJECT, "--site-dir", str(folder)))


@pytest.fixture(scope="session")
def other_site(made_for_all: Callable[[str, Make], Path]) -> Path:
    """A made-up organisation's site, which has two trees on one page."""
    folder = made_for_all("other", lambda folder: _build(organisation(folder / "organisation")))
    return folder / "organisation" / "site"


@pytest.fixture(scope="session")
def school_site(made_for_all: Callable[[str, Make], Path]) -> Path:
    """A made-up school's site, whose procedures rest on three policies."""
    folder = made_for_all("school", lambda folder: _build(school(folder / "school")))
    return folder / "school" / "site"


@pytest.fixture(scope="session")
def elements_site(made_for_all: Callable[[str, Make], Path]) -> Path:
    """The site of a page with every element that extensions of Markdown write, beside what its build said."""

    def make(folder: Path) -> None:
        done = build(elements(folder / "elements"))
        if done.returncode:
            pytest.fail(f"The site could not be built:\n{done.stdout}", pytrace=False)
        (folder / "elements" / "said.txt").write_text(done.stdout, encoding="utf-8")

    return made_for_all("elements", make) / "elements" / "site"
