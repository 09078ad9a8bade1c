"""The units of a document: what each is, where it stands, and what stands behind its words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from clausetree.policy.attributes import NONE, Attributes
from clausetree.policy.document import Break, Content, Shape, Unit
from clausetree.policy.markdown.inline import NOTES, WITHIN_NOTE, WordReader
from clausetree.policy.markdown.line_positions import LinePositions
from clausetree.policy.markdown.reader import attributes_of
from clausetree.policy.markdown.syntax import Node
from clausetree.policy.plain_words import text_of
from clausetree.policy.problems.anchors import MisshapenAnchor
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.signs import UnknownAttributes
from clausetree.report.span import Span


class UnitReader:
    """Counts units, finds them by the `rows` of their text, and reads their words by `words`.

    `problems` are what is wrong, and `shape` is that of the last unit.
    """

    def __init__(self, rows: LinePositions, words: WordReader) -> None:
        self.rows = rows
        self.words = words
        self.problems: list[PolicyProblem] = []
        self.shape = Shape.PARAGRAPH
        self._key = -1

    def begin_note(self, at: int) -> None:
        """Go on with the units of a note, of which the first has the number 0."""
        self._key = NOTES + at * WITHIN_NOTE - 1

    def unit(
        self,
        shape: Shape,
        node: Node,
        words: Sequence[Node],
        depth: int,
        listed: str = "",
    ) -> Unit:
        """Return the unit that a node is; `words` are its paragraphs or cells, and the rest is as in `Unit`."""
        self._key += 1
        self.shape = shape
        found = [attributes for inline in words if (attributes := attributes_of(inline)) is not NONE]
        span = self.rows.span_of(node)
        attributes = found[0] if found else NONE
        if found[1:] or attributes.misshapen or attributes.unknown or attributes.anchor == "":
            attributes = self._together(found, shape, span)
        end = span.end if shape is Shape.PARAGRAPH else self.rows.end_of(node)
        return Unit(self._key, shape, depth, span, end, attributes, listed)

    def _together(self, found: Sequence[Attributes], shape: Shape, span: Span) -> Attributes:
        """Return what attribute lists say of one unit: the first anchor, and all else that is right."""
        for attributes in found:
            self._check(attributes, shape, span)
        anchors = [attributes.anchor for attributes in found if attributes.anchor]
        if anchors[1:]:
            self._check(Attributes(unknown=tuple(f"#{name}" for name in anchors[1:])), shape, span)
        classes = frozenset(standing for attributes in found for standing in attributes.classes)
        short = next((attributes.short for attributes in found if attributes.short), "")
        return Attributes(anchors[0] if anchors else None, classes, short)

    def _check(self, attributes: Attributes, shape: Shape, span: Span) -> None:
        if attributes.misshapen:
            place = self.rows.place(attributes.misshapen, span)
            anchor = attributes.anchor or ""
            self.problems.append(MisshapenAnchor(place, attributes.misshapen, anchor, shape))
        for word in attributes.unknown:
            self.problems.append(UnknownAttributes(self.rows.place(word, span), word))

    def content(self, children: Sequence[Node], span: Span) -> Content:
        """Return the words of a block, without line ends before the first.

        Nothing but spaces is no words, and a picture without words is told.
        """
        inline = next((child for child in children if child.type == "inline"), None)
        before = len(self.words.leads)
        content = self.words.read(inline, lambda words: self.rows.place(words, span)) if inline else ()
        pictured = any(lead.picture for lead in self.words.leads[before:])
        has_content = pictured or text_of(content).strip()
        return tuple(dropwhile(lambda inline: isinstance(inline, Break), content)) if has_content else ()
