"""How strongly the sentences of policies bind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clausetree.tree.binding.binding import binding
from clausetree.tree.strength import Strength

CASES = Path(__file__).resolve().parents[2] / "cases" / "binding"
FORBID = {Strength.MUST_NOT, Strength.WILL_NOT, Strength.SHOULD_NOT}


def lines(file: str) -> list[str]:
    return [line for line in (CASES / file).read_text(encoding="utf-8").splitlines() if line]


def sentences(file: str) -> Iterator[tuple[str, str]]:
    for line in lines(file):
        strengths, bar, sentence = line.partition(" | ")
        if bar and not line.startswith("#"):
            yield strengths, sentence


EVERY = [
    each
    for file in ("looked-at", "held-back", "denials", "found-in-others")
    for each in sentences(f"{file}.txt")
]


@pytest.mark.parametrize(("strengths", "sentence"), EVERY)
def test_a_sentence_binds_as_it_says(strengths: str, sentence: str) -> None:
    assert fault_in(strengths, sentence) == ""


def fault_in(strengths: str, sentence: str) -> str:
    """Return what is wrong with how a sentence is read: right duties are warned of, or opposite ones pass."""
    bound = binding(sentence)
    found = bound.strengths
    meant = {Strength(each.strip(" *")) for each in strengths.split(", ") if each != "none"}
    if not meant <= found:
        return f"not found: {meant - found}"
    if "*" in strengths and not bound.restricted:
        return "no condition found"
    if not meant and bound.stated:
        # What is only told may be a plain statement of what somebody does: nobody can tell by its words.
        return f"taken to bind: {bound.stated}"
    wrong = (
        found & FORBID
        if meant and not meant & FORBID
        else found - FORBID
        if meant and meant <= FORBID
        else set()
    )
    return f"also found: {wrong}" if wrong else ""


FIELDS = ("looked-at", "held-back-1", "held-back-2", "held-back-3")
KINDS = 47
"""So many kinds of text they are of."""


@pytest.mark.parametrize("file", FIELDS)
def test_sentences_of_many_fields_are_read_rightly_but_for_a_few(file: str) -> None:
    """What is taken to bind and only tells something is told of `coverage` alone, and so is counted apart."""
    read = {sentence: fault_in(*each) for each in fields(file) for sentence in [each[1]]}
    wrong = {sentence: fault for sentence, fault in read.items() if fault and not fault.startswith("taken")}
    assert len(read) >= 170
    assert len(wrong) / len(read) <= 0.01, wrong
    assert sum(fault.startswith("taken") for fault in read.values()) / len(read) <= 0.07


def fields(file: str) -> list[tuple[str, str]]:
    rows = (line.split(" | ", 2) for line in lines(f"fields-{file}.txt") if not line.startswith("#"))
    return [(strengths, sentence) for strengths, _, sentence in rows]


def test_the_fields_are_many() -> None:
    kinds = [line for file in FIELDS for line in lines(f"fields-{file}.txt") if line.startswith("# kind: ")]
    assert len(kinds) >= KINDS
    assert sum(len(fields(file)) for file in FIELDS) >= 900


def test_of_two_sentences_both_bind() -> None:
    found = binding("You must tell the office. You should not wait.")
    assert found.strengths == {Strength.MUST, Strength.SHOULD_NOT}


def test_what_stands_in_a_condition_does_not_bind() -> None:
    assert binding("If you cannot come, you must telephone.").strengths == {Strength.MUST}
    assert binding("Anyone who may be late should telephone.").strengths == {Strength.SHOULD}


def test_a_duty_to_avoid_something_is_one_not_to_do_it() -> None:
    assert binding("Drivers must avoid the bridge.").strengths == {Strength.MUST, Strength.MUST_NOT}


def test_may_only_is_told_apart_from_may() -> None:
    only = binding("You may take the van only with a note.")
    assert only.strengths == {Strength.MUST_NOT}
    assert only.restricted
    assert not binding("You may take the van.").restricted


def test_a_plain_statement_is_told_apart_from_words_that_bind() -> None:
    said = binding("The clerk keeps a list.")
    assert said.stated == set()
    assert said.supposed == {Strength.MUST, Strength.WILL}
    assert binding("See the guidance on dogs.").strengths == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "As a company, we also make a radio programme, run a shop and keep bees.",
        "Thanks for your letter.",
        "Depending on the weather, boats leave at nine or at ten.",
        "Access to your file is quick.",
        "Permits a second reading.",
    ],
)
def test_what_is_no_order_is_taken_for_none(sentence: str) -> None:
    assert binding(sentence).stated == set()


@pytest.mark.parametrize(
    ("sentence", "restricted"),
    [
        ("The hall is restricted to members.", True),
        ("Lists are kept only by the clerk.", True),
        ("No guest may enter unless a member is there.", True),
        ("No guest enters unless a member is there.", True),
        ("No guest may enter.", False),
        ("No guest enters.", False),
        ("Lists are kept by the clerk.", False),
    ],
)
def test_what_is_done_under_a_condition_alone_is_restricted(sentence: str, restricted: bool) -> None:
    assert binding(sentence).restricted is restricted


def test_who_cannot_be_refused_something_may_have_it() -> None:
    assert binding("Nobody may be refused a towel.").withheld
    assert binding("Nobody may be refused a towel. You must wash.").withheld
    assert not binding("You may take a towel.").withheld


def test_what_must_be_avoided_is_turned_round_and_what_may_be_is_not() -> None:
    assert binding("You must avoid the bridge.").turned == {Strength.MUST_NOT}
    assert binding("You may avoid the bridge.").turned == set()


def test_a_condition_before_two_duties_hides_neither() -> None:
    said = binding("If it rains, you must shut the gate and may take a coat.")
    assert said.stated == {Strength.MUST, Strength.MAY}


def test_a_long_sentence_is_read_from_its_beginning() -> None:
    said = binding(f"Nobody may lend a key to anybody {'who asks for it ' * 30}")
    assert said.stated == {Strength.MUST_NOT}
