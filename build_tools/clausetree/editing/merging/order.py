"""In which order pieces stand when two people have changed a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausetree.editing.merging.conflict import Choice, Clash, Judge, Place
from clausetree.editing.merging.pieces import Parting, Piece


@dataclass(slots=True, eq=False)
class Slot:
    """A piece with its place, in each of the three texts that has it."""

    base: tuple[int, Piece] | None = None
    mine: tuple[int, Piece] | None = None
    published: tuple[int, Piece] | None = None

    @property
    def pieces(self) -> tuple[Piece | None, Piece | None, Piece | None]:
        """The piece in each of the three."""
        base, mine, published = (one and one[1] for one in (self.base, self.mine, self.published))
        return base, mine, published

    @property
    def texts(self) -> tuple[str | None, str | None, str | None]:
        """Its words in each of the three."""
        base, mine, published = (one.text if one else None for one in self.pieces)
        return base, mine, published

    @property
    def name(self) -> str:
        """What people call it: as it was, or as it is now."""
        names = [one.name for one in self.pieces if one]
        return names[0] if self.base else min(names)


def in_order(slots: Sequence[Slot], parting: Parting, judge: Judge, place: Place) -> list[Slot]:
    """Return `slots` as they stand one behind the other."""
    base = _sorted(slots, "base")
    mine, published = _sorted(slots, "mine"), _sorted(slots, "published")
    moved = [_moved(base, side) for side in (mine, published)]
    order = _moved_order(base, mine, published, moved, parting, judge, place) if any(moved) else base
    ours, theirs = _added(mine), _added(published)
    result: list[Slot] = []
    for before in (None, *order):
        result += [before] if before else []
        result += _both(ours.get(before, []), theirs.get(before, []), parting, judge, place)
    return list(dict.fromkeys(result))


def _moved_order(
    base: list[Slot],
    mine: list[Slot],
    published: list[Slot],
    moved: list[bool],
    parting: Parting,
    judge: Judge,
    place: Place,
) -> list[Slot]:
    """Return the order of what stood there before, where somebody has moved some of it."""
    sides = [[slot for slot in side if slot.base] for side in (mine, published)]
    common = [[slot for slot in side if slot.mine and slot.published] for side in sides]
    adds = [len(side) > len(kept) for side, kept in zip((mine, published), sides, strict=True)]
    if all(moved):
        certain = common[0] == common[1]
    elif not (certain := parting.any_order):
        certain = not adds[moved.index(False)]
    take = moved.index(True)
    if not certain:
        words = _listed(base), _listed(mine), _listed(published)
        take = 0 if judge.decide(place, Clash.MOVED, words) is Choice.MINE else 1
    return _with(sides[take], base)


def _with(order: list[Slot], base: list[Slot]) -> list[Slot]:
    """Return `order` with what it lacks of `base`, each behind what it stood behind."""
    result = list(order)
    before: Slot | None = None
    for slot in base:
        if slot not in result:
            result.insert(result.index(before) + 1 if before else 0, slot)
        before = slot
    return result


def _added(side: list[Slot]) -> dict[Slot | None, list[Slot]]:
    """Return what is new, by what it stands behind."""
    found: dict[Slot | None, list[Slot]] = {}
    before: Slot | None = None
    for slot in side:
        if slot.base:
            before = slot
        else:
            found.setdefault(before, []).append(slot)
    return found


def _both(mine: list[Slot], published: list[Slot], parting: Parting, judge: Judge, place: Place) -> list[Slot]:
    """Return what stands at a place where something is new."""
    if not mine or not published or mine == published:
        return mine or published
    every = list(dict.fromkeys([*published, *mine]))
    if parting.any_order and all(piece.key for slot in every for piece in slot.pieces if piece):
        return sorted(every, key=lambda slot: max(piece.key for piece in slot.pieces if piece))
    texts = None, _joined(mine, 1), _joined(published, 2)
    match judge.decide(place, Clash.PLACED, texts, Choice.BOTH):
        case Choice.MINE:
            return mine
        case Choice.PUBLISHED:
            return published
        case Choice.BOTH:
            return every


def _moved(base: list[Slot], side: list[Slot]) -> bool:
    kept = [slot for slot in side if slot.base]
    stays = set(map(id, kept))
    return kept != [slot for slot in base if id(slot) in stays]


def _sorted(slots: Iterable[Slot], side: str) -> list[Slot]:
    held = [slot for slot in slots if getattr(slot, side)]
    return sorted(held, key=lambda slot: int(getattr(slot, side)[0]))


def _joined(slots: list[Slot], side: int) -> str:
    return "".join(slot.texts[side] or "" for slot in slots)


def _listed(slots: list[Slot]) -> str:
    return "".join(f"{slot.name}\n" for slot in slots)
