"""Open edX's blocks, running."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from .server import Campus, campus


@pytest.fixture(scope="session")
def running_campus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Campus]:
    """Open edX's blocks, on this machine."""
    with campus(tmp_path_factory.mktemp("campus")) as there:
        yield there


@pytest.fixture
def school(running_campus: Campus, learner: BrowserContext) -> Campus:
    """The same, as nobody has been there."""
    running_campus.empty(learner.request)
    return running_campus
