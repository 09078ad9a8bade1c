"""A site that was built after the third version of its policy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.desk import Desk
from tests.history.living_site import build, set_up

type Life = tuple[Desk, Path]
"""The desk, and the folder of the policy's page."""
type Verify = Callable[[str, bytes], tuple[int, str]]
"""Verifies a file of this name and content."""


@pytest.fixture(scope="session")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """A desk with three versions, and the site that was built after the last."""
    desk = Desk(tmp_path_factory.mktemp("verify"))
    set_up(desk)
    desk.live_through("1.0", "1.1", "2.0")
    site = desk.folder / "site"
    code, said = build(desk, site)
    assert code == 0, said
    return desk, site / "policy" / "borrowing"


@pytest.fixture
def verify(life: Life, tmp_path: Path) -> Verify:
    def verified(name: str, content: bytes) -> tuple[int, str]:
        (tmp_path / name).write_bytes(content)
        return life[0].run("verify", str(tmp_path / name))

    return verified
