"""The heaviest chain in reading order, of tables that can be gone through by hand."""

from __future__ import annotations

import pytest

from clausetree.history.alignment.chain import heaviest_chain


@pytest.mark.parametrize(
    ("weights", "chain"),
    [
        ({}, []),
        ({(3, 2): 1}, [(3, 2)]),
        ({(0, 0): 1, (1, 1): 1, (2, 2): 1}, [(0, 0), (1, 1), (2, 2)]),
        # One that leads back ends a chain.
        ({(0, 1): 1, (1, 0): 2}, [(1, 0)]),
        ({(0, 1): 2, (1, 0): 1}, [(0, 1)]),
        # Of pairs on one line only one may be taken.
        ({(0, 0): 1, (0, 1): 2}, [(0, 1)]),
        ({(0, 0): 1, (1, 0): 2}, [(1, 0)]),
        ({(0, 0): 2, (0, 1): 2, (1, 1): 2}, [(0, 0), (1, 1)]),
        # 1 + 1 + 1 is more than 2.5, and less than 3.5.
        ({(0, 3): 2.5, (0, 0): 1, (1, 1): 1, (2, 2): 1}, [(0, 0), (1, 1), (2, 2)]),
        ({(0, 3): 3.5, (0, 0): 1, (1, 1): 1, (2, 2): 1}, [(0, 3)]),
        # The heaviest before 4 stands far before it, with others between that do not count.
        (
            {(0, 0): 5, (1, 5): 2.5, (2, 3): 1, (3, 4): 1, (4, 5): 1, (5, 6): 1},
            [(0, 0), (2, 3), (3, 4), (4, 5), (5, 6)],
        ),
        (
            {(0, 0): 5, (1, 5): 6, (2, 3): 1, (3, 4): 1, (4, 5): 1, (5, 6): 1},
            [(0, 0), (1, 5), (5, 6)],
        ),
        ({(0, 7): 1, (1, 6): 1.3, (2, 8): 1, (3, 2): 2, (4, 3): 0.5, (5, 9): 1}, [(3, 2), (4, 3), (5, 9)]),
        ({(0, 7): 1, (1, 6): 1.7, (2, 8): 1, (3, 2): 2, (4, 3): 0.5, (5, 9): 1}, [(1, 6), (2, 8), (5, 9)]),
    ],
)
def test_no_other_chain_weighs_more(
    weights: dict[tuple[int, int], float], chain: list[tuple[int, int]]
) -> None:
    assert heaviest_chain(weights) == chain
