"""How much two texts have in common: counted by hand."""

from __future__ import annotations

import pytest

from clausetree.history.alignment.similarity import Similarity, similarity, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The address; and – the KEY’s ring!", "the address and the key s ring"),
        ("Straße 12", "strasse 12"),
        ("借りた傘", "借 り た 傘"),
        ("ห้อง", "ห ้ อ ง"),
        ("Regel 3: 本を返す", "regel 3 本 を 返 す"),
        ("–", ""),
    ],
)
def test_words_have_no_capitals_and_no_punctuation(text: str, words: str) -> None:
    assert words_of(text) == tuple(words.split())


# A word of up to three letters counts once, one of up to six twice, and a longer one three times.
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Shut the door.", "Shut the door.", 1),
        ("Shut the door.", "shut the door", 1),
        ("", "", 1),
        ("door", "gate", 0),
        ("door", "", 0),
        # "the" is 1 of 1 + 1 and 1 + 2.
        ("the key", "the door", 2 / 5),
        # "door" is 2 of 3 and of 3: they stand in another order.
        ("the door", "door the", 4 / 6),
        ("the door the", "the the door", 6 / 8),
        # "elephant" is 3 of 3 + 2 and of 3 + 1.
        ("elephant house", "the elephant", 6 / 9),
        ("abc abcd abcdef abcdefg", "abc", 2 * 1 / (1 + 2 + 2 + 3 + 1)),
        ("abc abcd abcdef abcdefg", "abcdef", 2 * 2 / (8 + 2)),
        ("abc abcd abcdef abcdefg", "abcdefg", 2 * 3 / (8 + 3)),
        # What was said twice counts as often as it stands in both.
        ("ask ask", "ask", 2 / 3),
        ("ask", "ask ask", 2 / 3),
        ("ask one two", "two one ask", 2 / 6),
        ("ask one two", "one ask two", 4 / 6),
    ],
)
def test_the_longest_words_in_common_and_in_order_count_by_their_length(
    before: str, after: str, expected: float
) -> None:
    assert similarity(before, after) == pytest.approx(expected)


def test_one_text_can_be_held_against_many() -> None:
    door = Similarity(["the", "door"])
    assert [door.to(words) for words in (["the", "door"], ["the"], ["door"], [])] == pytest.approx(
        [1, 2 / 4, 4 / 5, 0]
    )
