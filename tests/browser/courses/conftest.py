"""A learning system that has every package, and a browser that takes courses there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from clausetree.render.courses.course import to_views
from clausetree.render.courses.downloads import Standard
from clausetree.tree.wire import Procedure
from servers.folder import serve

from ...sites import Make
from ...unpacking import SITE, unpacked
from .cmi5_system import LearningSystem
from .cmi5_visit import Launch, Visit
from .faulty_system import write_faulty_pages
from .learner import shown
from .scorm_system import APIS, write_page
from .trees import AUDITED, OTHER_TREES, SITE_TREES


@pytest.fixture(scope="session")
def shelf(made_for_all: Callable[[str, Make], Path], all_procedures: tuple[Procedure, ...]) -> Path:
    """Every package, unpacked as a learning system does, beside that system's own page.

    All workers share it: a test that puts something there gives it a name of its own.
    """

    def fill(folder: Path) -> None:
        for procedure in all_procedures:
            if procedure.tree.id in (*SITE_TREES, *OTHER_TREES):
                views = to_views(procedure, SITE)
                for standard in Standard:
                    unpacked(procedure, standard, folder / procedure.tree.id, views=views)
                for tree, name in (("evidence", "audited"), ("deadlines", "audited-days")):
                    if procedure.tree.id == tree:
                        for standard in Standard:
                            unpacked(procedure, standard, folder / name, AUDITED, views)
        for scorm in APIS:
            write_page(scorm, folder)
        write_faulty_pages(folder)

    return made_for_all("courses", fill)


@pytest.fixture(scope="session")
def courses(shelf: Path) -> Iterator[str]:
    """The address of a learning system that has every package."""
    with serve(shelf, LearningSystem) as address:
        yield address


@pytest.fixture
def page(browser: Browser, courses: str) -> Iterator[Page]:
    """A fresh browser; nothing that runs in it may fail, or ask for anything elsewhere."""
    context = browser.new_context()
    fresh = context.new_page()
    faults: list[str] = []
    fresh.on("pageerror", lambda error: faults.append(str(error)))
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    yield fresh
    context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith((courses, "about:"))] == []


@pytest.fixture
def cmi5(page: Page, courses: str, monkeypatch: pytest.MonkeyPatch) -> Launch:
    """Launches a course as cmi5 has it, for a visit."""

    def open_course(visit: Visit, tree: str) -> Page:
        monkeypatch.setattr(LearningSystem, "launched", visit, raising=False)
        page.goto(f"{courses}{tree}/cmi5/index.html?{visit.query(courses)}")
        return shown(page)

    return open_course
