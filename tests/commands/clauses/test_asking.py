"""At a terminal, an owner is asked what became of each published anchor that her policy has no more."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from clausetree.commands.clauses.answers import OwnerAnswers
from clausetree.commands.clauses.asking import ask_about
from clausetree.history.problems import AnchorReused, BadVersion, HistoryProblem
from clausetree.report.span import Span
from tests.history.desk import ANSWERS, Desk, text_of

CTRL_D = "\x04"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def typed(desk: Desk, answers: str, *words: str) -> tuple[int, str]:
    """Run `clauses accept` with a terminal to answer at, and return its exit code and what it printed."""
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("clausetree")), "clauses", "accept", *words]
    process = subprocess.Popen(
        command, cwd=desk.folder, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    os.close(theirs)
    os.write(ours, answers.encode())
    said, _ = process.communicate(timeout=60)
    os.close(ours)
    return process.returncode, said


def test_what_is_typed_settles_what_became_of_each_anchor(desk: Desk) -> None:
    desk.live_through("1.0", "1.1")
    desk.put_version("2.0")
    code, said = typed(desk, "w\n\nm\nc1-5\n")
    assert code == 0, said
    assert "`c1-4`, clause 1.6 in version 1.1:\n    “If" in said
    assert "`c1-4-a`" not in said  # it goes with its clause
    assert (
        "`c1-6`, clause 1.8 in version 1.1:\n    “Cables must be coiled before equipment comes back.”\n" in said
    )
    records = desk.archive.lock.history("borrowing").records()
    assert (records["c1-4"].withdrawn, records["c1-4"].successors) == ("2.0", ())
    assert (records["c1-6"].withdrawn, records["c1-6"].successors) == ("2.0", ("c1-5",))


def test_a_withdrawn_clause_may_lead_its_readers_on(desk: Desk) -> None:
    desk.live_through("1.0", "1.1")
    desk.put_version("2.0")
    code, said = typed(desk, "w\nc1-3\nm\nc1-5, c1-2\n")
    assert code == 0, said
    records = desk.archive.lock.history("borrowing").records()
    assert records["c1-4-a"].successors == ("c1-3",)
    assert records["c1-6"].successors == ("c1-5", "c1-2")


def test_new_words_are_the_same_clause_when_she_says_so(desk: Desk) -> None:
    desk.live_through("1.0")
    words = "Cables must be coiled before equipment comes back."
    desk.put(text_of("1.0").replace('"1.0"', '"1.1"').replace(words, "Roll up every lead first."))
    code, said = typed(desk, "n\n")
    assert code == 1, said
    code, said = typed(desk, "y\n")
    assert code == 0, said
    assert "It has new words. Is it the same clause still? y = yes, n = no:" in said
    assert desk.archive.lock.history("borrowing").versions == ["1.0", "1.1"]


def test_a_clause_that_lost_its_anchor_gets_it_back_in_the_file(desk: Desk) -> None:
    desk.live_through("1.0")
    desk.put(text_of("1.0").replace('"1.0"', '"1.1"').replace("#c1-3", "#c1-9").replace("1.3 ", "1.9 "))
    code, said = typed(desk, "y\n")
    assert code == 0, said
    assert "Wrote `c1-3` for `c1-9` in docs/policy/borrowing.md." in said
    assert "#c1-3" in desk.page.read_text(encoding="utf-8")


def test_a_clause_is_taken_out_and_the_next_moves_up_into_its_place(desk: Desk) -> None:
    desk.live_through("1.0")
    lines = text_of("1.0").replace('"1.0"', '"1.1"')
    gone = lines[lines.index("1.5 ") : lines.index("1.6 ")]
    moved = lines.replace(gone, "").replace("1.6 ", "1.5 ").replace("#c1-6", "#c1-5")
    desk.put(moved)
    code, said = typed(desk, "y\nw\n\n" + "\n" * 6)
    assert "Its words stand under `c1-5` now. Put its own anchor back?" in said
    assert "`c1-5`, clause 1.5 in version 1.0:" in said
    assert "It has new words." not in said
    assert code == 0, said
    assert desk.archive.lock.history("borrowing").records()["c1-5"].withdrawn == "1.1"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("c1-3=nope", "No anchor `nope` is in the policy now."),
        ("c1-3", "No anchor `` is in the policy now."),
        ("nope=c1-2", "No anchor `nope` was ever published."),
    ],
)
def test_an_anchor_that_cannot_be_put_back_is_named_and_nothing_is_written(
    desk: Desk, answer: str, why: str
) -> None:
    desk.live_through("1.0", "1.1")
    desk.put_version("2.0")
    before = desk.page.read_bytes()
    code, said = desk.run("clauses", "accept", "--renumbered", answer)
    assert (code, "Wrote" in said) == (1, False)
    assert f"--renumbered is written ANCHOR=WRITTEN. {why}" in said
    assert desk.page.read_bytes() == before


@pytest.mark.parametrize("answers", ["\n\n", "n\nn\n", CTRL_D, CTRL_D * 3])
def test_what_is_left_open_stops_the_version_and_is_explained(desk: Desk, answers: str) -> None:
    desk.live_through("1.0", "1.1")
    desk.put_version("2.0")
    before = (desk.folder / "clauses.lock").read_bytes()
    code, said = typed(desk, answers + CTRL_D * 4)
    assert code == 1
    assert "L101" in said
    assert "Traceback" not in said
    assert (desk.folder / "clauses.lock").read_bytes() == before


def test_an_answer_that_cannot_be_is_asked_for_again(desk: Desk) -> None:
    desk.live_through("1.0", "1.1")
    desk.put_version("2.0")
    code, said = typed(desk, "x\nWithdrawn\nc1-55\nc1-5, c1-3\nc1-5\nm\nc1-2; c1-3\nc1-2, c1-3\n")
    assert code == 0, said
    assert "“x” is none of the answers.\n" in said
    assert "Nothing has the anchor c1-55 now. Did you mean c1-5?\n" in said
    assert "Write one anchor.\n" in said
    assert "Nothing has the anchor c1-2; c1-3 now." in said
    records = desk.archive.lock.history("borrowing").records()
    assert (records["c1-4"].successors, records["c1-6"].successors) == (("c1-5",), ("c1-2", "c1-3"))


def test_an_anchor_that_nothing_has_cannot_take_its_place(desk: Desk) -> None:
    desk.live_through("1.0", "1.1")
    desk.put_version("2.0")
    code, said = desk.run("clauses", "accept", "--withdrawn", "c1-4=c1-55", "--withdrawn", "c1-6")
    assert code == 1
    assert "`c1-4` (clause 1.6) cannot lead on to `c1-55`: nothing has that anchor." in said
    assert "Did you mean `c1-5`?" in said


def test_a_version_that_is_not_accepted_leaves_the_text_as_it_was(desk: Desk) -> None:
    desk.live_through("1.0", "1.1")
    desk.put_version("2.0")
    before = desk.page.read_bytes()
    code, said = desk.run("clauses", "accept", "--renumbered", "c1-4=c1-5")
    assert code == 1
    assert "Nothing was accepted, so docs/policy/borrowing.md is as it was.\n" in said
    assert desk.page.read_bytes() == before


def test_answers_on_the_command_line_are_not_asked_for(desk: Desk) -> None:
    desk.live_through("1.0", "1.1")
    desk.put_version("2.0")
    code, said = typed(desk, "", *ANSWERS["2.0"])
    assert code == 0, said
    assert "What became of it?" not in said


def test_nothing_is_asked_where_nothing_can_be_answered(desk: Desk) -> None:
    desk.live_through("1.0")
    told = OwnerAnswers()
    problems: list[HistoryProblem] = [
        BadVersion(Span(0, 1), "two"),
        AnchorReused(Span(0, 1), "c1-6", "clause 1.8", "2.0"),
    ]
    policy = desk.policies.pages["policy/borrowing.md"]
    ask_about(problems, desk.archive.past("borrowing"), policy, told, lambda question: pytest.fail(question))
    assert told == OwnerAnswers()


def test_what_is_said_of_one_policy_is_not_said_of_the_next(desk: Desk) -> None:
    desk.live_through("1.0", "1.1")
    other = desk.page.with_name("lending.md")
    other.write_text(text_of("1.1").replace("policy: borrowing", "policy: lending"), encoding="utf-8")
    desk.accept()
    desk.put_version("2.0")
    other.write_text(text_of("2.0").replace("policy: borrowing", "policy: lending"), encoding="utf-8")
    code, said = typed(desk, "w\n\nm\nc1-5\n" + "w\nc1-3\nw\n\n")
    assert code == 0, said
    records = desk.archive.lock.history("lending").records()
    assert (records["c1-4"].successors, records["c1-6"].successors) == (("c1-3",), ())


def test_a_policy_that_does_not_exist_is_not_taken_for_one_that_is_accepted(desk: Desk) -> None:
    desk.live_through("1.0")
    code, said = desk.run("clauses", "accept", "--policy", "borowing")
    assert (code, said) == (2, "No policy is called borowing. Did you mean borrowing?\n")
