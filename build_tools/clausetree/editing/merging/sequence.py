"""Texts that consist of pieces, put together piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausetree.editing.merging.conflict import Choice, Clash, Judge, Place
from clausetree.editing.merging.matching import matched
from clausetree.editing.merging.order import Slot, in_order
from clausetree.editing.merging.pieces import NO_LINE_FEED, Parted, Parting, Piece
from clausetree.editing.merging.three_way import merged_words, scalar


def merged_text(base: str, mine: str, published: str, parting: Parting, judge: Judge, place: Place) -> str:
    """Return what becomes of a text that `parting` parts."""
    settled = scalar(base, mine, published)
    if settled is not None:
        return settled
    texts = tuple(parting.part(text) for text in (base, mine, published))
    return _Merging(texts[0], texts[1], texts[2], parting, judge, place).text()


@dataclass(frozen=True, slots=True)
class _Merging:
    base: Parted
    mine: Parted
    published: Parted
    parting: Parting
    judge: Judge
    place: Place

    def text(self) -> str:
        slots = in_order(self._slots(), self.parting, self.judge, self.place)
        kept = [(slot, text) for slot in slots if (text := self._became(slot)) is not None]
        parts = [
            part for at, (slot, text) in enumerate(kept) for part in (self._above(slot, first=not at), text)
        ]
        tail = _space([text.tail for text in (self.base, self.mine, self.published)])
        joined = "".join(parts)
        return joined.removesuffix("\n") if tail == NO_LINE_FEED else joined + tail

    def _slots(self) -> list[Slot]:
        """Return every piece of the three, told which is which."""
        slots = [Slot(base=(at, piece)) for at, piece in enumerate(self.base.pieces)]
        old = len(slots)
        for at, was in _places(self.base, self.mine):
            piece = (at, self.mine.pieces[at])
            if was is None:
                slots.append(Slot(mine=piece))
            else:
                slots[was].mine = piece
        added = slots[old:]
        for at, was in _places(self.base, self.published):
            piece = (at, self.published.pieces[at])
            if was is not None:
                slots[was].published = piece
            elif twin := next((slot for slot in added if _twins(slot, piece[1])), None):
                twin.published = piece
            else:
                slots.append(Slot(published=piece))
        return slots

    def _became(self, slot: Slot) -> str | None:
        """Return the words of a piece, or None where it is gone."""
        base, mine, published = slot.pieces
        if base and mine and published:
            return self._merged(base, mine, published)
        if base:
            stays = mine or published
            if not stays or stays.text == base.text:
                return None
            clash = Clash.GONE_THERE if mine else Clash.GONE_HERE
        elif mine and published and mine.text != published.text:
            clash = Clash.ADDED
        else:
            new = mine or published
            return new.text if new else None
        texts = slot.texts
        return texts[1] if self._decide(slot, clash) is Choice.MINE else texts[2]

    def _merged(self, base: Piece, mine: Piece, published: Piece) -> str:
        texts = base.text, mine.text, published.text
        settled = scalar(*texts)
        if settled is not None:
            return settled
        if base.inside and base.inside is mine.inside is published.inside:
            return merged_text(*texts, base.inside, self.judge, self.place.within(base.name))
        if mine.by_words and (merged := merged_words(*texts)) is not None:
            return merged
        chosen = self.judge.decide(self.place.within(base.name), Clash.CHANGED, texts)
        return mine.text if chosen is Choice.MINE else published.text

    def _decide(self, slot: Slot, clash: Clash) -> Choice:
        return self.judge.decide(self.place.within(slot.name), clash, slot.texts)

    def _above(self, slot: Slot, *, first: bool) -> str:
        """Return the empty lines above a piece; where it stood first in its text, that says nothing."""
        if first:
            return _space([text.pieces[0].above if text.pieces else "" for text in self._texts])
        known = [one[1].above if one and one[0] else None for one in (slot.base, slot.mine, slot.published)]
        return _space(known, self.parting.between)

    @property
    def _texts(self) -> Iterable[Parted]:
        return self.base, self.mine, self.published


def _places(base: Parted, side: Parted) -> list[tuple[int, int | None]]:
    was = matched(base.pieces, side.pieces)
    return [(at, was.get(at)) for at in range(len(side.pieces))]


def _twins(slot: Slot, piece: Piece) -> bool:
    """Whether each has added a piece of the same name, or the same words without one."""
    if slot.published or not slot.mine:
        return False
    mine = slot.mine[1]
    return mine.key == piece.key if mine.key or piece.key else mine.text == piece.text


def _space(known: Sequence[str | None], otherwise: str = "") -> str:
    """Return what becomes of empty lines: where each changed them, the more of them."""
    base, *sides = known
    told = [side for side in sides if side is not None]
    if not told:
        return otherwise if base is None else base
    if len(told) == 1:
        return told[0]
    settled = scalar(base, *sides)
    return max(told, key=lambda space: (len(space), space)) if settled is None else settled
