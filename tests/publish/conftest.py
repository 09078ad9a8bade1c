"""The sites that tests of publishing read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..building import PROJECT
from ..sites import elements_site as elements_site
from ..sites import made_for_all as made_for_all
from ..sites import other_site as other_site
from ..sites import school_site as school_site
from ..sites import site as site
from .built import Built


@pytest.fixture(scope="session")
def other(other_site: Path) -> Built:
    """The made-up organisation's site."""
    policy = other_site.parent / "docs" / "policy" / "lone-working.md"
    return Built(other_site, policy.read_text(encoding="utf-8"), "policy/lone-working/")


@pytest.fixture(scope="session")
def ours(site: Path) -> Built:
    """Our own site."""
    policy = PROJECT / "docs" / "policy" / "social-media.md"
    return Built(site, policy.read_text(encoding="utf-8"), "policy/social-media/")


@pytest.fixture(params=["other", "ours"])
def built(request: pytest.FixtureRequest) -> Built:
    """Either site."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Built)
    return found
