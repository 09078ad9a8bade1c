"""A reader in front of each browser that is not Chromium, and the site for her."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..sites import made_for_all as made_for_all
from ..sites import site as site
from .firefox import Firefox, firefox
from .host import Host, hosting
from .reader import Reader
from .webkit import WebKit, webkit

ENGINES = {"firefox": (firefox, Firefox), "webkit": (webkit, WebKit)}


@pytest.fixture(scope="session")
def hosted(site: Path) -> Iterator[Host]:
    """The built site and its host."""
    with hosting(site) as host:
        yield host


@pytest.fixture
def host(hosted: Host) -> Iterator[Host]:
    """The host with nothing wrong, of whose pages none complained at the end of a test."""
    hosted.is_well_again()
    yield hosted
    complaints = list(hosted.complaints)
    hosted.is_well_again()
    assert complaints == []


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Each browser. Without one these tests fail: skipped, they would prove nothing."""
    find, opening = ENGINES[request.param]
    program = find()
    if program is None:
        pytest.fail(f"No {opening.__name__} was found: run `make {request.param}`.", pytrace=False)
    with opening(program) as opened:
        yield opened


@pytest.fixture
def reader(engine: Reader, host: Host) -> Reader:
    """Someone in front of a browser, of whom the site knows nothing yet."""
    engine.open(f"{host.address}404.html")
    engine.evaluate("() => { sessionStorage.clear(); localStorage.clear(); }")
    return engine
