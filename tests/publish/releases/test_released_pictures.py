"""A released version keeps the pictures that it was released with."""

from __future__ import annotations

import re
from pathlib import Path

from tests.history import living_site
from tests.history.desk import Desk
from tests.policy.conftest import ROOT

POLICY = """\
---
policy: borrowing
title: Borrowing policy
version: "{version}"
owner: Head of Stores
approved: 1 May 2031
---

# Borrowing policy {{: #borrowing }}

1.5 Batteries must be charged at this desk: ![The desk by the door](../images/the%20desk.png)
{{: #c1-5 }}

1.1 A battery is a [battery](../index.md).
{{: #c1-1 }}
"""
PICTURES = ROOT / "tests" / "cases" / "corpus" / "pictures"


def test_it_shows_the_picture_of_its_day_when_there_is_another(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.folder.mkdir()
    living_site.set_up(desk)
    picture = desk.folder / "docs" / "images" / "the desk.png"
    picture.parent.mkdir(parents=True)
    then, now = ((PICTURES / name).read_bytes() for name in ("bell.png", "flame.png"))
    picture.write_bytes(then)
    desk.put(POLICY.format(version="1.0"))
    desk.accept()
    picture.write_bytes(now)
    desk.put(POLICY.format(version="1.1"))
    desk.accept()

    code, said = living_site.build(desk, tmp_path / "site")
    assert code == 0, said
    page = tmp_path / "site" / "policy" / "borrowing"
    assert shown(page) == now
    assert shown(page / "v" / "1.0") == then
    assert shown(page / "v" / "1.1") == now
    assert 'data-anchor="c1-5"' in (page / "v" / "1.0" / "index.html").read_text(encoding="utf-8")


def test_a_picture_of_a_copy_that_was_changed_stops_the_build(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    (desk.folder / "docs" / "images").mkdir(parents=True)
    (desk.folder / "docs" / "images" / "the desk.png").write_bytes((PICTURES / "bell.png").read_bytes())
    (desk.folder / "docs" / "index.md").write_text("# Borrowing\n", encoding="utf-8")
    desk.put(POLICY.format(version="1.0"))
    desk.accept()
    kept = desk.folder / "released" / "borrowing" / "1.0" / "picture-1.png"
    kept.write_bytes((PICTURES / "flame.png").read_bytes())
    code, said = desk.run("clauses", "check")
    assert code == 1
    assert (
        "`picture-1.png` of version 1.0 of `borrowing` is gone, or is not the file that was released." in said
    )


def shown(page: Path) -> bytes:
    """Return the picture that a page shows."""
    html = (page / "index.html").read_text(encoding="utf-8")
    source: str = re.findall(r'<img [^>]*src="([^"]*)"', html[html.index("<main") :])[0]
    return (page / source.replace("%20", " ")).resolve().read_bytes()
