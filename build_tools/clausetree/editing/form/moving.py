"""Cards and lines that change places or go, each with the comments right above it."""

from __future__ import annotations

from collections.abc import Sequence

from clausetree.editing.form.change import Done, MoveBefore, MoveDown, MoveUp, Outcome, Refused
from clausetree.editing.form.lines import WrittenCard, WrittenLine
from clausetree.editing.form.telling import ACKNOWLEDGE
from clausetree.editing.replacement import Replacement
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind


def move(
    source: Source, cards: Sequence[WrittenCard], card: WrittenCard, wanted: MoveUp | MoveDown | MoveBefore
) -> Outcome:
    """Return what puts a card or a line of `card` into another place."""
    whole = wanted.path == card.path
    among: Sequence[WrittenCard] | Sequence[WrittenLine] = cards if whole else units_of(card)
    paths = [each.path for each in among]
    if wanted.path not in paths:
        return Refused("This is not in the text any more, or has no place of its own.", wanted.path)
    at = paths.index(wanted.path)
    kinds = [each.kind for each in among]
    order = _order(wanted, paths, kinds, at, whole=whole)
    if order is None:
        return Refused("There is no other place in that direction.", wanted.path)
    if whole and any(kinds[one] is BlockKind.TREE for place, one in enumerate(order) if place != one):
        return Refused("The head of a procedure stays above all else.", wanted.path)
    made = in_order(source, [each.unit for each in among], order)
    return Done(made, _path_then([(each.path, each.kind) for each in among], order, at))


def _order(
    wanted: MoveUp | MoveDown | MoveBefore,
    paths: Sequence[str],
    kinds: Sequence[object],
    at: int,
    *,
    whole: bool,
) -> list[int] | None:
    """Return the order in which number `at` stands where it is wanted; None where there is no such place."""
    if isinstance(wanted, MoveBefore):
        if wanted.before and wanted.before not in paths:
            return None
        return moved_before(len(paths), at, paths.index(wanted.before) if wanted.before else len(paths))
    alike = [number for number, kind in enumerate(kinds) if whole or _group(kind) == _group(kinds[at])]
    near = alike.index(at) + (-1 if isinstance(wanted, MoveUp) else 1)
    if not 0 <= near < len(alike):
        return None
    # What stands between them and is of another kind stays where it is.
    places = {at: alike[near], alike[near]: at}
    return [places.get(number, number) for number in range(len(paths))]


def _group(kind: object) -> object:
    return "option" if kind in ("many", "none", "unsure") else kind


def _path_then(named: Sequence[tuple[str, object]], order: Sequence[int], at: int) -> str:
    """Return the path of number `at` in another order: what has no id is counted among those alike."""
    path, kind = named[at]
    stem, _, number = path.rpartition(" ")
    if not number.isdecimal() or stem.rpartition("/")[2] != kind:
        return path
    alike = [each for each in order if named[each][1] == kind and named[each][0].rpartition(" ")[0] == stem]
    return f"{stem} {alike.index(at) + 1}"


def in_order(source: Source, units: Sequence[Span], order: Sequence[int]) -> tuple[Replacement, ...]:
    """Return what puts stretches of a text into another order, where what stands between them stays.

    `order` says which of them, counted from 0, comes first, second …
    """
    moved = [at for at, number in enumerate(order) if at != number]
    if not moved:
        return ()
    first, last = moved[0], moved[-1]
    text = ""
    for at in range(first, last + 1):
        unit = units[order[at]]
        text += source.text[unit.start : unit.end]
        if at < last:
            text += source.text[units[at].end : units[at + 1].start]
    return (Replacement(units[first].to(units[last]), text),)


def moved_before(count: int, at: int, before: int) -> list[int]:
    """Return the order in which number `at` of so many stands before number `before`, or last."""
    others = [number for number in range(count) if number != at]
    place = at if before == at else others.index(before) if before < count else len(others)
    return [*others[:place], at, *others[place:]]


def units_of(card: WrittenCard) -> list[WrittenLine]:
    """Return the lines of a card that move: a warning that may stay goes with what it speaks of."""
    return [line for line in card.lines if line.shape is not ACKNOWLEDGE]
