"""Names of bookmarks: legal in Word, and each of one anchor."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from clausetree.render.word.bookmarks import anchors_by_bookmark, bookmark_of

ANCHORS = st.from_regex(r"[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,12}){0,6}", fullmatch=True)


def test_an_anchor_can_be_read_in_its_bookmark() -> None:
    assert bookmark_of("c2-1-a") == "clause_c2_1_a"


@given(st.sets(ANCHORS, max_size=30))
def test_bookmarks_are_legal_and_lead_back(anchors: set[str]) -> None:
    found = anchors_by_bookmark(anchors)
    assert sorted(found.values()) == sorted(anchors)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in found)


def test_long_anchors_that_begin_alike_have_bookmarks_of_their_own() -> None:
    begin = "a-very-long-anchor-that-goes-on-and-on-until"
    assert bookmark_of(f"{begin}-here") != bookmark_of(f"{begin}-there")
