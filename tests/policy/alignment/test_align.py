"""Which unit is which, of policies of a few lines: judged by hand."""

from __future__ import annotations

from clausetree.policy.alignment.align import Alignment, align

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
    assert found.sure == {0: 1, 1: 2}
    assert found.perhaps == {3: (0,)}
    found = aligned(before, f"## oars\nask first\n## keys\n{KEY}")
    assert found.sure == {0: 2, 1: 3}
    assert found.perhaps == {2: (0,), 3: (1,)}
