"""A site with three versions of a policy, and courses with links to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.desk import Desk
from tests.history.living_site import set_up

type Check = Callable[..., tuple[int, str]]
"""Checks a course that consists of one file, whose name and content it takes."""


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("courses"))
    set_up(desk)
    desk.live_through("1.0", "1.1", "2.0")
    return desk


@pytest.fixture
def check(desk: Desk, tmp_path: Path) -> Check:
    def checked(name: str, content: str | bytes, *options: str) -> tuple[int, str]:
        file = tmp_path / "course" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return desk.run("courses", "check", str(file.parent), *options)

    return checked
