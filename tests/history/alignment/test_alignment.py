"""Which clause of a new version is which of the last: by its words, section, neighbours and number."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.history.alignment.align import Alignment, align
from clausetree.history.alignment.assignment import heaviest_pairs
from clausetree.history.alignment.chain import heaviest_chain
from clausetree.history.alignment.similarity import similarity
from clausetree.history.alignment.units import units_of
from clausetree.policy.parser import parse_policy, read_outline
from clausetree.report.source import Source

META = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A"}
PAIRS = st.tuples(st.integers(0, 4), st.integers(0, 4))
WEIGHTS = st.dictionaries(PAIRS, st.sampled_from([0.5, 1.0, 1.5, 2.25]), max_size=12)
WORDS = st.lists(st.sampled_from(["a", "door", "elephant", "to", "keys"]), max_size=7)


@given(WEIGHTS)
def test_no_other_way_to_pair_one_to_one_weighs_more(weights: dict[tuple[int, int], float]) -> None:
    found = heaviest_pairs(weights)
    assert len(set(found.values())) == len(found)
    total = sum(weights[pair] for pair in found.items())
    ways = (sum(weights.get(pair, 0) for pair in enumerate(order)) for order in permutations(range(5)))
    assert total == max(ways)


@given(WEIGHTS)
def test_no_other_chain_in_reading_order_weighs_more(weights: dict[tuple[int, int], float]) -> None:
    found = heaviest_chain(weights)
    assert _in_order(found)
    chains = (chain for size in range(6) for chain in combinations(sorted(weights), size) if _in_order(chain))
    assert sum(weights[pair] for pair in found) == max(sum(weights[p] for p in chain) for chain in chains)


def _in_order(chain: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> bool:
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(chain))


@given(WORDS, WORDS)
def test_the_likeness_is_that_of_the_longest_words_in_common(one: list[str], other: list[str]) -> None:
    weight = {"a": 1, "to": 1, "door": 2, "keys": 2, "elephant": 3}
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, word in enumerate(one):
        for j, another in enumerate(other):
            same = table[i][j] + (weight[word] if word == another else 0)
            table[i + 1][j + 1] = max(same, table[i][j + 1], table[i + 1][j])
    whole = sum(weight[word] for word in [*one, *other])
    expected = 1.0 if one == other else 2 * table[-1][-1] / whole
    assert similarity(" ".join(one), " ".join(other)) == pytest.approx(expected)


def test_words_that_are_in_every_title_make_no_two_titles_alike() -> None:
    assert similarity("Tenants’ entry to the laundry", "Plumbers’ entry to the boiler") < 0.5
    assert similarity("借りた本は返す", "借りた傘は返す") > 0.5
    assert similarity("The address;", "the address, and") > 0.5


def aligned(before: str, after: str) -> Alignment:
    """Align a version that has its anchors with one that was pasted without any."""
    policy, _ = parse_policy(Source("p.md", before), META, {})
    assert policy is not None
    outline = read_outline(Source("p.md", after), {})
    return align(units_of(policy.clauses), units_of(outline.clauses, outline.unanchored))


def certain(before: str, after: str) -> dict[str, str]:
    """The anchors that are certain, each with the words that have it now."""
    found = aligned(before, after)
    return {found.before[a].anchor: found.after[b].clause.text for a, b in found.certain.items()}


def candidates(before: str, after: str) -> dict[str, list[str]]:
    """The anchors that somebody is asked about, each with the words that may be its own."""
    found = aligned(before, after)
    return {
        found.before[a].anchor: [found.after[b].clause.text for b in places]
        for a, places in found.candidates.items()
    }


BOATS = """\
# Boat house {: #boat-house }

## Rowing {: #rowing }

Check the oars for cracks before the boat leaves the shed.
{: #rowing-1 }

Write it in the log.
{: #rowing-2 }

## Sailing {: #sailing }

Look at the forecast for the whole afternoon, and not for the next hour alone.
{: #sailing-1 }

Write it in the log.
{: #sailing-2 }
"""
SAILING = "Look at the forecast for the whole afternoon, and not for the next hour alone."


def test_of_a_sentence_that_was_said_twice_the_one_in_the_section_that_is_left_is_meant() -> None:
    after = f"# Boat house\n\n## Sailing\n\n{SAILING}\n\nWrite it in the log.\n"
    assert certain(BOATS, after) == {
        "boat-house": "Boat house",
        "sailing": "Sailing",
        "sailing-1": SAILING,
        "sailing-2": "Write it in the log.",
    }
    assert candidates(BOATS, after) == {}


def test_a_sentence_that_was_said_twice_is_asked_about_in_a_section_that_never_had_it() -> None:
    after = "# Boat house\n\n## Canoes\n\nPump up the float bags each spring.\n\nWrite it in the log.\n"
    assert certain(BOATS, after) == {"boat-house": "Boat house"}
    assert candidates(BOATS, after)["rowing-2"] == ["Write it in the log."]
    assert candidates(BOATS, after)["sailing-2"] == ["Write it in the log."]


def test_a_sentence_stays_in_its_section_whatever_else_comes_there() -> None:
    oars = "Check the oars for cracks before the boat leaves the shed."
    after = f"# Boat house\n\n## Rowing\n\n{oars}\n\n{SAILING}\n\nWrite it in the log.\n"
    assert certain(BOATS, after)["rowing-2"] == "Write it in the log."


def test_a_title_with_nothing_but_new_words_below_it_is_the_same() -> None:
    new = "Life jackets are worn from the gate onwards by whoever is under eighteen."
    after = f"# Boat house\n\n## Sailing\n\n{SAILING}\n\n## Canoes\n\nKeep them dry.\n\n## Rowing\n\n{new}\n"
    assert certain(BOATS, after)["rowing"] == "Rowing"


def test_a_title_is_asked_about_where_what_stood_below_it_has_another() -> None:
    oars = "Check the oars for cracks before the boat leaves the shed."
    after = f"# Boat house\n\n## Sailing\n\n{SAILING}\n\n## Oars\n\n{oars}\n\n## Rowing\n\nAsk.\n"
    assert "rowing" not in certain(BOATS, after)


PACKING = """\
# Trips {: #trips }

## Day trips {: #day-trips }

Whoever leads a day trip carries these on every walk.
{: #day-1 }

- a whistle on a red cord;
  {: #day-1-a }
- a map.
  {: #day-1-b }

Lunch is eaten by the water.
{: #day-2 }
"""


def test_an_item_is_found_when_the_words_that_lead_to_it_are_new() -> None:
    after = (
        "# Trips\n\n## Day trips\n\nLunch is eaten by the water.\n\nNeeded now:\n\n- plasters in a tin;\n"
        "- a whistle on a red cord.\n"
    )
    assert certain(PACKING, after)["day-1-a"] == "a whistle on a red cord."


LAUNDRY = """\
# Rooms {: #rooms }

## 4.2 Tenants’ entry to the laundry {: #c4-2 }

Take a token from the porter.
{: #laundry-1 }
"""


def test_another_title_with_the_same_number_is_asked_about() -> None:
    after = "# Rooms\n\n## 4.2 Plumbers’ entry to the boiler\n\nPlumbers ring first.\n"
    assert certain(LAUNDRY, after) == {"rooms": "Rooms"}
    assert candidates(LAUNDRY, after) == {"c4-2": ["Plumbers’ entry to the boiler"]}


def test_a_heading_with_the_same_words_below_it_is_the_same_whatever_it_is_called() -> None:
    before = BOATS.replace("Write it", "Write the hours of every rower")
    after = (
        "# Boat house\n\n## Boats with oars\n\nCheck the oars for cracks before the boat leaves the shed."
        f"\n\nWrite the hours of every rower in the log.\n\n## Sailing\n\n{SAILING}\n"
    )
    assert certain(before, after)["rowing"] == "Boats with oars"


NUMBERED = """\
## 1.0 Keys {: #c1-0 }

1.1 The caretaker keeps one key of each room in the grey cabinet.
{: #c1-1 }

1.2 A lost key is reported to the caretaker on the same day.
{: #c1-2 }

1.3 A lost badge is reported to the caretaker on the same day.
{: #c1-3 }
"""


def test_a_clause_that_was_put_in_takes_no_number_for_an_anchor() -> None:
    after = """\
## 1.0 Keys

1.1 Ladders stand in the yard and are chained at night by whoever used them last.

1.2 The caretaker keeps one key of each room in the grey cabinet.

1.3 A lost key is reported to the caretaker on the same day.

1.4 A lost badge is reported to the caretaker on the same day.
"""
    assert certain(NUMBERED, after) == {
        "c1-0": "Keys",
        "c1-1": "The caretaker keeps one key of each room in the grey cabinet.",
        "c1-2": "A lost key is reported to the caretaker on the same day.",
        "c1-3": "A lost badge is reported to the caretaker on the same day.",
    }


def test_anchors_that_slipped_by_one_do_not_hold_their_clauses_that_are_nearly_alike() -> None:
    after = NUMBERED.replace("1.3 A lost badge", "1.4 A lost badge").replace("#c1-3", "#c1-4")
    after = after.replace("1.2 A lost key", "1.3 A lost key").replace("#c1-2", "#c1-3")
    found = certain(NUMBERED, after)
    assert found["c1-2"] == "A lost key is reported to the caretaker on the same day."
    assert found["c1-3"] == "A lost badge is reported to the caretaker on the same day."


def test_a_clause_moved_to_another_section_is_found_by_its_many_words() -> None:
    moved = "Whoever finds a key that has no label brings it to the caretaker, who keeps it for a year."
    post = "## 2.0 Post {: #c2-0 }\n\n2.1 Post is sorted.\n{: #c2-1 }\n"
    before = f"{NUMBERED}\n1.4 {moved}\n{{: #c1-4 }}\n\n{post}"
    after = f"## 1.0 Keys\n\n1.1 Keys are cut in May.\n\n## 2.0 Post\n\n2.1 Post is sorted.\n\n2.2 {moved}\n"
    assert certain(before, after)["c1-4"] == moved


def test_no_unit_is_given_twice_and_none_twice_over() -> None:
    before = "\n".join(f"Ask first.\n{{: #ask-{at} }}\n" for at in range(1, 4))
    found = aligned(before, "Ask first.\n\nAsk first.\n")
    assert len(set(found.certain.values())) == len(found.certain)
    assert set(found.certain) | set(found.candidates) == {0, 1, 2}
