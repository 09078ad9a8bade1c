"""ChangeKind must be answered before a version is accepted, and kind it does to each anchor then."""

from __future__ import annotations

from clausetree.history.checking.accept import Answers, release_of
from clausetree.history.event import ChangeKind, Event, Release
from clausetree.history.lock import History
from clausetree.history.past import Past
from clausetree.history.problems import (
    AnchorMissing,
    HistoryProblem,
    NeverPublished,
    NoSuccessor,
    StillThere,
    VersionOfOld,
    WordsElsewhere,
    WordsReplaced,
)
from clausetree.policy.clause import digest
from tests.history.small_policies import BINS, CABINET, LEARNT, LOST, PAGE, SHUT, past, policy, source

ROWS = (f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {LOST}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}")
KNOWN = past(policy(*ROWS))
NOTHING_SAID = Answers()


def accepted(
    *rows: str, answers: Answers = NOTHING_SAID, version: str = "2.0", known: Past = KNOWN
) -> tuple[Release, list[HistoryProblem]]:
    return release_of(policy(*rows, version=version), source(*rows, version=version), known, answers)


def left(*rows: str, answers: Answers = NOTHING_SAID, known: Past = KNOWN) -> list[HistoryProblem]:
    """Return kind is left to be answered of these rows."""
    return accepted(*rows, answers=answers, known=known)[1]


def gone(**successors: str) -> Answers:
    """Say that anchors are withdrawn, each in favour of others: `c1_2="c1-3 c1-4"`."""
    return Answers({anchor.replace("_", "-"): tuple(now.split()) for anchor, now in successors.items()})


def happened(release: Release) -> list[tuple[str, str, str | None]]:
    return [(event.kind.value, event.anchor, event.number) for event in release.events]


def test_the_first_version_adds_every_clause() -> None:
    release, faults = accepted(*ROWS, version="1.0", known=Past(History("house")))
    assert faults == []
    assert (release.version, release.page) == ("1.0", PAGE)
    assert release.digest == digest(f"{CABINET}\n{LOST}\n{SHUT}\n{BINS}\n")
    assert release.events == (
        Event(ChangeKind.ADDED, "c1-1", "1.1", digest(CABINET)),
        Event(ChangeKind.ADDED, "c1-2", "1.2", digest(LOST)),
        Event(ChangeKind.ADDED, "c1-3", "1.3", digest(SHUT)),
        Event(ChangeKind.ADDED, "c1-4", "1.4", digest(BINS)),
    )


def test_a_version_says_what_it_did_to_each_anchor_and_nothing_of_those_it_left_alone() -> None:
    release, faults = accepted(
        f"c1-1: 1.1 {CABINET}",
        f"c1-2: 1.3 {LOST} Ask.",
        f"c1-3: 1.4 {SHUT}",
        f"c1-5: 1.5 {LEARNT}",
        answers=gone(c1_4="c1-2"),
    )
    assert faults == []
    assert happened(release) == [
        ("amended", "c1-2", "1.3"),
        ("renumbered", "c1-3", "1.4"),
        ("added", "c1-5", "1.5"),
        ("withdrawn", "c1-4", "1.4"),
    ]
    assert release.withdrawn == {"c1-4": ("c1-2",)}
    assert release.events[3].digest == digest(BINS)


def test_an_anchor_that_is_gone_must_be_answered_for() -> None:
    (problem,) = left(ROWS[0], *ROWS[2:])
    assert isinstance(problem, AnchorMissing)
    assert left(ROWS[0], *ROWS[2:], answers=gone(c1_2="")) == []


def test_a_version_of_old_cannot_be_accepted_again() -> None:
    twice = past(policy(*ROWS), Release("2.0", PAGE, "", ()))
    _, (problem,) = accepted(*ROWS, version="1.0", known=twice)
    assert isinstance(problem, VersionOfOld)


def test_new_words_must_be_said_to_be_the_same_clause() -> None:
    rows = (ROWS[0], f"c1-2: 1.2 {LEARNT}", *ROWS[2:])
    (problem,) = left(*rows)
    assert isinstance(problem, WordsReplaced)
    assert left(*rows, answers=Answers(same=frozenset({"c1-2"}))) == []
    assert len(left(*rows, answers=Answers(same=frozenset({"c1-1"})))) == 1


def test_many_words_that_stand_elsewhere_as_they_were_go_with_their_new_anchor() -> None:
    rows = (*ROWS[:3], f"c1-5: 1.4 {BINS}")
    (problem,) = left(*rows)
    assert isinstance(problem, WordsElsewhere)
    assert len(left(*rows, answers=gone(c1_4="c1-1"))) == 1
    assert left(*rows, answers=gone(c1_4="c1-5")) == []
    assert left(*rows, answers=gone(c1_4="c1-1 c1-5")) == []


def test_few_words_or_other_words_that_stand_elsewhere_may_be_another_clause() -> None:
    assert left(*ROWS[:2], f"c1-5: 1.3 {SHUT}", ROWS[3], answers=gone(c1_3="")) == []
    reworded = (ROWS[0], f"c1-5: 1.2 {LOST.replace('same', 'next')}", *ROWS[2:])
    assert len(left(*reworded)) == 1
    assert left(*reworded, answers=gone(c1_2="")) == []
    # It is gone, and so cannot be the same.
    assert len(left(*reworded, answers=Answers(same=frozenset({"c1-2"})))) == 1


def test_of_an_anchor_that_stands_its_owner_may_say_that_it_is_the_same() -> None:
    nearly = (f"c1-1: 1.1 {LEARNT}", f"c1-5: 1.5 {CABINET.replace('grey', 'green')}", *ROWS[1:])
    (problem,) = left(*nearly)
    assert isinstance(problem, WordsElsewhere)
    assert left(*nearly, answers=Answers(same=frozenset({"c1-1"}))) == []
    exactly = (f"c1-1: 1.1 {LEARNT}", f"c1-5: 1.5 {CABINET}", *ROWS[1:])
    assert len(left(*exactly, answers=Answers(same=frozenset({"c1-1"})))) == 1


def test_a_page_that_moved_cannot_be_answered_for() -> None:
    moved = policy(*ROWS, version="2.0", page="policy/rules/")
    release, faults = release_of(moved, source(*ROWS), KNOWN, NOTHING_SAID)
    assert len(faults) == 1
    assert release.page == "policy/rules/"


def test_an_answer_about_an_anchor_that_was_never_published_is_told_with_the_nearest() -> None:
    faults = left(*ROWS, answers=Answers(same=frozenset({"c1-22"})))
    (problem,) = faults
    assert isinstance(problem, NeverPublished)
    assert (problem.anchor, problem.near) == ("c1-22", "c1-2")
    (problem,) = left(*ROWS, answers=gone(purpose=""))
    assert isinstance(problem, NeverPublished)
    assert (problem.anchor, problem.near) == ("purpose", None)


def test_what_was_withdrawn_cannot_be_withdrawn_again() -> None:
    fewer = past(
        policy(*ROWS), Release("2.0", PAGE, "", (Event(ChangeKind.WITHDRAWN, "c1-4", "1.4", digest(BINS)),))
    )
    release, (problem,) = accepted(*ROWS[:3], answers=gone(c1_4=""), version="3.0", known=fewer)
    assert isinstance(problem, NeverPublished)
    assert release.events == ()


def test_a_clause_that_stands_cannot_be_withdrawn() -> None:
    (problem,) = left(*ROWS, answers=gone(c1_2=""))
    assert isinstance(problem, StillThere)
    assert (problem.anchor, problem.label) == ("c1-2", "clause 1.2")


def test_a_successor_must_stand_here_or_in_another_policy() -> None:
    rows = (ROWS[0], *ROWS[2:])
    (problem,) = left(*rows, answers=gone(c1_2="c1-11"))
    assert isinstance(problem, NoSuccessor)
    assert (problem.anchor, problem.label, problem.successor) == ("c1-2", "clause 1.2", "c1-11")
    assert problem.near == "c1-1"
    abroad = frozenset({"garden#c1-1"})
    assert left(*rows, answers=Answers({"c1-2": ("garden#c1-1", "c1-1")}, abroad=abroad)) == []
    (problem,) = left(*rows, answers=Answers({"c1-2": ("garden#c1-2",)}, abroad=abroad))
    assert isinstance(problem, NoSuccessor)
    assert problem.near == "garden#c1-1"


def test_a_withdrawn_clause_takes_its_items_with_it() -> None:
    stacked = "c1-2: 1.2 Chairs are stacked by the stage in heaps of eight and no more."
    closing = (
        "c1-1: 1.1 Whoever closes the hall must:",
        "c1-1-a: - turn off the heaters in the cloakroom;",
        "c1-1-b: - put the key back into the grey cabinet.",
    )
    known = past(policy(*closing, stacked))
    release, faults = accepted(stacked, answers=gone(c1_1="c1-2"), known=known)
    assert faults == []
    assert release.withdrawn == {"c1-1": ("c1-2",), "c1-1-a": ("c1-2",), "c1-1-b": ("c1-2",)}
    release, faults = accepted(stacked, answers=gone(c1_1="c1-2", c1_1_b=""), known=known)
    assert faults == []
    assert release.withdrawn == {"c1-1": ("c1-2",), "c1-1-a": ("c1-2",), "c1-1-b": ()}
