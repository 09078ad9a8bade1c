"""A repository whose site has a page for authors, and that page in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from servers.hosts import nginx

from ...building import build, organisation


def _repository(folder: Path) -> None:
    """A repository whose site has a page for authors, and that site."""
    place = organisation(folder / "repository")
    settings = place / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(
        "  - clausetree:\n", "  - clausetree:\n      workbench: true\n"
    )
    settings.write_text(text, encoding="utf-8")
    done = build(place)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="session")
def published(made_for_all: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The repository, with its built site in the folder `site`."""
    return made_for_all("workbench", _repository) / "repository"


@pytest.fixture(scope="session")
def address(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, which nginx hands out."""
    with nginx(published / "site", "/safety/", tmp_path_factory.mktemp("nginx")) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a browser without memory; nothing that it complains of goes unheard."""
    context = browser.new_context(base_url=address, accept_downloads=True)
    heard: list[str] = []
    context.on("weberror", lambda error: heard.append(str(error.error)))
    context.on("console", lambda said: heard.append(said.text) if said.type in ("error", "warning") else None)
    context.on("request", lambda asked: heard.append(asked.url) if _is_elsewhere(asked.url, address) else None)
    opened = context.new_page()
    yield opened
    context.close()
    assert heard == []


def _is_elsewhere(url: str, address: str) -> bool:
    return not url.startswith((address, "blob:", "data:", "file:"))
