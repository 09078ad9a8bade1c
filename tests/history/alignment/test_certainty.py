"""Which pairs are the same clause without a doubt: judged by hand, of policies of a few lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetree.history.alignment.certainty import Certainty
from clausetree.history.alignment.pairs import Weights
from clausetree.history.alignment.units import AlignedUnit
from clausetree.policy.clause import ClauseKind

from .small_units import policy, unit

KEYS = "the caretaker keeps one key of each room here"
LOST = "whoever loses a key tells the caretaker at once"
SPARE = "two spare keys hang behind the door of the kitchen"
BINS = "the bins are emptied on each friday before ten"
LONG = "whoever is the last to leave the hall at night turns off the lights and heaters"
"""Sixteen words."""
HALL = policy(f"""\
## keys
{KEYS}
{LOST}
{SPARE}
## bins
{BINS}
wash them with soap today
dry them
""")


def certain(
    found: Weights,
    kept: dict[int, int],
    old: list[AlignedUnit] = HALL,
    new: list[AlignedUnit] = HALL,
    more: Weights | None = None,
) -> set[tuple[int, int]]:
    """Return which of the pairs `found` are certain, all being clear, besides those `kept` and those `more`."""
    clear = dict(found)
    pairs = {**kept, **dict(clear.keys())}
    judged = Certainty(old, new, {**found, **(more or {})}, pairs).among(dict(clear.keys()), kept)
    assert kept.items() <= judged.items()
    return judged.items() - kept.items()


def all_but(*places: int) -> dict[int, int]:
    """Return that every unit of the hall stands where it stood but these."""
    return {at: at for at in range(8) if at not in places}


def is_certain(
    similarity: float, at: int, old: list[AlignedUnit] = HALL, new: list[AlignedUnit] = HALL
) -> bool:
    """Return whether words that are so much alike are the same, all else being where it was."""
    return bool(certain({(at, at): similarity}, all_but(at), old, new))


def other(at: int, changed: AlignedUnit) -> list[AlignedUnit]:
    """Return the hall with another unit at a place."""
    return [*HALL[:at], changed, *HALL[at + 1 :]]


def numbered(units: list[AlignedUnit], number: str | None, at: int) -> list[AlignedUnit]:
    clause = replace(units[at].clause, number=number)
    return [*units[:at], replace(units[at], clause=clause), *units[at + 1 :]]


@pytest.mark.parametrize(
    ("at", "enough"),
    [
        (2, 0.6),  # nine words
        (6, 0.6),  # five
        (7, 0.7),  # two
    ],
)
def test_in_its_place_most_of_the_words_must_be_the_same(at: int, enough: float) -> None:
    new = numbered(HALL, "1.2", at)
    assert is_certain(enough, at, HALL, new)
    assert not is_certain(enough - 0.01, at, HALL, new)


def test_the_shorter_of_both_says_how_many_words_there_are() -> None:
    assert not is_certain(0.69, 2, HALL, other(2, unit("tell the caretaker", 0)))
    assert is_certain(0.7, 2, HALL, other(2, unit("tell the caretaker", 0)))


def test_with_the_same_number_between_the_same_neighbours_a_little_less_is_enough() -> None:
    first, second = numbered(HALL, "1.2", 2), numbered(HALL, "1.3", 2)
    assert is_certain(0.55, 2, first, first)
    assert not is_certain(0.54, 2, first, first)
    assert not is_certain(0.59, 2, first, second)
    # So it is without a number before and after.
    assert is_certain(0.55, 2)
    # Eight words are enough, and seven are not.
    eight, seven = LOST.split()[:8], LOST.split()[:7]
    assert is_certain(0.55, 2, first, numbered(other(2, unit(" ".join(eight), 0)), "1.2", 2))
    assert not is_certain(0.59, 2, first, numbered(other(2, unit(" ".join(seven), 0)), "1.2", 2))
    # Not where only one neighbour is the same.
    assert not certain({(2, 2): 0.59}, all_but(2, 3, 4, 5, 6, 7), first, first)
    assert certain({(2, 2): 0.6}, all_but(2, 3, 4, 5, 6, 7), first, first)


def test_what_became_another_kind_must_have_three_quarters() -> None:
    unnumbered = other(2, unit(LOST, 0, kind=ClauseKind.UNNUMBERED))
    assert is_certain(0.75, 2, HALL, unnumbered)
    assert not is_certain(0.74, 2, HALL, unnumbered)


def test_of_words_that_stood_twice_three_quarters_and_both_neighbours() -> None:
    twice = other(5, unit(LOST, 4))
    assert is_certain(0.75, 2, twice)
    assert not is_certain(0.74, 2, twice)
    assert not certain({(2, 2): 0.99}, all_but(2, 3, 4, 5, 6, 7), twice)


TURNED = policy(f"## keys\n{SPARE}\n{LOST}\n{KEYS}\n## bins\n{BINS}\nwash them with soap today\ndry them")
"""`LOST` has other neighbours on both sides."""
NEIGHBOURS = {**all_but(1, 2, 3), 1: 3, 3: 1}


def test_beside_nothing_that_it_stood_beside_only_its_number_speaks_for_it() -> None:
    assert certain({(2, 2): 0.99}, NEIGHBOURS, HALL, TURNED) == set()
    first = numbered(HALL, "1.2", 2), numbered(TURNED, "1.2", 2)
    assert certain({(2, 2): 0.6}, NEIGHBOURS, *first) == {(2, 2)}
    assert certain({(2, 2): 0.59}, NEIGHBOURS, *first) == set()
    assert certain({(2, 2): 0.99}, NEIGHBOURS, HALL, numbered(TURNED, "1.2", 2)) == set()


def moved(words: str) -> tuple[list[AlignedUnit], list[AlignedUnit]]:
    """Return a policy with a clause under the first heading, and one that has it last of all instead."""
    return (
        policy(f"## keys\n{words}\n{KEYS}\n{LOST}\n## bins\n{BINS}"),
        policy(f"## keys\n{KEYS}\n{LOST}\n## bins\n{BINS}\n{words}"),
    )


MOVED = {0: 0, 2: 1, 3: 2, 4: 3, 5: 4}


def test_what_moved_away_from_its_section_must_be_fifteen_words_and_plainly_the_same() -> None:
    assert certain({(1, 5): 0.85}, MOVED, *moved(LONG)) == {(1, 5)}
    assert certain({(1, 5): 0.84}, MOVED, *moved(LONG)) == set()
    fifteen, fourteen = " ".join(LONG.split()[:15]), " ".join(LONG.split()[:14])
    assert certain({(1, 5): 0.85}, MOVED, *moved(fifteen)) == {(1, 5)}
    assert certain({(1, 5): 0.99}, MOVED, *moved(fourteen)) == set()
    assert certain({(1, 5): 0.99}, MOVED, moved(LONG)[0], moved(fourteen)[1]) == set()


def between(words: str) -> tuple[list[AlignedUnit], list[AlignedUnit]]:
    """Return a policy with a clause before a heading, and one that has it behind the heading instead."""
    return (
        policy(f"## keys\n{KEYS}\n{LOST}\n{words}\n## bins\n{BINS}\n{SPARE}"),
        policy(f"## keys\n{KEYS}\n{LOST}\n## bins\n{words}\n{BINS}\n{SPARE}"),
    )


def test_between_its_neighbours_in_another_section_long_words_are_the_same() -> None:
    # The heading between them is new.
    known = {1: 1, 2: 2, 5: 5, 6: 6}
    assert certain({(3, 4): 0.6}, known, *between(LONG)) == {(3, 4)}
    assert certain({(3, 4): 0.59}, known, *between(LONG)) == set()
    assert certain({(3, 4): 0.85}, known, *between("ask first")) == {(3, 4)}
    assert certain({(3, 4): 0.84}, known, *between("ask first")) == set()


# The same words.


def test_the_same_words_in_their_section_are_the_same_where_they_stand_there_once() -> None:
    assert certain({(2, 2): 1}, NEIGHBOURS, HALL, TURNED) == {(2, 2)}


TWICE = policy("## keys\nask first\nring the bell\nask first\n## bins\nempty them")


def test_few_words_that_stand_twice_in_a_section_need_a_neighbour() -> None:
    assert certain({(1, 1): 1, (3, 3): 1}, {0: 0, 2: 2, 4: 4, 5: 5}, TWICE, TWICE) == {(1, 1), (3, 3)}
    # Here the first has none, and the second may be either.
    swapped = policy("## keys\nring the bell\nlock up\nask first\nsing\nask first\n## bins\nempty them")
    assert certain({(1, 3): 1}, {0: 0, 2: 1, 4: 6, 5: 7}, TWICE, swapped) == set()


def test_words_that_stood_in_two_sections_are_the_same_where_the_others_stayed() -> None:
    both = policy("## keys\nring the bell\nask first\nlock up\n## bins\nask first\nempty them")
    more = policy("## keys\nlock up\nask first\nring the bell\nask first\n## bins\nask first\nempty them")
    known = {0: 0, 1: 3, 3: 1, 4: 5, 6: 7}
    assert certain({(2, 2): 1, (5, 6): 1}, known, both, more) == {(2, 2), (5, 6)}
    # The other one has no place: it may be either of those here.
    gone = policy("## keys\nlock up\nask first\nring the bell\nask first\n## bins\nempty them")
    assert certain({(2, 2): 1}, {0: 0, 1: 3, 3: 1, 4: 5, 6: 6}, both, gone) == set()


def test_words_that_stood_in_two_sections_are_the_same_in_one_where_they_stand_once() -> None:
    both = policy("## keys\nring the bell\nask first\nlock up\n## bins\nask first\nempty them")
    # They are gone from the other section.
    left = policy("## keys\nlock up\nask first\nring the bell\n## bins\nempty them")
    known = {0: 0, 1: 3, 3: 1, 4: 4, 6: 5}
    assert certain({(2, 2): 1}, known, both, left) == {(2, 2)}


def test_all_others_must_have_stayed() -> None:
    three = policy("## keys\nring the bell\nask first\nlock up\n## bins\nask first\n## shed\nask first")
    more = policy("## keys\nlock up\nask first\nring the bell\nask first\n## bins\nask first\n## shed\nsing")
    known = {0: 0, 1: 3, 3: 1, 4: 5, 6: 7}
    assert certain({(2, 2): 1, (5, 6): 1}, known, three, more) == {(5, 6)}


def test_the_same_words_said_once_more_in_its_section_are_none_that_became_of_it() -> None:
    repeated = policy(f"## keys\n{KEYS}\n{LOST}\n{LOST}\n## bins\n{BINS}")
    known = {0: 0, 1: 1, 4: 4, 5: 5}
    assert certain({(2, 2): 1}, known, SHED, repeated, more={(2, 3): 1}) == {(2, 2)}


def test_nearly_the_same_words_in_its_section_may_be_what_became_of_it() -> None:
    old, new = moved(LONG)
    reworded = [*new, unit(LONG.replace("hall", "house"), 0)]
    assert certain({(1, 5): 1}, MOVED, old, new) == {(1, 5)}
    assert certain({(1, 5): 1}, MOVED, old, reworded, more={(1, 6): 0.9}) == set()
    assert certain({(1, 5): 1}, MOVED, old, reworded, more={(1, 6): 0.75}) == set()
    assert certain({(1, 5): 1}, MOVED, old, reworded, more={(1, 6): 0.74}) == {(1, 5)}
    # In another section it is another clause; and so is what other words have become.
    elsewhere = [*new, unit(LONG.replace("hall", "house"), 3)]
    assert certain({(1, 5): 1}, MOVED, old, elsewhere, more={(1, 6): 0.9}) == {(1, 5)}
    kept = [*old, unit(LONG.replace("hall", "house"), 0)]
    assert certain({(1, 5): 1}, {**MOVED, 6: 6}, kept, reworded, more={(1, 6): 0.9}) == {(1, 5)}


def test_the_same_words_that_moved_away_must_be_fifteen() -> None:
    fifteen, fourteen = " ".join(LONG.split()[:15]), " ".join(LONG.split()[:14])
    assert certain({(1, 5): 1}, MOVED, *moved(fifteen)) == {(1, 5)}
    assert certain({(1, 5): 1}, MOVED, *moved(fourteen)) == set()


def test_they_must_have_stood_nowhere_else() -> None:
    old, new = moved(LONG)
    assert certain({(1, 5): 1}, MOVED, [*old, unit(LONG, 4)], new) == set()
    assert certain({(1, 5): 1}, MOVED, old, [*new, unit(LONG, 0)]) == set()


def test_between_its_neighbours_the_same_words_are_the_same_in_any_section() -> None:
    assert certain({(3, 4): 1}, {1: 1, 2: 2, 5: 5, 6: 6}, *between("ask first")) == {(3, 4)}
    assert certain({(3, 4): 1}, {1: 1, 2: 2, 6: 6}, *between("ask first")) == {(3, 4)}
    assert certain({(3, 4): 1}, {1: 1, 5: 6, 6: 5}, *between("ask first")) == set()


def packing(item: str) -> tuple[list[AlignedUnit], list[AlignedUnit]]:
    """Return a list of things, and the same below other words."""
    old = policy(f"## trips\nwhoever leads carries\n{item}\n## bins\n{BINS}")
    new = policy(f"## trips\nlunch is eaten at noon\n{item}\n## bins\n{BINS}")
    return [*old[:2], unit(item, 1), *old[3:]], [*new[:2], unit(item, 1), *new[3:]]


def test_an_item_is_the_same_where_the_words_that_lead_in_to_it_are_new() -> None:
    known = {0: 0, 3: 3, 4: 4}
    assert certain({(2, 2): 1}, known, *packing("a map")) == {(2, 2)}
    old, new = packing("a whistle on a cord")
    new = [*new[:2], *(unit(f"new item {at}", 1) for at in range(6)), unit("a whistle on a cord", 1)]
    new += [unit(f"further item {at}", 1) for at in range(6)]
    assert certain({(2, 8): 1}, {0: 0}, old, new) == {(2, 8)}
    few = [replace(each, words=("a", "map")) if at == 2 else each for at, each in enumerate(old)]
    fewer = [replace(each, words=("a", "map")) if at == 8 else each for at, each in enumerate(new)]
    assert certain({(2, 8): 1}, {0: 0}, few, fewer) == set()


# Headings.

SHED = policy(f"## keys\n{KEYS}\n{LOST}\n{SPARE}\n## bins\n{BINS}")


def test_a_heading_is_the_same_whatever_its_words_with_most_of_what_stands_below_it() -> None:
    assert certain({(0, 0): 0}, {1: 1, 2: 2, 4: 4, 5: 5}, SHED, SHED) == {(0, 0)}
    assert certain({(0, 0): 0}, {1: 1, 4: 4, 5: 5}, SHED, SHED) == set()
    five = [*SHED[:4], unit(LONG, 0), unit(f"{LONG} too", 0)]
    assert certain({(0, 0): 0}, {1: 1, 2: 2, 3: 3}, five, five) == {(0, 0)}


def test_a_heading_with_the_same_words_is_the_same_with_a_fifth_of_what_stands_below_it() -> None:
    mended = "whoever mends a lock writes it into the book there"
    old = policy(f"## keys\n{KEYS}\n{LOST}\n{SPARE}\n{LONG}\n{mended}\n## bins\n{BINS}")
    old = [*old, unit("bins are washed with hot water and some soap", 6)]
    # One of five stays, and so does no neighbour; there is another heading of the same words.
    new = policy(f"## bins\n{BINS}\n## shed\nask\n## keys\n{old[8].clause.text}\n{KEYS}\n## keys\nsing")
    assert certain({(0, 4): 1}, {1: 6, 7: 1, 8: 5}, old, new) == {(0, 4)}
    assert certain({(0, 4): 1}, {7: 1, 8: 5}, old, new) == set()


def test_a_heading_with_the_same_words_and_nothing_of_its_own_is_the_same_in_its_place() -> None:
    new = policy(f"## keys\nask first\n## bins\n{BINS}")
    assert certain({(0, 0): 1}, {4: 2, 5: 3}, SHED, new) == {(0, 0)}


AROUND = policy(f"## bins\n{BINS}\n## keys\n{KEYS}\n## shed\n{SPARE}")


def test_a_heading_that_moved_is_the_same_where_all_below_it_is_new_and_nothing_left_it() -> None:
    new = policy(f"## keys\nask first\n## bins\n{BINS}\n{KEYS}\n## shed\n{SPARE}")
    known = {0: 2, 1: 3, 4: 5, 5: 6}
    assert certain({(2, 0): 1}, known, AROUND, new) == {(2, 0)}
    assert certain({(2, 0): 1}, {**known, 3: 4}, AROUND, new) == set()
    # What has hardly a word in common did not leave it.
    assert certain({(2, 0): 1}, {**known, 3: 4}, AROUND, new, more={(3, 4): 0.75}) == set()
    assert certain({(2, 0): 1}, {**known, 3: 4}, AROUND, new, more={(3, 4): 0.74}) == {(2, 0)}
    # With another of the same words it may be either.
    twice = [*new, *policy("## keys")]
    assert certain({(2, 0): 1}, known, AROUND, twice) == set()


def test_a_heading_is_another_where_what_stood_below_it_stands_below_another() -> None:
    new = policy(f"## keys\nask first\n## doors\n{KEYS}\n{LOST}\n{SPARE}\n## bins\n{BINS}")
    assert certain({(0, 0): 1}, {1: 3, 2: 4, 3: 5, 4: 6, 5: 7}, SHED, new) == set()


def test_a_heading_of_which_less_than_three_quarters_are_the_same_must_have_its_section() -> None:
    new = policy(f"## the keys\nask first\n## bins\n{BINS}")
    assert certain({(0, 0): 0.74}, {4: 2, 5: 3}, SHED, new) == set()
    assert certain({(0, 0): 0.74}, {1: 1, 4: 4, 5: 5}, SHED, SHED) == {(0, 0)}


def test_what_is_certain_makes_its_neighbours_certain() -> None:
    # Alone none of them has a neighbour that is known.
    clear: Weights = {(at, at): 0.8 for at in (1, 2, 3)}
    assert certain({**clear, (0, 0): 1, (4, 4): 1, (5, 5): 1}, {}, SHED, SHED) == {(at, at) for at in range(6)}


def test_in_the_end_each_must_be_certain_by_the_others() -> None:
    loose = [unit(f"{LOST} {at}") for at in range(12)]
    assert certain({(5, 5): 0.8}, {}, loose, loose) == set()
    assert certain({(5, 5): 0.8, (6, 6): 0.8}, {}, loose, loose) == {(5, 5), (6, 6)}
    assert certain({(5, 5): 0.75, (6, 6): 0.75}, {}, loose, loose) == {(5, 5), (6, 6)}
    assert certain({(5, 5): 0.74, (6, 6): 0.74}, {}, loose, loose) == set()
