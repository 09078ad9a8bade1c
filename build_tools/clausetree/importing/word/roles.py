"""What a paragraph is: the title, a heading, an item with a bullet, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import ClassVar
from xml.etree.ElementTree import Element

from clausetree.importing.around import Around, around_of_style
from clausetree.importing.word.labels import Label
from clausetree.importing.word.names import PRINTED, VAL, child, number, value
from clausetree.importing.word.styles import Styles
from clausetree.render.word.around import RULE

_HEADING = re.compile(r"heading ([1-9])")
_BULLETS = re.compile(r"list bullet(?: ([2-5]))?")
_CONTENTS = re.compile(r"toc \d|toc heading|table of (?:figures|authorities)|index \d")
_ACROSS, _ON = "{urn:schemas-microsoft-com:office:office}hr", ("t", "true", "1")


class ROLE(Enum):
    """The kinds of paragraphs."""

    TITLE = "title"
    HEADING = "heading"
    BULLET = "bullet"
    CONTENTS = "contents"
    WORDS = "words"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Role:
    """`depth` is a heading's level from 1, a bullet's depth from 0, and that of a number in its list.

    What stands `around` is told as the name of a class. An `item` is one of a list by its style.
    """

    LABEL: ClassVar[str] = "ct-label"
    CODE: ClassVar[str] = "ct-code"
    kind: ROLE
    depth: int = 0
    around: str = ""
    item: bool = False

    @property
    def style(self) -> str:
        """The name of the style that tells it on."""
        return "-".join(filter(None, ("ct", self.kind.value, str(self.depth), self.around)))

    @property
    def path(self) -> str:
        """The HTML that it becomes, as the reader of Word's format is told it."""
        return ".".join(filter(None, ("p", f"{self.kind.value}-{self.depth}", self.around)))


def role_of(paragraph: Element, styles: Styles, label: Label | None) -> Role:
    """Tell what a paragraph is, by its own outline, its styles, and its label."""
    chain = styles.chain(value(paragraph, "pPr", "pStyle"))
    names = tuple(style.name for style in chain)
    if any(_CONTENTS.fullmatch(name) for name in names[:1]):
        return Role(ROLE.CONTENTS)
    if "title" in names[:1]:
        return Role(ROLE.TITLE)
    kind, around = _around(names)
    outlines = (number(paragraph, "pPr", "outlineLvl"), *(style.outline for style in chain))
    outline = next((level for level in outlines if level is not None), None)
    if outline is None:
        outline = _outline(names)
    if outline is not None and outline < 9:
        return Role(ROLE.HEADING, outline + 1, around.code)
    if kind == RULE.lower() or _is_line(paragraph):
        return Role(ROLE.RULE, 0, around.code)
    if label is not None and label.bullet:
        # In a list of numbers the bullet stands as deep as its level; a list style says its own depth.
        styled = next((match for name in names if (match := _BULLETS.fullmatch(name))), None)
        depth = int(styled[1] or 1) - 1 if styled and not label.level else label.level
        return Role(ROLE.BULLET, depth, around.code, around.item)
    if label is not None:
        return Role(ROLE.WORDS, label.level, around.code, around.item)
    return Role(ROLE.WORDS, around.items or 0, around.code)


@lru_cache
def _outline(names: tuple[str, ...]) -> int | None:
    """Return the level, from 0, of the heading that the first of a paragraph's styles names."""
    named = next((match for name in names if (match := _HEADING.fullmatch(name))), None)
    return int(named[1]) - 1 if named else None


@lru_cache
def _around(names: tuple[str, ...]) -> tuple[str, Around]:
    """Return the kind of a paragraph and what stands around it, by the first of its styles that says so."""
    told = (around_of_style(name) for name in names)
    return next((one for one in told if one[0] == RULE.lower() or one[1].code), ("", Around()))


def _is_line(paragraph: Element) -> bool:
    """Tell whether a paragraph is no more than a line across the page: Word draws one for three hyphens."""
    if any(one.tag in PRINTED for one in paragraph.iter()):
        return False
    if any(one.get(_ACROSS) in _ON for one in paragraph.iter()):
        return True
    lines = (child(paragraph, "pPr", "pBdr", side) for side in ("bottom", "top"))
    return any(line is not None and line.get(VAL) not in ("nil", "none") for line in lines)
