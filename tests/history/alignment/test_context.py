"""Where units stand by the pairs that are known: seen by hand on policies of a few lines."""

from __future__ import annotations

import pytest

from clausetree.history.alignment.context import Context, Surroundings
from clausetree.history.alignment.units import AlignedUnit
from clausetree.policy.clause import ClauseKind

from .small_units import heading, policy, unit

KEYS = "the caretaker keeps one key of each room here"
LOST = "whoever loses a key tells the caretaker at once"
SPARE = "two spare keys hang behind the door of the kitchen"
BINS = "the bins are emptied on each friday before ten"
HALL = policy(f"""\
## keys
{KEYS}
{LOST}
{SPARE}
## bins
{BINS}
wash them
dry them
""")
"""Two headings, 0 and 4. What stands at 6 and 7 is short, and counts a quarter."""


def context(known: dict[int, int], new: list[AlignedUnit] = HALL, old: list[AlignedUnit] = HALL) -> Context:
    return Context(old, new, known)


def in_section(known: dict[int, int], one: int, other: int, new: list[AlignedUnit] = HALL) -> bool:
    return context(known, new).of(one, other).section


def test_a_section_is_known_by_its_heading() -> None:
    known = {0: 0, 4: 4}
    assert in_section(known, 1, 2)
    assert in_section(known, 5, 7)
    assert not in_section(known, 1, 5)
    assert not in_section({}, 1, 1)


def test_a_section_is_known_by_a_unit_below_it_and_no_unit_speaks_for_itself() -> None:
    assert in_section({1: 1}, 2, 2)
    assert not in_section({1: 1}, 1, 1)
    assert in_section({1: 1, 2: 2}, 1, 1)
    assert not in_section({1: 2}, 5, 5)


def test_few_words_say_little_of_their_section() -> None:
    assert not in_section({6: 6}, 5, 5)
    assert in_section({6: 6, 7: 7}, 5, 5)
    assert not in_section({6: 6, 7: 7}, 6, 6)


def test_words_that_stand_twice_say_little_of_their_section() -> None:
    twice = policy(f"## keys\n{LOST}\n{KEYS}\n## bins\n{LOST}\n{BINS}")
    assert not Context(twice, twice, {1: 1}).of(2, 2).section
    assert Context(twice, twice, {5: 5}).of(4, 4).section


def test_a_heading_goes_with_the_one_that_has_most_of_its_units() -> None:
    parted = policy(f"## lost keys\n{LOST}\n## keys that are kept\n{KEYS}\n{SPARE}\n## bins\n{BINS}")
    found = context({1: 3, 2: 1, 3: 4, 5: 6}, parted)
    assert found.headings() == [(0, 2), (4, 5)]
    assert found.same_section(0, 2)
    assert not found.same_section(0, 0)
    assert not found.same_section(4, 0)


def test_what_stands_below_nothing_stands_in_the_same_section() -> None:
    loose = policy(f"{KEYS}\n{LOST}\n## bins\n{BINS}")
    found = Context(loose, loose, {})
    assert found.same_section(-1, -1)
    assert not found.same_section(-1, 2)
    assert not found.same_section(2, -1)
    assert found.of(0, 1).section
    assert not found.of(0, 3).section


def test_all_that_stands_below_the_title_is_in_one_section_whatever_is_known() -> None:
    titled = policy(f"# house\n{KEYS}\n{LOST}\n## bins\n{BINS}")
    other = policy(f"# home\n{SPARE}\n{LOST}\n## bins\n{BINS}")
    assert Context(titled, other, {}).of(1, 1).section
    assert Context(titled, other, {}).same_section(0, 0)
    assert not Context(titled, other, {}).of(1, 4).section
    # With a second heading of the same rank it is no title.
    assert not Context(titled, HALL, {}).of(1, 1).section
    assert not Context(HALL, titled, {}).of(1, 1).section


RULES = [unit(f"rule number {at} says what nobody else has said", 0) for at in range(10)]
MANY = [heading("rules"), *RULES, heading("bins")]


@pytest.mark.parametrize(("kept", "same"), [(2, False), (3, True)])
def test_with_less_than_a_third_of_its_units_a_section_is_another(kept: int, same: bool) -> None:
    assert Context(MANY, MANY, {at: at for at in range(1, kept + 1)}).same_section(0, 0) is same


def test_items_of_a_clause_are_in_its_section_and_it_is_no_heading() -> None:
    listed = [heading("keys"), unit(KEYS, 0), unit(LOST, 1), unit(SPARE, 1), heading("bins")]
    found = Context(listed, listed, {2: 2, 3: 3})
    assert found.of(2, 2).section
    assert found.same_section(1, 1)
    assert found.headings() == [(0, 0)]


TEN = policy("\n".join(f"rule number {at} says what nobody else has said" for at in range(10)))


def neighbours(known: dict[int, int], one: int, other: int, new: list[AlignedUnit] = TEN) -> tuple[bool, bool]:
    found = Context(TEN, new, known).of(one, other)
    return found.behind, found.ahead


@pytest.mark.parametrize(
    ("known", "one", "other", "behind", "ahead"),
    [
        ({4: 4, 6: 6}, 5, 5, True, True),
        ({4: 4}, 5, 5, True, False),
        ({6: 6}, 5, 5, False, True),
        # Others are beside it now.
        ({4: 6, 6: 4}, 5, 5, False, False),
        ({4: 1, 6: 3}, 5, 2, True, True),
        # Neighbours are no neighbours beyond four places …
        ({1: 1, 9: 9}, 5, 5, True, True),
        ({0: 0}, 5, 5, False, False),
        ({1: 0}, 5, 5, False, False),
        ({0: 1}, 5, 5, False, False),
        # … and the first and the last stand beside the edge.
        ({}, 0, 0, True, False),
        ({}, 3, 3, True, False),
        ({}, 4, 4, False, False),
        ({}, 3, 4, False, False),
        ({}, 9, 9, False, True),
        ({}, 6, 6, False, True),
        ({}, 5, 5, False, False),
        ({}, 6, 5, False, False),
        # Only one of them stands beside it.
        ({3: 3}, 5, 2, False, False),
    ],
)
def test_the_nearest_that_is_known_stands_beside_a_unit(
    known: dict[int, int], one: int, other: int, behind: bool, ahead: bool
) -> None:
    assert neighbours(known, one, other) == (behind, ahead)


def test_between_is_what_has_both_neighbours() -> None:
    each = [Surroundings(True, behind, ahead).between for behind in (True, False) for ahead in (True, False)]
    assert each == [True, False, False, False]


def test_a_heading_whose_section_is_known_has_one_place() -> None:
    assert context({1: 1, 2: 2}).places(0) == [0]


NEW = policy(f"## keys\n{KEYS}\nask the porter\nring the bell\n{SPARE}\n## bins\n{BINS}\nwash them\ndry them")
"""Two new lines stand where `LOST` stood."""


def test_a_unit_may_be_what_stands_between_its_neighbours() -> None:
    assert context({0: 0, 1: 1, 3: 4, 4: 5}, NEW).places(2) == [2, 3]
    assert context({0: 0, 1: 1, 2: 3, 3: 4, 4: 5}, NEW, HALL).places(6) == [6, 7, 8]


def test_it_may_be_no_unit_that_is_another() -> None:
    assert context({0: 0, 1: 1, 3: 4, 4: 5, 6: 2}, NEW).places(2) == [3]


def test_it_may_be_no_unit_of_another_kind_or_section() -> None:
    unnumbered = [*NEW[:2], unit("ask the porter", 0, kind=ClauseKind.UNNUMBERED), *NEW[3:]]
    assert context({0: 0, 1: 1, 3: 4, 4: 5}, unnumbered).places(2) == [3]
    elsewhere = [*NEW[:2], unit("ask the porter", 1), *NEW[3:]]
    assert context({0: 0, 1: 1, 3: 4, 4: 5}, elsewhere).places(2) == [3]


def test_where_nothing_stands_between_its_neighbours_it_is_somewhere_below_the_heading() -> None:
    below = policy(f"## keys\n{KEYS}\n{SPARE}\nask the porter\n## bins\n{BINS}")
    assert context({0: 0, 1: 1, 3: 2, 4: 4, 5: 5}, below).places(2) == [3]
    # To the last line, where nothing behind it is known.
    last = policy(f"## bins\n{BINS}\ndust them\n## keys\n{KEYS}\n{LOST}\n{SPARE}")
    assert context({0: 3, 1: 4, 2: 5, 3: 6, 4: 0, 5: 1, 6: 2}, last).places(7) == []


def test_of_more_than_three_places_none_is_likely() -> None:
    four = policy(f"## keys\n{KEYS}\na\nb\nc\nd\n{SPARE}\n## bins\n{BINS}")
    three = policy(f"## keys\n{KEYS}\na\nb\nc\n{SPARE}\n## bins\n{BINS}")
    assert context({0: 0, 1: 1, 3: 6, 4: 7}, four).places(2) == []
    assert context({0: 0, 1: 1, 3: 5, 4: 6}, three).places(2) == [2, 3, 4]


def test_the_share_below_two_headings_is_of_the_one_that_has_more() -> None:
    fewer = policy(f"## keys\n{KEYS}\n{LOST}\n## bins\n{BINS}")
    assert context({1: 1, 2: 2}, fewer).below(0, 0) == pytest.approx(2 / 3)
    assert Context(fewer, HALL, {1: 1, 2: 2}).below(0, 0) == pytest.approx(2 / 3)
    assert context({1: 1, 2: 2}, fewer).below(4, 3) == 0
    # Long words count one, and short ones a quarter each.
    assert context({6: 6}).below(4, 4) == pytest.approx(0.25 / 1.5)
    empty = [heading("keys"), heading("bins")]
    assert Context(empty, empty, {}).below(0, 0) == 0


def test_what_stood_below_a_heading_stands_elsewhere() -> None:
    swapped = policy(f"## keys\n{BINS}\n## bins\n{KEYS}\n{LOST}\n{SPARE}")
    found = context({1: 3, 2: 4, 3: 5, 5: 1}, swapped)
    assert found.moved_sections(0, 0)
    assert not found.moved_sections(0, 2)
    assert not context({}, swapped).moved_sections(0, 0)


def test_a_pair_separates_two_headings_where_it_leaves_one_or_comes_from_elsewhere() -> None:
    moved = policy(f"## keys\n{KEYS}\n{BINS}\n## bins\n{SPARE}\n{LOST}")
    found = context({}, moved)
    assert not found.separated(0, 0, {1: 1})
    assert found.separated(0, 0, {1: 1, 2: 5})
    assert found.separated(0, 0, {5: 2})
    assert not found.separated(0, 0, {6: 4})


def test_the_area_of_a_unit_passes_over_clauses_that_are_unknown() -> None:
    listed = [heading("keys"), unit(KEYS, 0), unit("a whistle", 1), heading("bins"), unit(BINS, 3)]
    new = [heading("keys"), unit("carry these", 0), unit("a whistle", 1), heading("bins"), unit(BINS, 3)]
    assert Context(listed, new, {0: 0}).same_area(2, 2)
    assert not Context(listed, new, {0: 0, 3: 3}).same_area(2, 4)
    # A clause that is known, and another where it stands now, are two sections.
    assert not Context(listed, new, {0: 0, 1: 4}).same_area(2, 2)
    assert not Context(listed, new, {0: 0, 4: 1}).same_area(2, 2)
    loose = [unit("carry these"), unit("a whistle", 0)]
    assert Context(loose, loose, {}).same_area(1, 1)


def test_a_heading_counts_for_one_unit_and_a_half_of_those_below_it() -> None:
    swapped = policy(f"## keys\nask first\n## doors\n{KEYS}\n{LOST}\n## bins\n{BINS}")
    assert context({0: 0, 1: 3}, swapped).same_section(0, 0)
    assert context({0: 0, 1: 3, 2: 4}, swapped).same_section(0, 2)


def test_what_a_unit_says_of_its_own_section_is_what_it_counted_for_before() -> None:
    shifted = policy(f"## keys\nring\n{KEYS}\n{LOST}\n## bins\n{BINS}")
    assert not in_section({1: 2}, 1, 2, shifted)


def test_a_unit_that_came_to_stand_twice_says_little_of_its_section() -> None:
    twice = policy(f"## keys\n{KEYS}\nring\n## bins\n{BINS}\n{KEYS}")
    assert not in_section({1: 1}, 2, 2, twice)


def test_what_was_a_heading_says_nothing_of_the_section_above_it() -> None:
    old = [heading("keys"), heading(SPARE, 0), heading("bins"), unit(BINS, 2)]
    new = [heading("keys"), unit(SPARE, 0), heading("bins"), unit(BINS, 2)]
    assert not Context(old, new, {1: 1}).same_section(0, 0)


def test_headings_go_with_headings() -> None:
    old = [heading("keys"), unit(KEYS, 0), unit(LOST, 0), heading("bins")]
    new = [unit("these rules hold"), unit(KEYS, 0), unit(LOST, 0), heading("bins")]
    found = Context(old, new, {1: 1, 2: 2})
    assert found.same_section(0, 0)
    assert found.headings() == []


def test_a_section_is_no_two_sections() -> None:
    merged = policy(f"## keys and bins\n{KEYS}\n{LOST}\n{BINS}\n## shed")
    found = context({1: 1, 2: 2, 5: 3}, merged)
    assert found.same_section(0, 0)
    assert not found.same_section(4, 0)


def test_a_section_that_was_cut_down_or_that_grew_is_the_same() -> None:
    few = [heading("rules"), *RULES[:2], heading("bins")]
    assert Context(MANY, few, {1: 1, 2: 2}).same_section(0, 0)
    assert Context(few, MANY, {1: 1, 2: 2}).same_section(0, 0)
    others = [heading("others"), *(unit(f"the other number {at} is short here too now", 0) for at in range(10))]
    grown = [unit(each.clause.text, 11) for each in RULES]
    assert Context(few, [*others, heading("rules"), *grown], {1: 12, 2: 13}).same_section(0, 11)


def test_a_second_heading_of_the_same_rank_right_below_the_first_makes_it_no_title() -> None:
    two = policy(f"## keys\n## bins\n{BINS}")
    assert not Context(two, two, {}).same_section(0, 0)
    assert not Context([], [], {}).same_section(0, 0)


def test_no_place_before_or_behind_its_neighbours_is_meant() -> None:
    new = policy(f"## keys\nring\n{KEYS}\nask\n{SPARE}\nsing\n## bins\n{BINS}")
    assert context({0: 0, 1: 2, 3: 4, 4: 6}, new).places(2) == [3]
    last = policy(f"## keys\n{KEYS}\n{LOST}\n{SPARE}\n## bins\na\nb\nc\nd\n{BINS}\nwash them\nmop them")
    assert context({0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 9, 6: 10}, last).places(7) == [11]
