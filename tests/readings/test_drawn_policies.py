"""Policies drawn at random: what is made of one says the same words, numbers and anchors as the oracle.

Many more can be drawn by hand: `python -m tests.readings.differ --count 50000 --seed 1`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .compared import Tried, tried
from .drawn_policy import draw_policy
from .drawn_words import LABELS, PLAIN
from .oracle import body_of, oracle
from .piece import Piece
from .shrunken import shrunken
from .token_pieces import pieces_of_tokens

IN_A_ROW = range(3000)
PRINTED = range(0, 3000, 60)
_SHORT = 5
REFUSALS = {
    "P101": "no anchor",
    "P102": "an anchor below nothing",
    "P103": "no name for an anchor",
    "P104": "an anchor used twice",
    "P105": "an anchor that is not of the number, as of a number below an item",
    "P107": "an item whose anchor is not of its clause",
    "P108": "an anchor of a clause below words that are none, as those above a line with a colon",
    "P109": "an attribute list behind a paragraph's last words",
    "P110": "two anchors of one item",
    "P111": "a number used twice",
    "P112": "a block of code or HTML",
    "P113": "words in angles",
    "P114": "a link by a label that nobody knows",
    "P115": "words set in by four spaces",
    "P118": "clauses without a blank line between them",
    "P151": "words struck through",
    "P153": "a heading of nothing but a mark",
    "P154": "an address with a space in it",
    "P155": "a link to the title where there is none",
    "P157": "a note without a mark",
    "P158": "a mark without a note",
    "P159": "an address that no link uses",
    "P161": "signs of emphasis that set nothing apart",
    "P162": "a row with a cell too many",
    "P166": "a numbered clause above a line that begins with a colon",
    "P167": "a number of a list that does not come next",
}
"""What a policy that was drawn may be refused for, and why it is right to."""


@pytest.fixture(scope="module")
def drawn() -> list[str]:
    """The policies, the same in every run."""
    return [draw_policy(Random(f"0 {number}")) for number in IN_A_ROW]


@pytest.fixture(scope="module")
def found(drawn: list[str]) -> list[Tried]:
    """What became of each."""
    return [tried(text, printed=number in PRINTED) for number, text in zip(IN_A_ROW, drawn, strict=True)]


def test_everything_made_of_a_policy_says_what_the_oracle_reads(drawn: list[str], found: list[Tried]) -> None:
    for text, one in zip(drawn, found, strict=True):
        assert one.differences == (), text


def test_most_policies_are_read_and_the_others_refused_for_what_may_be_refused(found: list[Tried]) -> None:
    assert sum(not one.refused for one in found) > len(found) * 0.6
    assert {code for one in found for code in one.refused} <= set(REFUSALS)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_policies_that_hypothesis_draws_are_read_alike_too(random: Random) -> None:
    assert tried(draw_policy(random)).differences == ()


def test_the_oracle_reads_the_same_in_html_and_in_tokens(drawn: list[str]) -> None:
    for text in drawn:
        tokens = [_without_sign(piece) for piece in pieces_of_tokens(text, LABELS)]
        assert oracle(text, LABELS) == tokens, text


def test_the_oracle_loses_no_plain_word(drawn: list[str], found: list[Tried]) -> None:
    for text, one in zip(drawn, found, strict=True):
        if not one.refused:
            read = " ".join(piece.words for piece in oracle(text, LABELS))
            assert _plain_words(read) == _plain_words(body_of(text)), text


def test_drawing_brings_every_kind_of_piece(drawn: list[str]) -> None:
    kinds = Counter(piece.kind for text in drawn for piece in oracle(text, LABELS))
    wanted = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul/li", "ol/li", "tr", "dt", "dd", "note", "quote/p")
    within = ("ul/li/ol/li", "ol/li/ul/li", "ul/li/tr", "ol/li/quote/p", "quote/ul/li", "quote/tr", "quote/h2")
    assert all(kinds[kind] > 5 for kind in (*wanted, *within))


def test_a_text_is_made_small_without_losing_what_it_shows() -> None:
    text = draw_policy(Random("0 1")) + "\nask for the key and bring it back\n"
    small = shrunken(text, lambda one: "key" in one and "back" in one)
    assert small.endswith("---\nkeyback")


def _without_sign(piece: Piece) -> Piece:
    return replace(piece, number=piece.number.rstrip(".)"))


def _plain_words(text: str) -> dict[str, int]:
    """Return how often each long word is there: a short one may come of others, as `a`skirt has "ask"."""
    return {word: text.count(word) for word in PLAIN if len(word) > _SHORT}
