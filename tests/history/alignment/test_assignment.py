"""The heaviest way to pair one to one, of tables that can be gone through by hand."""

from __future__ import annotations

import pytest

from clausetree.history.alignment.assignment import heaviest_pairs


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ({}, {}),
        ({(0, 0): 1}, {0: 0}),
        ({(4, 7): 0.5}, {4: 7}),
        # What weighs nothing is no pair.
        ({(0, 0): 0, (1, 1): -1, (2, 2): 1}, {2: 2}),
        ({(0, 0): 1, (0, 1): 2}, {0: 1}),
        ({(0, 0): 1, (1, 0): 2}, {1: 0}),
        # 2 + 2 is more than 3, and 5 is more than 2 + 2.
        ({(0, 0): 3, (0, 1): 2, (1, 0): 2}, {0: 1, 1: 0}),
        ({(0, 0): 5, (0, 1): 2, (1, 0): 2}, {0: 0}),
        ({(0, 0): 4.5, (0, 1): 2, (1, 0): 2}, {0: 0}),
        # 6 + 5; the first had a place, and better stays alone: 4 + 6 and 5 + 5 are less.
        ({(0, 0): 4, (0, 1): 5, (1, 1): 6, (2, 0): 5, (2, 1): 1}, {1: 1, 2: 0}),
        # The last one to come moves both others on: 3 + 3 + 3, and one of 4 would leave less.
        ({(0, 0): 4, (0, 1): 3, (1, 1): 4, (1, 2): 3, (2, 0): 3}, {0: 1, 1: 2, 2: 0}),
        ({(0, 0): 4, (0, 1): 3, (1, 1): 4, (1, 2): 1, (2, 0): 2}, {0: 0, 1: 1}),
        # Two want the same two, and a third has a place that nobody else wants.
        (
            {(0, 5): 1.0, (0, 6): 0.9, (1, 5): 1.0, (1, 6): 0.5, (2, 6): 0.6, (2, 7): 0.1},
            {0: 6, 1: 5, 2: 7},
        ),
        ({(0, 0): 2, (1, 0): 2, (1, 1): 1, (2, 1): 3, (2, 0): 1}, {0: 0, 2: 1}),
    ],
)
def test_no_other_pairs_weigh_more(weights: dict[tuple[int, int], float], pairs: dict[int, int]) -> None:
    assert heaviest_pairs(weights) == pairs


def test_everybody_wants_the_first_place_and_gets_the_next_that_costs_least() -> None:
    table = [[9, 8, 7, 1], [9, 8, 5, 1], [9, 6, 5, 1], [6, 5, 4, 3]]
    weights = {(one, place): weight for one, row in enumerate(table) for place, weight in enumerate(row)}
    # 7 + 8 + 9 + 3 = 27; each other way to share the places gives less.
    assert heaviest_pairs(weights) == {0: 2, 1: 1, 2: 0, 3: 3}
