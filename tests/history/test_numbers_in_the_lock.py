"""A number is kept in the lock as it is printed, whatever it is made of."""

from __future__ import annotations

import pytest

from clausetree.history.event import ChangeKind, Event, Release
from clausetree.history.lock import Lock
from clausetree.history.lock_file import read_lock, write_lock
from clausetree.report.source import Source

WORDS = "0" * 64
NUMBERS = ["1.1", "1.1.1.1", "§ 1", "§\N{NO-BREAK SPACE}2a", "Appendix A, 1.1", "Schedule 1", "POL-1", "(A)"]


@pytest.mark.parametrize("number", [None, *NUMBERS])
@pytest.mark.parametrize("successors", [(), ("c1-2", "keys#c1-1")])
def test_a_number_of_several_words_is_read_as_it_was_written(
    number: str | None, successors: tuple[str, ...]
) -> None:
    added = Release("1.0", "policy/p/", WORDS, (Event(ChangeKind.ADDED, "c1-1", number, WORDS),))
    gone = Release("2.0", "policy/p/", WORDS, (Event(ChangeKind.WITHDRAWN, "c1-1", number, WORDS, successors),))
    lock = Lock({}).with_release("p", added).with_release("p", gone)
    read, problems = read_lock(Source("clauses.lock", write_lock(lock)))
    assert problems == []
    assert read == lock


def test_a_line_of_several_words_stands_like_the_others() -> None:
    event = Event(ChangeKind.ADDED, "par-1", "§ 1", WORDS)
    lock = Lock({}).with_release("p", Release("1.0", "policy/p/", WORDS, (event,)))
    assert write_lock(lock).splitlines()[-1] == f"p 1.0 added      par-1                      § 1       {WORDS}"


@pytest.mark.parametrize(
    "line", [f"p 1.0 added c1-1 {WORDS}", f"p 1.0 added c1-1 § 1 {WORDS[1:]}", "p 1.0 added c1-1 Appendix A"]
)
def test_a_line_without_a_number_or_a_digest_is_none(line: str) -> None:
    _, problems = read_lock(Source("clauses.lock", line))
    assert len(problems) == 1
