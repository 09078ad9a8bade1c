"""Runs as Word's own, with what was changed in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby

from clausetree.render.word.around import CITED
from clausetree.render.word.bookmarks import bookmark_of
from clausetree.render.word.changed import Marks
from clausetree.render.word.leading import NOWHERE
from clausetree.render.word.lines import Look, Run
from clausetree.render.word.merged import Edited
from clausetree.render.word.pictures import drawing
from clausetree.render.word.related import Related
from clausetree.render.word.styles import id_of
from clausetree.render.word.xml import tag, val, words

_LOOKS = {
    Look.CODE: val("w:rStyle", "Code"),
    Look.CITED: val("w:rStyle", id_of(CITED)),
    Look.STRONG: tag("w:b"),
    Look.EMPHASIS: tag("w:i"),
    Look.SUBSCRIPT: val("w:vertAlign", "subscript"),
    Look.SUPERSCRIPT: val("w:vertAlign", "superscript"),
}


_SIGNS = {"\n": tag("w:br"), "\u00ad": tag("w:softHyphen")}
"""What Word has elements for."""


@dataclass(slots=True)
class Words:
    """Writes runs. `notes` are the footnotes that marks lead to: an anchor, and whether its mark is gone."""

    marks: Marks
    related: Related
    notes: dict[tuple[str, bool], int] = field(default_factory=dict)

    def all(self, runs: Sequence[Edited]) -> Iterator[str]:
        """Yield runs in order, links around those that lead somewhere."""
        for link, group in groupby(runs, lambda one: one.run.link):
            made = [self.marks.around(self.run(one.run, not one.now), one.was, one.now) for one in group]
            yield self._linked(link, made) if link else "".join(made)

    def _linked(self, link: str, inner: Sequence[str]) -> str:
        if link.startswith("#"):
            return tag("w:hyperlink", *inner, w_anchor=bookmark_of(link[1:]))
        if link.startswith(NOWHERE):
            return tag("w:hyperlink", *inner, w_anchor=link[1:])
        return tag("w:hyperlink", *inner, r_id=self.related.add("hyperlink", link, outside=True))

    def run(self, run: Run, deleted: bool) -> str:
        """Return a run; the words of one that is `deleted` have a name of their own."""
        if run.note:
            look = val("w:rStyle", "FootnoteReference")
            mark = tag("w:footnoteReference", w_id=self._note(run.note, deleted))
            return tag("w:r", tag("w:rPr", look), mark)
        picture = self.related.pictures.get(run.picture)
        if picture is not None:
            return tag("w:r", drawing(picture, self.related.add("image", picture.name), run.text))
        # The style comes first in what Word reads.
        styled = run.looks & {Look.CODE, Look.CITED} or run.link.startswith(NOWHERE)
        looks = [val("w:rStyle", "Hyperlink")] if run.link and not styled else []
        looks += [element for look, element in _LOOKS.items() if look in _said(run.looks)]
        looks += [tag("w:lang", w_val=run.language, w_bidi=run.language)] if run.language else []
        name = "w:delText" if deleted else "w:t"
        signs = (_SIGNS.get(text) or tag(name, words(text), xml_space="preserve") for text in _parts(run.text))
        return tag("w:r", tag("w:rPr", *looks) if looks else "", *signs)

    def _note(self, anchor: str, deleted: bool) -> int:
        """No two marks may share a note: one that was taken out has a note of its own."""
        return self.notes.setdefault((anchor, deleted), len(self.notes) + 1)


def _said(looks: Set[Look]) -> Set[Look]:
    """Return looks of which Word can say all: a run has one style."""
    return looks - {Look.CITED} if Look.CODE in looks else looks


def _parts(text: str) -> Iterator[str]:
    yield from filter(None, re.split(f"([{''.join(_SIGNS)}])", text))
