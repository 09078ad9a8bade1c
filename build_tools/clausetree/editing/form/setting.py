"""A field that is filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from clausetree.editing.form.change import Done, Outcome, Refused, SetValue
from clausetree.editing.form.checked import Changed
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


def set_value(source: Source, cards: Sequence[WrittenCard], card: WrittenCard, change: SetValue) -> Outcome:
    """Return what puts another value in a field of `card`."""
    place = _place(card, change.path)
    if place is None:
        return Refused("There is no such field any more.", card.path, "Choose another one.")
    line, piece, old = place
    is_passage = not isinstance(piece, Found) and (piece is LINES or _is_passage(line, piece))
    plain = piece.piece if isinstance(piece, Found) else piece
    new = "\n".join(lines_meant(change.value)) if is_passage else meant(plain, change.value)
    if change.value == old or new == old:
        return Done((), change.path)
    if not new and not plain.optional:
        return Refused(f"“{plain.label}” cannot be left out.", change.path, plain.hint and f"{plain.hint}.")
    made = smallest(source, _replacement(source, card, line, piece, new))
    changed = Changed(source, cards, card, [made])
    fault = changed.fault(change.path)
    if fault or plain is LINES:
        # Lines of the language are as in the text: their faults are shown, and keep nobody from going on.
        return Done((made,), change.path) if plain is LINES else fault or Done((), change.path)
    before, after = changed.values()
    key = change.path.rpartition("/")[2]
    if before - Counter([(key, old)]) != after - Counter([(key, new)]) or (new and not after[key, new]):
        what = f"“{new}” would be read as something else here."
        return Refused(what, change.path, plain.hint and f"{plain.hint}.")
    return Done((made,), change.path)


def _is_passage(line: WrittenLine | Shape, piece: Piece) -> bool:
    shape = line.shape if isinstance(line, WrittenLine) else line
    return shape is not None and shape.passage is piece


def _place(card: WrittenCard, path: str) -> tuple[WrittenLine | Shape, Found | Piece, str] | None:
    """Return the line and the piece of a field, or for a line that is left out its shape; and the value."""
    for line in (card.head, *card.lines):
        within = line.path
        for found in line.found:
            if found.piece.reads is not Reads.ID and path_of(line, found.piece, within) == path:
                return line, found, found.value
        if line.passage:
            piece = line.shape.passage if line.shape and line.shape.passage else LINES
            if path_of(line, piece, within) == path:
                return line, piece, line.passage.value
    for shape in BODIES[card.kind] if card.kind else ():
        if shape.slot and f"{card.path}/{shape.kind}" == path:
            return shape, shape.all_pieces[0], ""
    return None


def _replacement(
    source: Source, card: WrittenCard, line: WrittenLine | Shape, piece: Found | Piece, new: str
) -> Replacement:
    if isinstance(line, Shape):
        key = line.all_pieces[0].key
        return insertion(source, card, line, new_line(source, card, line, {key: new}))
    if line.slot and not new:
        return without_line(source, card, line)
    if not isinstance(piece, Found):
        assert line.passage, "a field that is no piece of its line is what stands beneath"
        return put_in_passage(source, line.passage, lines_meant(new))
    if not new:
        return Replacement(piece.whole, "")
    if piece.there:
        return Replacement(piece.span, written(piece.piece, new))
    return Replacement(piece.whole, f" {with_lead(piece.piece, new)}")


def smallest(source: Source, made: Replacement) -> Replacement:
    """Return a replacement without what it leaves as it is at both ends."""
    old, new = source.text[made.span.start : made.span.end], made.text
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    most -= start
    end = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    return Replacement(Span(made.span.start + start, made.span.end - end), new[start : len(new) - end])
