"""Pieces as Word's paragraphs and rows, with what was changed in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from clausetree.policy.document import ColumnAlignment
from clausetree.render.word.bookmarks import bookmark_of
from clausetree.render.word.changed import Marks
from clausetree.render.word.lines import Line, Row, Run, Runs
from clausetree.render.word.merged import Pair, edited
from clausetree.render.word.numbering import Numbering, Place
from clausetree.render.word.styles import id_of
from clausetree.render.word.words import Words
from clausetree.render.word.xml import tag, val

_SIDES = {ColumnAlignment.LEFT: "left", ColumnAlignment.RIGHT: "right", ColumnAlignment.CENTER: "center"}
WAS, NOW = 1, 0
"""The views of a document with tracked changes: all rejected, all accepted."""


@dataclass(slots=True)
class Writer:
    """Writes pieces; `bullets` is the number of the list of bullets."""

    numbering: Numbering
    marks: Marks
    words: Words
    bullets: int
    _bookmarks: dict[str, int] = field(default_factory=dict)

    def body(self, pairs: Sequence[Pair]) -> Iterator[str]:
        """Yield paragraphs and tables."""
        rows: list[Pair] = []
        last: Pair | None = None
        for pair in pairs:
            if rows and (not _is_row(pair) or _begins(pair, rows[-1])):
                yield from self._table(rows)
                rows = []
            if _is_row(pair):
                if not rows and last:
                    yield _ground(last)
                rows.append(pair)
            else:
                yield self.paragraph(pair)
            last = pair
        if rows:
            yield from self._table(rows)
        elif last:
            yield _ground(last)

    def paragraph(self, pair: Pair, begun: str = "") -> str:
        """Return a paragraph; `begun` stands before its words."""
        was, now = (one if isinstance(one, Line) else None for one in (pair.was, pair.now))
        line = now or was
        assert line is not None, "a pair is of something"
        runs = edited(was.runs if was else None, now.runs if now else None)
        properties, typed = self._properties(was, now)
        inner = [begun, *typed, *self.words.all(runs)]
        return tag("w:p", properties, *self._bookmarked(now.anchor if now else "", inner))

    def _properties(self, was: Line | None, now: Line | None) -> tuple[str, list[str]]:
        """Return the look of a paragraph, and runs for labels that no list gives."""
        tries = list(self._tries(was, now))
        places = {view: number_of(place) for _, views, place in tries for view in views}
        typed = [(line.label, views) for line, views, place in tries if line.label and place is None]
        if len(typed) == 2 and typed[0][0] == typed[1][0]:
            typed = [(typed[0][0], (WAS, NOW))]
        shown = now or was
        assert shown is not None, "a pair is of something"
        look = val("w:pStyle", id_of(shown.style)) + places.get(NOW, places.get(WAS, ""))
        mark = self.marks.sign(was is not None, now is not None)
        look += tag("w:rPr", mark) if mark else ""
        if was and now and (was.style, places[WAS]) != (now.style, places[NOW]):
            look += self.marks.mark("w:pPrChange", tag("w:pPr", val("w:pStyle", id_of(was.style)), places[WAS]))
        return tag("w:pPr", look), [self._typed(label, WAS in views, NOW in views) for label, views in typed]

    def _tries(
        self, was: Line | None, now: Line | None
    ) -> Iterator[tuple[Line, tuple[int, ...], Place | None]]:
        """Yield the places of a paragraph in the views that it stands in: one for both, where one will do."""
        if was and now and (was.label, was.level, was.bullet) == (now.label, now.level, now.bullet):
            place = self._place(now, (NOW, WAS))
            if place is not None or not now.label:
                yield now, (NOW, WAS), place
                return
        for line, view in ((was, WAS), (now, NOW)):
            if line is not None:
                yield line, (view,), self._place(line, (view,))

    def _place(self, line: Line, views: Sequence[int]) -> Place | None:
        if line.bullet:
            return Place(self.bullets, line.level)
        seen = [view for view in views if view < self.numbering.views]
        return self.numbering.place(line.label, line.level, seen) if line.label and seen else None

    def _typed(self, label: str, was: bool, now: bool) -> str:
        return self.marks.around(self.words.run(Run(f"{label} "), was and not now), was, now)

    def _bookmarked(self, anchor: str, inner: Sequence[str]) -> list[str]:
        if not anchor or anchor in self._bookmarks:
            return list(inner)
        number = self._bookmarks[anchor] = len(self._bookmarks) + 1
        start = tag("w:bookmarkStart", w_id=number, w_name=bookmark_of(anchor))
        return [start, *inner, tag("w:bookmarkEnd", w_id=number)]

    def _table(self, rows: Sequence[Pair]) -> Iterator[str]:
        width = max(len(_row(pair).cells) for pair in rows)
        look = val("w:tblStyle", "TableGrid") + tag("w:tblW", w_w=5000, w_type="pct")
        grid = tag("w:tblGrid", *[tag("w:gridCol", w_w=9000 // width)] * width)
        yield tag("w:tbl", tag("w:tblPr", look), grid, *map(self._row, rows))
        yield tag("w:p")

    def _row(self, pair: Pair) -> str:
        was, now = (one if isinstance(one, Row) else None for one in (pair.was, pair.now))
        row = _row(pair)
        properties = tag("w:cantSplit") + (tag("w:tblHeader") if row.head else "")
        properties += self.marks.sign(was is not None, now is not None)
        empty: tuple[Runs, ...] = ((),) * len(row.cells)
        anchor = now.anchor if now else ""
        cells = []
        for old, new, side in zip(
            was.cells if was else empty, now.cells if now else empty, row.columns, strict=True
        ):
            sign = self.marks.sign(was is not None, now is not None)
            look = val("w:pStyle", id_of(row.style)) + (val("w:jc", _SIDES[side]) if side in _SIDES else "")
            look += tag("w:rPr", sign) if sign else ""
            inner = list(self.words.all(edited(old if was else None, new if now else None)))
            if inner and anchor:
                inner, anchor = self._bookmarked(anchor, inner), ""
            cells.append(
                tag(
                    "w:tc",
                    tag("w:tcPr", tag("w:tcW", w_w=0, w_type="auto")),
                    tag("w:p", tag("w:pPr", look), *inner),
                )
            )
        return tag("w:tr", tag("w:trPr", properties), *cells)


def number_of(place: Place | None) -> str:
    """Return what says that a paragraph is counted, and where."""
    return tag("w:numPr", val("w:ilvl", place.level), val("w:numId", place.list)) if place else ""


def _ground(pair: Pair) -> str:
    """What is taken out goes into the paragraph behind it: before a table, and at the end, there is none."""
    return "" if _is_row(pair) or pair.now else tag("w:p")


def _is_row(pair: Pair) -> bool:
    return isinstance(pair.now or pair.was, Row)


def _row(pair: Pair) -> Row:
    row = pair.now or pair.was
    assert isinstance(row, Row)
    return row


def _begins(pair: Pair, before: Pair) -> bool:
    """Tell whether a row begins another table than the one before it."""
    seen: Callable[[Pair], tuple[bool, bool]] = lambda one: (one.was is not None, one.now is not None)  # noqa: E731
    shared = any(one and other for one, other in zip(seen(pair), seen(before), strict=True))
    return shared and _row(pair).first
