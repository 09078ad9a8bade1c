"""Real packages, and a browser that takes them in players which we did not write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from clausetree.publish.courses.packages import write_package
from clausetree.render.courses.downloads import Standard, package_name
from clausetree.render.courses.options import PLAIN, CourseOptions
from clausetree.tree.procedures import Procedures

from ..browser.conftest import browser as browser
from ..browser.conftest import chromium as chromium
from ..unpacking import SITE

type MakePackage = Callable[..., Path]


@pytest.fixture(scope="session")
def packaged(procedures: Procedures, tmp_path_factory: pytest.TempPathFactory) -> MakePackage:
    """Makes the package of a procedure, as the site offers it."""
    folder = tmp_path_factory.mktemp("packages")

    def make(tree: str, standard: Standard, options: CourseOptions = PLAIN) -> Path:
        procedure = procedures.find(tree)
        assert procedure
        target = folder / f"{'points-' if options.score else ''}{package_name(procedure, standard)}"
        write_package(procedure, standard, SITE, target, options)
        return target

    return make


@pytest.fixture
def learner(browser: Browser) -> Iterator[BrowserContext]:
    """A learner's browser. Nothing that runs in it may fail."""
    context = browser.new_context()
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert faults == []
