"""A field that is filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetree.editing.form.change import Done, Outcome, Refused, SetValue, sentence
from clausetree.editing.form.checked import Changed
from clausetree.editing.form.form import Control
from clausetree.editing.form.lines import WrittenCard, WrittenLine
from clausetree.editing.form.passage import lines_meant, put_in_passage
from clausetree.editing.form.pieces import Found, meant, with_lead, written
from clausetree.editing.form.placing import insertion, new_line, without_line
from clausetree.editing.form.reading import path_of
from clausetree.editing.form.shape import Piece, Reads, Shape
from clausetree.editing.form.shapes import BODIES, LINES
from clausetree.editing.replacement import Replacement
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.layout.text_block import COMMENT


@dataclass(frozen=True, slots=True)
class _Place:
    """A field in its card: its piece, what it says, and its line, or the shape of one that is left out.

    It is `found` in its line, or it is a passage beneath.
    """

    line: WrittenLine | Shape
    piece: Piece
    value: str
    found: Found | None = None

    @property
    def is_passage(self) -> bool:
        return self.piece.control in (Control.MARKDOWN, Control.LINES)

    def meant(self, value: str) -> str:
        return "\n".join(lines_meant(value)) if self.is_passage else meant(self.piece, value)


def set_value(source: Source, cards: Sequence[WrittenCard], card: WrittenCard, change: SetValue) -> Outcome:
    """Return what puts another value in a field of `card`."""
    place = next((each for each in _places(card) if each[0] == change.path), (None, None))[1]
    if place is None:
        return Refused("There is no such field any more.", card.path, "Choose another one.")
    new, piece = place.meant(change.value), place.piece
    if place.value in (change.value, new):
        return Done((), change.path)
    if not new and not piece.optional:
        return Refused(f"“{piece.label}” cannot be left out.", change.path, sentence(piece.hint))
    if piece.control is Control.MARKDOWN and new and all(map(COMMENT.match, filter(None, new.split("\n")))):
        return Refused(
            f"“{piece.label}” has no words for readers.",
            change.path,
            "What stands behind a # and a space is a note to yourself.",
        )
    made = smallest(source, _replacement(source, card, place, new))
    if piece.control is Control.LINES:
        # As in the text: what is wrong with them is shown, and keeps nobody from going on.
        return Done((made,), change.path)
    changed = Changed(source, cards, card, [made])
    fault = changed.fault(change.path)
    if fault:
        return fault
    before, after = changed.values()
    key = change.path.rpartition("/")[2]
    if before - Counter([(key, place.value)]) != after - Counter([(key, new)]) or (new and not after[key, new]):
        what = f"“{new}” would be read as something else here."
        return Refused(what, change.path, sentence(piece.hint))
    return Done((made,), change.path)


def _places(card: WrittenCard) -> Iterator[tuple[str, _Place]]:
    """Yield the path of every field of a card, and where it is."""
    for line in (card.head, *card.lines):
        for found in line.found:
            if found.piece.reads is not Reads.ID:
                yield path_of(line, found.piece, line.path), _Place(line, found.piece, found.value, found)
        if line.passage:
            piece = line.shape.passage if line.shape and line.shape.passage else LINES
            yield path_of(line, piece, line.path), _Place(line, piece, line.passage.value)
    there = {line.kind for line in card.lines if line.slot}
    for shape in BODIES[card.kind] if card.kind else ():
        if shape.slot and shape.kind not in there:
            yield f"{card.path}/{shape.kind}", _Place(shape, shape.all_pieces[0], "")


def _replacement(source: Source, card: WrittenCard, place: _Place, new: str) -> Replacement:
    line, found = place.line, place.found
    if isinstance(line, Shape):
        return insertion(source, card, line, new_line(source, card, line, {place.piece.key: new}))
    if line.slot and not new:
        return without_line(source, card, line)
    if found is None:
        assert line.passage, "what is no piece of a line stands beneath it"
        return put_in_passage(source, line.passage, lines_meant(new))
    if not new:
        return Replacement(found.whole, "")
    if found.there:
        return Replacement(found.span, written(found.piece, new))
    return Replacement(found.whole, f" {with_lead(found.piece, new)}")


def smallest(source: Source, made: Replacement) -> Replacement:
    """Return a replacement without what it leaves as it is at both ends."""
    old, new = source.text[made.span.start : made.span.end], made.text
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    most -= start
    end = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    return Replacement(Span(made.span.start + start, made.span.end - end), new[start : len(new) - end])
