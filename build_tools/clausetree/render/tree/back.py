"""Ways that lead back so many times, and then on: in words, for who sees the whole tree and counts."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.render.tree.phrasing import nth_time, title_of
from clausetree.tree.again import passes
from clausetree.tree.model import Again, Tree


def ways(tree: Tree, source: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield where a line of a node leads and which times, in words: "" where it is the same each time.

    `tree` is folded.
    """
    back = next((one for one in tree.again if (one.source, one.target) == (source, target)), None)
    if back is None:
        yield target, ""
    else:
        yield target, f"up to {back.times} times"
        yield back.then, nth_time(passes(tree, back))


def to_count(tree: Tree, source: str) -> Iterator[str]:
    """Yield what a reader has to count who is led back from a node."""
    for back in {one.target: one for one in tree.again if one.source == source}.values():
        yield _counted(tree, back)


def _counted(tree: Tree, back: Again) -> str:
    first = title_of(tree.node(back.target))
    points = " Points are added up over all times." if tree.totals else ""
    return (
        f"You can come to “{first}” {back.times} times in all. Count them. "
        f"Each time you begin anew: what you answered before no longer counts.{points}"
    )
