"""Ways that lead back so many times, and then on: in words, for who sees the whole tree and counts."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.render.html.markup import in_a_list
from clausetree.render.tree.phrasing import nth_time, title_of
from clausetree.tree.model import Again, Tree
from clausetree.tree.passages import around, begun_at_0, passes


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
    first, outer = title_of(tree.node(back.target)), around(tree, back)
    rounds = f", and as often again whenever you come back to “{title_of(tree.node(outer))}”" if outer else ""
    return (
        f"You can come to “{first}” {back.times} times in all{rounds}. Count them. "
        f"Each time you begin anew: what you answered from there on no longer counts.{_points(tree, back)}"
    )


def _points(tree: Tree, back: Again) -> str:
    """Return what becomes of points the next time; those of a visit of its own are counted by itself."""
    if not tree.totals:
        return ""
    anew = begun_at_0(tree, back)
    if len(anew) == len(tree.totals):
        return " Points begin at 0 each time."
    from_0 = in_a_list(total.words.text for total in tree.totals if total.id in anew)
    return f" Points are added up over all times{from_0 and f'; these begin at 0 each time: {from_0}'}."
