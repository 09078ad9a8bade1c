"""The lists of a document: `numbering.xml`."""

from __future__ import annotations

from typing import Final

from clausetree.render.word.counters import Family, Form, Numbered
from clausetree.render.word.numbering import Numbering
from clausetree.render.word.xml import part, tag, val

_LEVELS: Final = range(9)
_BESIDE: Final = 851
"""How wide the numbers of clauses are that stand at the margin, in twentieths of a point: 1.5 cm."""
_STEP: Final = 567
"""Each level below the second stands in by so much more: 1 cm."""
_SIGNS: Final = "•◦▪"


def numbering_part(numbering: Numbering, bullets: int) -> bytes:
    """Return the part. The list of bullets has the number `bullets`, which no other has."""
    families = sorted(numbering.families, key=lambda family: family.key)
    signs = {level: Form(_SIGNS[level % len(_SIGNS)], "bullet", 1) for level in _LEVELS}
    abstract = [*map(_abstract, families), _abstract(Family(bullets, signs))]
    lists = [_list(one) for one in numbering.lists]
    return part("w:numbering", *abstract, *lists, _list(Numbered(bullets, bullets)))


def _abstract(family: Family) -> str:
    levels = (_level(level, family.levels.get(level)) for level in _LEVELS)
    return tag("w:abstractNum", val("w:multiLevelType", "multilevel"), *levels, w_abstractNumId=family.key)


def _level(level: int, form: Form | None) -> str:
    form = form or Form("", "none", 1)
    deeper = level + 1 if form.form == "bullet" else max(level - 1, 0)
    indent = tag("w:ind", w_left=_BESIDE + _STEP * deeper, w_hanging=_STEP if deeper else _BESIDE)
    said = (
        val("w:start", form.start),
        val("w:numFmt", form.form),
        val("w:lvlText", form.text),
        val("w:lvlJc", "left"),
    )
    return tag("w:lvl", *said, tag("w:pPr", indent), w_ilvl=level)


def _list(one: Numbered) -> str:
    begun = "" if one.start is None else tag("w:lvlOverride", val("w:startOverride", one.start), w_ilvl=one.at)
    return tag("w:num", val("w:abstractNumId", one.family), begun, w_numId=one.key)
