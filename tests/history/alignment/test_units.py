"""The units of a version, and what each stands under: read off by hand."""

from __future__ import annotations

from clausetree.history.alignment.units import AlignedUnit, units_of
from clausetree.policy.parser import parse_policy, read_outline
from clausetree.report.source import Source

from .small_units import heading, unit

META = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A"}
ANCHORED = """\
# House {: #house }

## Keys {: #keys }

1.1 Whoever closes the hall must:
{: #c1-1 }

- turn off the heaters;
  {: #c1-1-a }
- lock the door.
  {: #c1-1-b }

## Ours {: #ours .editorial }

* * *
"""


def shown(units: tuple[AlignedUnit, ...]) -> list[tuple[str, str, int]]:
    """Return the first words, the anchor and the place above of each unit."""
    return [(" ".join(unit.words[:2]), unit.anchor, unit.under) for unit in units]


def test_the_units_of_a_published_version_stand_under_their_clause_or_heading() -> None:
    policy, _ = parse_policy(Source("p.md", ANCHORED), META, {})
    assert policy is not None
    assert shown(units_of(policy.clauses)) == [
        ("house", "house", -1),
        ("keys", "keys", 0),
        ("whoever closes", "c1-1", 1),
        ("turn off", "c1-1-a", 2),
        ("lock the", "c1-1-b", 2),
        ("ours", "ours", 0),
    ]


def test_the_units_of_a_paste_have_no_anchors_and_stand_as_they_are_read() -> None:
    pasted = "Keep quiet.\n\n# House\n\n## Keys\n\n1.1 Whoever closes the hall must:\n\n(a) lock.\n\nRing.\n"
    outline = read_outline(Source("p.md", pasted), {})
    assert shown(units_of(outline.clauses, outline.unanchored)) == [
        ("keep quiet", "", -1),
        ("house", "", -1),
        ("keys", "", 1),
        ("whoever closes", "", 2),
        ("lock", "", 3),
        ("ring", "", 2),
    ]


def test_units_with_and_without_an_anchor_stand_in_the_order_of_the_text() -> None:
    mixed = "# House {: #house }\n\n## Keys {: #keys }\n\nFirst.\n\nThen.\n{: #then }\n\nLast.\n"
    outline = read_outline(Source("p.md", mixed), {})
    assert shown(units_of(outline.clauses, outline.unanchored)) == [
        ("house", "house", -1),
        ("keys", "keys", 0),
        ("first", "", 1),
        ("then", "then", 1),
        ("last", "", 1),
    ]


def test_of_two_units_with_one_anchor_the_first_is_stood_under() -> None:
    twice = "# House {: #house }\n\n## Keys {: #keys }\n\n## Bins {: #keys }\n\nWash them.\n{: #wash }\n"
    outline = read_outline(Source("p.md", twice), {})
    assert shown(units_of(outline.clauses))[-1] == ("wash them", "wash", 1)


def test_words_stand_under_the_heading_above_them_where_that_has_no_anchor() -> None:
    text = """\
Keep quiet.
{: #keep }

# House

## Keys

Ring twice.
{: #ring }

## Bins

1.1 Wash all:
{: #c1-1 }

- of them

Dry them.
{: #dry }
"""
    outline = read_outline(Source("p.md", text), {})
    assert shown(units_of(outline.clauses, outline.unanchored)) == [
        ("keep quiet", "keep", -1),
        ("house", "", -1),
        ("keys", "", 1),
        ("ring twice", "ring", 2),
        ("bins", "", 1),
        ("wash all", "c1-1", 4),
        ("of them", "", 5),
        ("dry them", "dry", 4),
    ]


def test_what_has_no_words_has_its_signs() -> None:
    outline = read_outline(Source("p.md", "# House\n\n→ ←\n"), {})
    assert [unit.words for unit in units_of(outline.clauses, outline.unanchored)] == [("house",), ("→ ←",)]


def test_eight_words_are_long() -> None:
    assert unit("one two three four five six seven eight").is_long
    assert not unit("one two three four five six seven").is_long


def test_headings_and_editorial_words_are_told_from_others() -> None:
    assert heading("keys").is_heading
    assert not unit("keys").is_heading
    assert unit("keys", editorial=True).is_editorial
    assert not unit("keys").is_editorial
