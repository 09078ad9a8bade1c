"""Lines that a page broke are put together again."""

from __future__ import annotations

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.importing.plain.paragraphs import are_broken, paragraphs

_WORDS = st.text("abcdefgh", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A line that goes", "on in the next."], ["A line that goes on in the next."]),
        (
            ["It ends here.", "2.1 A clause begins with a number."],
            ["It ends here.", "2.1 A clause begins with a number."],
        ),
        (["You must do as section", "2.2 says."], ["You must do as section 2.2 says."]),
        (["Bring these, and", "(b) the keys;"], ["Bring these, and", "(b) the keys;"]),
        (
            ["Purpose", "This policy keeps all of our staff safe."],
            ["Purpose", "This policy keeps all of our staff safe."],
        ),
        (
            ["Not where", "• there is a dog; or", "• it is dark."],
            ["Not where", "• there is a dog; or", "• it is dark."],
        ),
        (["One", "", "two"], ["One", "two"]),
    ],
)
def test_a_line_goes_on_unless_something_begins(lines: list[str], expected: list[str]) -> None:
    assert paragraphs(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Every organi-", "sation has one. The organisation pays."],
            "Every organisation has one. The organisation pays.",
        ),
        (["It is well-", "known here. All know it."], "It is well-known here. All know it."),
        (["It is organi\u00ad", "sation as ever. That is so."], "It is organisation as ever. That is so."),
        (["See the Anti-", "Bribery Act for more of it."], "See the Anti-Bribery Act for more of it."),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_where_the_word_has_none(lines: list[str], expected: str) -> None:
    assert paragraphs(lines) == [expected]


@given(st.lists(st.lists(_WORDS, min_size=12, max_size=80), min_size=1, max_size=9), st.integers(50, 90))
def test_numbered_clauses_are_whole_again_at_any_width(clauses: list[list[str]], width: int) -> None:
    whole = [f"1.{at} {' '.join(words).capitalize()}." for at, words in enumerate(clauses, 1)]
    assert paragraphs([line for clause in whole for line in wrap(clause, width)]) == whole


def test_whole_paragraphs_are_told_from_the_lines_of_a_page() -> None:
    assert are_broken(["A line that goes", "on in the next."])
    assert not are_broken(["1. Purpose", "1.1 This keeps staff safe.", "(a) at night;", "(b) by day."])
    assert not are_broken(["words " * 40, "and more of them"])
