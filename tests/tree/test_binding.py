"""How strongly the sentences of policies bind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clausetree.tree.binding import binding
from clausetree.tree.strength import Strength

CASES = Path(__file__).resolve().parents[1] / "cases" / "binding"
FORBID = {Strength.MUST_NOT, Strength.WILL_NOT, Strength.SHOULD_NOT}


def sentences(file: str) -> Iterator[tuple[str, str]]:
    for line in (CASES / file).read_text(encoding="utf-8").splitlines():
        strengths, bar, sentence = line.partition(" | ")
        if bar and not line.startswith("#"):
            yield strengths, sentence


EVERY = [*sentences("looked-at.txt"), *sentences("held-back.txt"), *sentences("denials.txt")]


@pytest.mark.parametrize(("strengths", "sentence"), EVERY)
def test_a_sentence_binds_as_it_says(strengths: str, sentence: str) -> None:
    bound = binding(sentence)
    found = bound.strengths
    meant = {Strength(each) for each in strengths.split(", ") if each != "none"}
    assert meant <= found
    if not meant:
        # What is only told may be a plain statement of what somebody does: nobody can tell by its words.
        assert bound.stated == set()
    elif not meant & FORBID:
        assert found & FORBID == set()
    elif meant <= FORBID:
        assert found <= FORBID


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
