"""A flowchart in parts shows all of it: no arrow is lost, and each that leaves a part says where it leads."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from clausetree.render.tree.picture.flow import Arrow, Box, Flow
from clausetree.render.tree.picture.parts import halves, to_flows, whole


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Return a flowchart in which every box can be come to, most arrows leading down."""
    size = draw(st.integers(2, 14))
    arrows = {(draw(st.integers(0, at - 1)), at) for at in range(1, size)}
    arrows |= draw(st.sets(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=size))
    boxes = tuple(Box(f"b{at}", f"n{at}", "question", f"Box {at}") for at in range(size))
    drawn = tuple(Arrow(f"b{one}", f"b{other}", ("Yes",)) for one, other in sorted(arrows) if one != other)
    return Flow("b0", boxes, drawn)


@given(flows(), st.integers(1, 3))
def test_every_arrow_is_in_one_part_and_leads_where_it_did(flow: Flow, times: int) -> None:
    parts = [whole(flow)]
    for _ in range(times):
        parts = [one for part in parts for one in (halves(flow, part) or (part,))]
    drawn = to_flows(flow, parts)
    arrows = [
        (arrow.source, arrow.target.removesuffix("--join"), arrow.words) for f in drawn for arrow in f.arrows
    ]
    assert sorted(arrows) == sorted((arrow.source, arrow.target, arrow.words) for arrow in flow.arrows)
    for part in drawn:
        ids = [box.id for box in part.boxes]
        assert len(set(ids)) == len(ids)
        assert {part.start, *(end for arrow in part.arrows for end in (arrow.source, arrow.target))} == set(ids)


@given(flows())
def test_where_one_goes_on_is_said_by_the_number_of_its_part(flow: Flow) -> None:
    parts = halves(flow, whole(flow))
    drawn = to_flows(flow, parts or [whole(flow)])
    leading = {box.id for box in flow.boxes if any(arrow.source == box.id for arrow in flow.arrows)}
    for part in drawn:
        for box in (box for box in part.boxes if box.kind == "join"):
            number = re.fullmatch(r"Go on in part (\d+)(:|, at:)", box.before)
            assert number
            there = drawn[int(number[1]) - 1]
            assert box.words in [one.words for one in there.boxes if one.kind != "join" and one.id in leading]
            assert (number[2] == ":") == (there.start == box.id.removesuffix("--join"))
