"""Which units are worth comparing: judged by hand."""

from __future__ import annotations

import pytest

from clausetree.history.alignment.similar_pairs import in_silence, similar_pairs
from clausetree.history.alignment.units import AlignedUnit
from clausetree.policy.clause import ClauseKind

from .small_units import heading, policy, unit

CLOSED = "whoever closes the hall locks the doors behind her"


def found(before: list[AlignedUnit], after: list[AlignedUnit]) -> dict[tuple[int, int], float]:
    return similar_pairs(before, after, range(len(before)), range(len(after)), in_silence)


def test_the_same_words_are_as_alike_as_can_be() -> None:
    assert found(policy("ask first"), policy("ring twice\nask first")) == {(0, 1): 1}


def test_words_in_common_are_compared_word_by_word() -> None:
    # "ask" is 1 of 3 and of 4.
    assert found([unit("ask first")], [unit("ask nobody")]) == pytest.approx({(0, 0): 2 * 1 / (3 + 3)})
    assert found([unit("ask first")], [unit("ring twice")]) == {}


def test_only_the_places_that_are_free_are_compared() -> None:
    before, after = policy("ask first\nask later"), policy("ask first\nask later")
    assert similar_pairs(before, after, [1], [1], in_silence) == {(1, 1): 1}
    assert similar_pairs(before, after, [0], [1], in_silence) == pytest.approx({(0, 1): 1 / 3})


def test_headings_and_words_that_are_the_publishers_are_no_others() -> None:
    assert found([unit("ask first")], [heading("ask nobody")]) == {}
    assert found([unit("ask first")], [unit("ask nobody", editorial=True)]) == {}
    assert found([unit("ask first", editorial=True)], [unit("ask first")]) == {}
    # A heading may have become a clause with the same words.
    assert found([unit("ask first")], [heading("ask first")]) == {(0, 0): 1}


def test_the_same_number_or_anchor_is_worth_a_comparison() -> None:
    assert found([unit("ask", number="1.1")], [unit("ring", number="1.1")]) == {(0, 0): 0}
    assert found([unit("ask", number="1.1")], [unit("ring", number="1.2")]) == {}
    assert found([unit("ask", anchor="first")], [unit("ring", anchor="first")]) == {(0, 0): 0}
    assert found([unit("ask", number="first")], [unit("ring", anchor="first")]) == {}
    item = ClauseKind.SUB_ITEM
    assert found([unit("ask", number="1.1(a)", kind=item)], [unit("ring", number="1.1(a)", kind=item)]) == {}


def test_long_words_that_stand_once_on_both_sides_are_compared_with_nothing_else() -> None:
    nearly = CLOSED.replace("locks", "shuts")
    before = policy(f"## hall\n{CLOSED}")
    assert found(before, policy(f"## hall\n{CLOSED}\n{nearly}")) == {(0, 0): 1, (1, 1): 1}


def test_no_other_is_compared_with_them() -> None:
    nearly = CLOSED.replace("locks", "shuts")
    before = policy(f"## hall\n{CLOSED}\n{nearly}")
    assert found(before, policy(f"## hall\n{CLOSED}")) == {(0, 0): 1, (1, 1): 1}


def test_they_are_where_they_came_to_another_heading_or_were_few() -> None:
    nearly = CLOSED.replace("locks", "shuts")
    before = policy(f"## hall\n{CLOSED}")
    assert set(found(before, policy(f"## shed\n{CLOSED}\n{nearly}"))) == {(1, 1), (1, 2)}
    assert set(found(policy("ask first"), policy("ask first\nask later"))) == {(0, 0), (0, 1)}
    twice = policy(f"## hall\n{CLOSED}\n{CLOSED}\n{nearly}")
    assert set(found(before, twice)) == {(0, 0), (1, 1), (1, 2), (1, 3)}
    assert set(found(twice, before)) == {(0, 0), (1, 1), (2, 1), (3, 1)}
    # Words that stand below no heading on both sides stayed as well.
    assert found([unit(CLOSED)], [unit(CLOSED), unit(nearly)]) == {(0, 0): 1}


def test_the_six_closest_are_compared() -> None:
    before = [unit("alpha bravo charlie delta")]
    after = [
        unit("alpha"),
        unit("alpha bravo echo foxtrot golf hotel"),
        unit("alpha bravo charlie"),
        unit("bravo charlie delta echo"),
        unit("alpha india"),
        unit("delta"),
        unit("charlie delta"),
        unit("alpha india juliet kilo"),
    ]
    # By the share of words and neighbours in common the last and the fourth from its end are the furthest.
    assert set(found(before, after)) == {(0, 0), (0, 1), (0, 2), (0, 3), (0, 5), (0, 6)}


def words(prefix: str, count: int) -> str:
    return " ".join(f"{prefix}{at}" for at in range(count))


def own(at: int) -> str:
    """Return words that no other unit has."""
    return f"one{at} two{at} three{at}"


def holding(word: str, times: int, begin: int) -> list[AlignedUnit]:
    return [unit(f"{word} {own(at)}") for at in range(begin, begin + times)]


def test_words_in_more_than_twenty_four_units_do_not_tell_them_apart() -> None:
    rare = [unit(f"rare{at} {own(at)}") for at in range(6)]
    asked = [unit("rare0 rare1 rare2 rare3 rare4 rare5 bell")]
    # Six others are rarer. The units with a bell are shorter, and so closer, where it counts.
    bell = [unit(f"bell b{at}") for at in range(24)]
    assert set(found(asked, rare + bell)) == {(0, at) for at in range(6, 12)}
    assert set(found(asked, [*rare, *bell, unit("bell again")])) == {(0, at) for at in range(6)}


def test_of_a_unit_in_which_all_words_are_common_the_six_rarest_tell() -> None:
    words = ["alpha", "bravo", "delta", "echo", "golf", "hotel", "india"]
    # The seventh is in most units, which come first.
    last = holding("india", 40, 0)
    others = [each for at, word in enumerate(words[:6]) for each in holding(word, 26 + at, 100 * (at + 1))]
    pairs = found([unit(" ".join(words))], last + others)
    assert set(pairs) == {(0, at) for at in range(40, 46)}


def test_of_words_that_stand_everywhere_those_at_about_the_same_turn_are_the_same() -> None:
    # Of 21 on each side, five turns before and four behind; the six closest are the first six.
    many = [unit("ask first") for _ in range(21)]
    pairs = found(many, many)
    assert [other for other in range(21) if (10, other) in pairs] == [*range(15)]
    assert [other for other in range(21) if (12, other) in pairs] == [*range(6), *range(7, 17)]
    assert [other for other in range(21) if (20, other) in pairs] == [0, 1, 2, 3, 4, 5, *range(15, 21)]
    few = [unit("ask first") for _ in range(20)]
    assert len(found(few, few)) == 400
    assert len(found(few[:1], [unit("ask first") for _ in range(400)])) == 400
    assert len(found(few[:1], [unit("ask first") for _ in range(401)])) == 6


def test_how_far_it_has_got_is_told() -> None:
    told: list[tuple[int, int]] = []
    before = policy("ask first\nring twice")
    similar_pairs(before, before, [0, 1], [0, 1], lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]
