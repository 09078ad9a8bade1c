"""Which unit is which, of policies of a few lines: judged by hand."""

from __future__ import annotations

from clausetree.history.alignment.align import Alignment, align

from .small_units import policy

KEY = "the caretaker keeps one key of each room here"
LOST = "whoever loses a key tells the caretaker at once"
FORECAST = "look at the forecast for the whole afternoon today"
BINS = "the bins are emptied on each friday before ten"


def aligned(before: str, after: str) -> Alignment:
    return align(policy(before), policy(after))


def test_few_words_of_a_section_that_is_gone_are_asked_about_wherever_they_stand_now() -> None:
    before = f"## keys\n{KEY}\n## boats\nask first\n{FORECAST}"
    found = aligned(before, f"ask first\n## keys\n{KEY}")
    assert found.certain == {0: 1, 1: 2}
    assert found.candidates == {3: (0,)}
    found = aligned(before, f"## oars\nask first\n## keys\n{KEY}")
    assert found.certain == {0: 2, 1: 3}
    assert found.candidates == {2: (0,), 3: (1,)}


def test_what_kept_its_anchor_and_its_words_is_the_same_wherever_it_stands() -> None:
    before = f"#a ask first\n#b ask first\n#c {KEY}"
    # By their places alone they would be the other way round.
    assert aligned(before, f"#b ask first\n#a ask first\n#c {KEY}").certain == {0: 1, 1: 0, 2: 2}


def test_an_anchor_with_other_words_is_not_kept() -> None:
    found = aligned(f"#key {KEY}\n#lost {LOST}", f"#key {LOST}\n#lost {KEY}")
    assert found.certain == {0: 1, 1: 0}


def test_a_unit_that_was_kept_is_given_to_no_other() -> None:
    # The second line was said twice; its anchor says which of both it is.
    found = aligned(f"#a {KEY}\n#b {BINS}", f"{BINS}\n{KEY}\n#b {BINS}")
    assert found.certain == {0: 1, 1: 2}
    assert found.candidates == {}


def test_without_anchors_words_are_found_in_their_sections() -> None:
    before = f"## keys\n#k1 {KEY}\n#k2 ask first\n## bins\n#b1 {BINS}\n#b2 ask first"
    after = f"## bins\n{BINS}\nask first\n## keys\n{KEY}\nask first"
    assert aligned(before, after).certain == {0: 3, 1: 4, 2: 5, 3: 0, 4: 1, 5: 2}


def test_a_heading_is_found_by_what_stands_below_it_though_no_word_of_it_is_left() -> None:
    before = f"## keys\n{KEY}\n{LOST}\n## bins\n{BINS}"
    after = f"## doors and locks\n{KEY}\n{LOST}\n## bins\n{BINS}"
    assert aligned(before, after).certain == {at: at for at in range(5)}


def test_of_two_that_are_as_likely_neither_is_certain() -> None:
    # One of both was taken out, and the other stands where the one it is like stood beside.
    before = f"{KEY}\nring the bell twice\nring the gong twice\n{LOST}"
    after = f"{KEY}\nring the horn twice\n{LOST}"
    found = aligned(before, after)
    assert found.certain == {0: 0, 3: 2}
    assert found.candidates == {1: (1,), 2: (1,)}


def test_of_two_the_one_that_is_clearly_more_alike_is_certain() -> None:
    before = f"{KEY}\nring the bell twice before you enter the hall\nlock up\n{LOST}"
    after = f"{KEY}\nring the bell twice before you enter the house\n{LOST}"
    found = aligned(before, after)
    assert found.certain == {0: 0, 1: 1, 3: 2}
    assert found.candidates == {}


def test_nothing_is_like_nothing() -> None:
    assert aligned("", f"{KEY}").certain == {}
    found = aligned(f"{KEY}", "")
    assert (found.certain, found.candidates) == ({}, {})


def test_how_far_it_has_got_is_told() -> None:
    told: list[tuple[int, int]] = []
    align(policy(f"{KEY}\n{LOST}"), policy(f"ring\n{LOST}"), lambda done, of: told.append((done, of)))
    assert told == [(0, 1)]


def test_the_anchor_of_the_same_words_says_more_than_their_section() -> None:
    before = f"## keys\n{KEY}\n#a ask first\n## bins\n{BINS}\n#b ask first"
    after = f"## keys\n{KEY}\n#b ask first\n## bins\n{BINS}\n#a ask first"
    assert aligned(before, after).certain == {0: 0, 1: 1, 2: 5, 3: 3, 4: 4, 5: 2}


def test_a_heading_with_other_words_and_a_third_of_what_stood_below_it_is_asked_about() -> None:
    before = f"## keys\n{KEY}\n{LOST}\n{FORECAST}\n## bins\n{BINS}"
    found = aligned(before, f"## doors\n{KEY}\nring\nsing\n## bins\n{BINS}")
    assert found.certain == {1: 1, 4: 4, 5: 5}
    assert found.candidates[0] == (0,)


def test_what_was_kept_stands_in_the_way_of_nobody() -> None:
    badge = "whoever loses a badge tells the caretaker at once"
    # The new words are more like those that were kept than like those that they came from.
    before = f"#a {LOST}\n#c whoever loses a badge tells the trainer at once\n#d {KEY}"
    assert aligned(before, f"#a {LOST}\n{badge}\n#d {KEY}").certain == {0: 0, 1: 1, 2: 2}


def test_nothing_else_is_where_something_was_kept() -> None:
    found = aligned(f"#a {LOST}\n#c whoever loses a badge tells the caretaker at once", f"#a {LOST}")
    assert (found.certain, found.candidates) == ({0: 0}, {})


def test_a_heading_that_was_kept_is_no_other_heading_whose_words_came_below_it() -> None:
    found = aligned(f"## #k keys\n{KEY}\n## #b bins\n{BINS}\n{LOST}", f"## #k keys\n{BINS}\n{LOST}")
    assert found.certain == {0: 0, 3: 1, 4: 2}
