"""A site that was built after the third version of its policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.desk import Desk
from tests.history.living_site import build, set_up


@pytest.fixture(scope="session")
def life(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Path]:
    """A desk with three versions, and the site that was built after the last."""
    desk = Desk(tmp_path_factory.mktemp("verify"))
    set_up(desk)
    desk.live_through("1.0", "1.1", "2.0")
    site = desk.folder / "site"
    code, said = build(desk, site)
    assert code == 0, said
    return desk, site / "policy" / "borrowing"
