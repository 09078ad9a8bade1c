"""A new version pasted over the old one without an anchor: one command, and what only its owner can say."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.desk import Desk, text_of

SPLIT = "1.4 When you bring equipment back, sign it in."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.live_through("1.0", "1.1")
    return desk


def pasted(version: str) -> str:
    """A version without any anchor."""
    return re.sub(r"\n *\{: #[^}]*\}| \{: #[\w-]+ \}", "", text_of(version)).replace(
        "{: #record .informative }", "{: .informative }"
    )


def at_terminal(desk: Desk, typed: str) -> str:
    """Run `clauses anchor` with a terminal to answer at, and return what it printed."""
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("clausetree")), "clauses", "anchor"]
    process = subprocess.Popen(
        command, cwd=desk.folder, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    said, _ = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0, said
    return said


def anchors(desk: Desk) -> dict[str, str]:
    """The anchor of each number, and of each heading."""
    policy = desk.policies.pages["policy/borrowing.md"]
    return {clause.number or clause.text: clause.anchor for clause in policy.clauses}


def test_the_same_words_get_all_their_anchors_back_and_nothing_is_asked(desk: Desk) -> None:
    before = anchors(desk)
    desk.put(pasted("1.1"))
    said = at_terminal(desk, "")
    assert "as they were published, 0 new." in said
    assert "Is it" not in said
    assert anchors(desk) == before
    assert desk.run("clauses", "check")[0] == 0


def test_a_new_version_gets_the_anchors_of_what_stands_there_and_the_rest_is_named(desk: Desk) -> None:
    desk.put(pasted("2.0"))
    at_terminal(desk, "1\n")
    expected = {"1.1": "c1-1", "1.2": "c1-2-from-1-1", "1.3": "c1-2", "1.4": "c1-4-from-1-1", "1.5": "c1-3"}
    found = anchors(desk)
    assert {number: found[number] for number in expected} == expected
    assert found["1.6"] in ("c1-5", "c1-6-from-2-0", "c1-6")


def test_a_question_shows_both_texts_in_full_with_numbers_and_neighbours(desk: Desk) -> None:
    new = "1.4 The office ticks off what comes home, and asks about anything that does not."
    desk.put(pasted("1.1").replace(SPLIT, new).replace('"1.1"', '"1.2"'))
    said = at_terminal(desk, "1\n")
    assert said.startswith("""\

`c1-4-from-1-1` was clause 1.4 in version 1.1:
    “When you bring equipment back, sign it in.”
    after clause 1.3: “You must sign equipment out before you take it.”
    before clause 1.5: “You must not lend equipment to anybody else.”
1 is clause 1.4 now:
    “The office ticks off what comes home, and asks about anything that does not.”
    after clause 1.3: “You must sign equipment out before you take it.”
    before clause 1.5: “You must not lend equipment to anybody else.”
Is it the same clause? 1 = yes, Enter = no, or leave it open: """)
    assert anchors(desk)["1.4"] == "c1-4-from-1-1"


def test_where_nobody_can_be_asked_the_question_is_printed_and_the_acceptance_has_it_again(desk: Desk) -> None:
    new = "1.4 The office ticks off what comes home, and asks about anything that does not."
    desk.put(pasted("1.1").replace(SPLIT, new).replace('"1.1"', '"1.2"'))
    code, said = desk.run("clauses", "anchor")
    assert code == 0
    assert "`c1-4-from-1-1` was clause 1.4 in version 1.1:\n    “When you bring equipment back" in said
    assert "Only you can say whether these are the same clauses." in said
    assert anchors(desk)["1.4"] == "c1-4-from-1-2"
    code, said = desk.run("clauses", "accept")
    assert code == 1
    assert "Perhaps it is `c1-4-from-1-2` now: then say so with --renumbered" in said
    desk.accept("--renumbered", "c1-4-from-1-1=c1-4-from-1-2", "--same", "c1-4-from-1-1")
    assert anchors(desk)["1.4"] == "c1-4-from-1-1"


def test_whoever_says_no_gives_the_clause_a_new_anchor_and_is_told_what_is_left(desk: Desk) -> None:
    new = "1.4 The office ticks off what comes home, and asks about anything that does not."
    desk.put(pasted("1.1").replace(SPLIT, new).replace('"1.1"', '"1.2"'))
    said = at_terminal(desk, "\n")
    assert "`c1-4-from-1-1` (clause 1.4) is published and not in it." in said
    assert anchors(desk)["1.4"] == "c1-4-from-1-2"
