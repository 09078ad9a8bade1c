"""A flowchart that is too large for one page, in parts: where an arrow leaves one, a box says where to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from clausetree.render.tree.picture.flow import Arrow, Box, Flow

_FEWEST = 4
"""A part with fewer boxes than these is not worth being looked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """The box that a part begins with, and all of its boxes but ends: an end stands wherever it is led to."""

    first: str
    boxes: frozenset[str]


def whole(flow: Flow) -> Part:
    """Return all of a flowchart as one part."""
    return Part(flow.start, frozenset(_onward(flow)) | {flow.start})


def halves(flow: Flow, part: Part) -> tuple[Part, Part] | None:
    """Return a part in two of like size; None where nothing much in it can stand by itself.

    The second begins with a box that every reader comes through who comes to any of its boxes.
    """
    onward = _onward(flow)
    found: list[tuple[int, str, Part, Part]] = []
    for first in sorted(part.boxes - {part.first}):
        before = _reached(onward, part, first)
        behind = part.boxes - before
        back = {to for box in behind for to in onward[box]} & before
        size = max(len(before), len(behind)) + len(back)
        fewest = min(len({*some, *(to for box in some for to in onward[box])}) for some in (before, behind))
        if fewest >= _FEWEST and size < len(part.boxes):
            found.append((size, first, Part(part.first, before), Part(first, behind)))
    return min(found)[2:] if found else None


def in_order(flow: Flow, parts: Iterable[Part]) -> list[Part]:
    """Return parts in the order in which they should be read."""
    places = {box.id: at for at, box in enumerate(flow.boxes)}
    return sorted(parts, key=lambda part: places[part.first])


def to_flows(flow: Flow, parts: Sequence[Part]) -> list[Flow]:
    """Return the flowchart of each part."""
    if len(parts) == 1:
        return [flow]
    where = {box: number for number, part in enumerate(parts, 1) for box in part.boxes}
    return [_flow(flow, part, parts, where) for part in parts]


def _flow(flow: Flow, part: Part, parts: Sequence[Part], where: Mapping[str, int]) -> Flow:
    arrows = [arrow for arrow in flow.arrows if arrow.source in part.boxes]
    own = part.boxes | {arrow.target for arrow in arrows if arrow.target not in where}
    leaving = {arrow.target: None for arrow in arrows if arrow.target not in own}
    boxes = {box.id: box for box in flow.boxes}
    joins = tuple(_join(boxes[to], where[to], parts[where[to] - 1].first == to) for to in leaving)
    kept = tuple(box for box in flow.boxes if box.id in own)
    return Flow(part.first, (*kept, *joins), tuple(_to_join(arrow, leaving) for arrow in arrows))


def _to_join(arrow: Arrow, leaving: Collection[str]) -> Arrow:
    return replace(arrow, target=f"{arrow.target}--join") if arrow.target in leaving else arrow


def _join(box: Box, number: int, is_first: bool) -> Box:
    before = f"Go on in part {number}{':' if is_first else ', at:'}"
    return Box(f"{box.id}--join", box.node, "join", box.words, before=before)


def _onward(flow: Flow) -> dict[str, list[str]]:
    """Return where each box leads that leads anywhere."""
    onward: dict[str, list[str]] = {}
    for arrow in flow.arrows:
        onward.setdefault(arrow.source, []).append(arrow.target)
    return onward


def _reached(onward: Mapping[str, Sequence[str]], part: Part, without: str) -> frozenset[str]:
    """Return the boxes of a part that can be come to in it without coming to one of them."""
    found = {part.first}
    waiting = [part.first]
    while waiting:
        new = {to for to in onward.get(waiting.pop(), ()) if to in part.boxes and to != without} - found
        found |= new
        waiting += new
    return frozenset(found)
