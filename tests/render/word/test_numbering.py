"""Lists that labels are counted in, held against another reader of them: the one that imports documents."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.importing.word.labels import Numbering as Counted
from clausetree.importing.word.lists import read_lists
from clausetree.importing.word.styles import Styles
from clausetree.render.word.numbering import Numbering, Place
from clausetree.render.word.numbering_part import numbering_part
from clausetree.render.word.paragraphs import number_of
from clausetree.render.word.xml import part, tag

LABELS = st.sampled_from(
    [
        *("1.", "2.", "3.", "7.", "1.0", "2.0", "1.1", "1.2", "2.1", "2.2", "2.5", "2.2a", "1.1.1", "1.1.2"),
        *("(a)", "(b)", "(c)", "(h)", "(i)", "(ii)", "(j)", "A.", "B.", "A.1", "A.2", "Article 1", "Article 2"),
        *("§ 1", "§ 2a", "POL-01", "POL-02", "I.", "IV.", "0.1", "٣.", "—"),
    ]
)
PLACES = st.lists(st.tuples(LABELS, st.integers(0, 3), st.sampled_from([(0,), (1,), (0, 1)])), max_size=30)


def printed(numbering: Numbering, places: Sequence[Place | None]) -> list[str]:
    """Return what another reader counts for paragraphs in these places."""
    lists = read_lists(fromstring(numbering_part(numbering, 999)), Styles())
    counted = Counted(lists, Styles())
    labels = []
    for place in places:
        paragraph = fromstring(part("w:p", tag("w:pPr", number_of(place))))
        label = counted.label(paragraph)
        labels.append(label.text if label else "")
    return labels


@given(PLACES)
def test_every_way_through_the_document_counts_what_was_printed(
    drawn: list[tuple[str, int, tuple[int, ...]]],
) -> None:
    numbering = Numbering(2)
    places = [(label, views, numbering.place(label, level, views)) for label, level, views in drawn]
    for view in (0, 1):
        seen = [(label, place) for label, views, place in places if view in views]
        wanted = [label if place else "" for label, place in seen]
        assert printed(numbering, [place for _, place in seen]) == wanted


@pytest.mark.parametrize(
    "labels",
    [
        ["1.0", "1.1", "1.2", "2.0", "2.1", "3.0", "3.1"],
        ["1.", "1.1", "1.2", "2.", "2.1"],
        ["Article 1", "Article 2", "Article 3"],
        ["2.1", "2.2", "2.3"],
        ["A.", "A.1", "A.2", "B.", "B.1"],
    ],
)
def test_an_orderly_policy_is_one_list(labels: list[str]) -> None:
    numbering = Numbering()
    places = [numbering.place(label, max(len(label.strip(".0").split(".")) - 1, 0)) for label in labels]
    assert {place.list for place in places if place} == {1}
    assert printed(numbering, places) == labels


def test_items_begin_again_under_each_clause_without_a_word() -> None:
    numbering = Numbering()
    labels = [("1.1", 1), ("(a)", 2), ("(b)", 2), ("1.2", 1), ("(a)", 2), ("(i)", 3), ("(ii)", 3), ("(b)", 2)]
    places = [numbering.place(*label) for label in labels]
    assert {place.list for place in places if place} == {1}
    assert printed(numbering, places) == [label for label, _ in labels]


def test_where_a_count_jumps_the_list_begins_there() -> None:
    numbering = Numbering()
    places = [numbering.place(label, 0) for label in ("1.", "2.", "5.", "6.", "1.")]
    assert printed(numbering, places) == ["1.", "2.", "5.", "6.", "1."]
    assert [one.start for one in numbering.lists] == [None, 5, 1]


def test_a_label_that_nothing_counts_is_typed() -> None:
    assert Numbering().place("٣", 0) is None
