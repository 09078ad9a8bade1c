"""What became of what was once cited: followed by hand through a few versions."""

from __future__ import annotations

from clausetree.history.event import ChangeKind, Event, Release
from clausetree.history.former_references import FormerReference, final_successors, former_references
from clausetree.history.lock import History, Record

from .small_policies import BINS, CABINET, LOST, PAGE, SHUT, past, policy

ROWS = (f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {LOST}", f"c1-3: 1.3 {SHUT}", f"bins: {BINS}")
FIRST = policy(*ROWS)


def later(version: str, *events: Event) -> Release:
    return Release(version, PAGE, "", events)


def withdrawn(anchor: str, number: str | None, *successors: str) -> Event:
    return Event(ChangeKind.WITHDRAWN, anchor, number, "", successors)


def stands(*now: str) -> FormerReference:
    return FormerReference(None, now)


def test_a_number_and_an_anchor_that_stand_are_cited_by_the_number_that_they_have() -> None:
    assert former_references(FIRST, past(FIRST).history) == {
        "c1-1": stands("1.1"),
        "1.1": stands("1.1"),
        "c1-2": stands("1.2"),
        "1.2": stands("1.2"),
        "c1-3": stands("1.3"),
        "1.3": stands("1.3"),
        "bins": stands("bins"),
    }


def test_an_old_number_leads_to_the_new_one_and_the_last_that_had_it_counts() -> None:
    now = policy(f"c1-1: 1.2 {CABINET}", f"c1-2: 1.3 {LOST}", f"c1-3: 1.4 {SHUT}", version="2.0")
    moved = [Event(ChangeKind.RENUMBERED, f"c1-{at}", f"1.{at + 1}", "") for at in (1, 2, 3)]
    found = former_references(now, past(FIRST, later("2.0", *moved)).history)
    assert {name: found[name] for name in ("1.1", "1.2", "1.3", "1.4", "c1-1")} == {
        "1.1": stands("1.2"),
        "1.2": stands("1.2"),
        "1.3": stands("1.3"),
        "1.4": stands("1.4"),
        "c1-1": stands("1.2"),
    }


def test_what_was_withdrawn_leads_to_what_stands_in_its_place() -> None:
    now = policy(ROWS[0], ROWS[3], version="3.0")
    releases = (
        later("2.0", withdrawn("c1-2", "1.2", "c1-3", "garden#c2-1")),
        later("3.0", withdrawn("c1-3", "1.3", "bins", "c1-1")),
    )
    found = former_references(now, past(FIRST, *releases).history)
    assert found["c1-2"] == found["1.2"] == FormerReference("2.0", ("bins", "1.1", "garden#c2-1"))
    assert found["1.3"] == FormerReference("3.0", ("bins", "1.1"))


def test_what_went_nowhere_leads_nowhere() -> None:
    now = policy(*ROWS[:3], version="2.0")
    found = former_references(now, past(FIRST, later("2.0", withdrawn("bins", None))).history)
    assert found["bins"] == FormerReference("2.0", ())
    # An anchor that is in the lock and not in the policy cannot be cited.
    assert former_references(policy(ROWS[0]), past(FIRST).history)["1.2"] == stands()


def test_of_a_policy_that_was_never_accepted_nothing_was_cited() -> None:
    assert former_references(FIRST, History("house")) == {}


def gone(anchor: str, *successors: str) -> Record:
    return Record(anchor, None, "", "1.0", "1.0", "2.0", successors)


def test_successors_are_followed_in_order_to_those_that_stand_and_each_is_met_once() -> None:
    standing = Record("d", None, "", "1.0", "1.0")
    records = {
        each.anchor: each for each in (gone("a", "b", "e"), gone("b", "c", "d"), gone("c", "e"), standing)
    }
    assert final_successors(records["a"], records) == ["e", "d"]
    assert final_successors(gone("a"), records) == []


def test_successors_that_lead_round_come_to_an_end() -> None:
    records = {"a": gone("a", "b"), "b": gone("b", "a", "c")}
    assert final_successors(records["a"], records) == ["c"]
