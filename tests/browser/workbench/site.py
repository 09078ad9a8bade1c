"""A repository whose site has a page for authors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
