"""Words that name a clause by its number, after that number has become another clause's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.desk import Desk
from tests.policy.conftest import CASES

BEFORE = """\
---
policy: borrowing
title: Borrowing
version: "1.0"
owner: Stores
approved: 1 May 2031
---

# Borrowing {: #borrowing }

1.1 Ring the office, as section 1.3 says, and see clause 1.2.
{: #c1-1 }

1.2 Sign the book.
{: #c1-2 }

1.3 The office is open until five.
{: #c1-3 }
"""
AFTER = (
    BEFORE.replace('"1.0"', '"1.1"')
    .replace("1.3 The office", "1.4 The office")
    .replace("1.2 Sign the book.\n{: #c1-2 }", "1.3 Label the box.\n{: #c1-3-from-1-1 }")
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.put(BEFORE)
    desk.accept()
    desk.put(AFTER)
    return desk


def test_each_is_told_with_what_it_meant(desk: Desk, is_as_written: Callable[[str, Path], None]) -> None:
    code, said = desk.run("clauses", "check")
    assert code == 1
    is_as_written(said, CASES / "published" / "numbers-that-other-clauses-have-now.txt")


def test_whoever_accepts_the_version_has_seen_it_and_hears_no_more_of_it(desk: Desk) -> None:
    said = desk.accept("--withdrawn", "c1-2")
    assert said.count("L107") == 2
    assert desk.run("clauses", "check")[0] == 0


def test_words_that_were_written_anew_mean_what_they_say(desk: Desk) -> None:
    desk.put(AFTER.replace("as section 1.3 says, and see clause 1.2", "as section 1.3 says"))
    _, said = desk.run("clauses", "check")
    assert "L107" not in said
