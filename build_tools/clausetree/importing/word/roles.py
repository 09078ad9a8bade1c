"""What a paragraph is: the title, a heading, an item with a bullet, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar
from xml.etree.ElementTree import Element

from clausetree.importing.word.labels import Label
from clausetree.importing.word.names import number, value
from clausetree.importing.word.styles import Styles

_HEADING = re.compile(r"heading ([1-9])")
_BULLETS = re.compile(r"list bullet(?: ([2-5]))?")
_CONTINUED = re.compile(r"list continue(?: ([2-5]))?")
_CONTENTS = re.compile(r"toc \d|toc heading|table of (?:figures|authorities)|index \d")


class ROLE(Enum):
    """The kinds of paragraphs."""

    TITLE = "title"
    HEADING = "heading"
    BULLET = "bullet"
    CONTENTS = "contents"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Role:
    """`depth` is a heading's level from 1, a bullet's depth from 0, and that of a number in its list."""

    LABEL: ClassVar[str] = "ct-label"
    kind: ROLE
    depth: int = 0

    @property
    def style(self) -> str:
        """The name of the style that tells it on."""
        return f"ct-{self.kind.value}-{self.depth}"


def role_of(paragraph: Element, styles: Styles, label: Label | None) -> Role:
    """Tell what a paragraph is, by its own outline, its styles, and its label."""
    chain = list(styles.chain(value(paragraph, "pPr", "pStyle")))
    names = [style.name for style in chain]
    if any(_CONTENTS.fullmatch(name) for name in names[:1]):
        return Role(ROLE.CONTENTS)
    if "title" in names[:1]:
        return Role(ROLE.TITLE)
    outlines = (number(paragraph, "pPr", "outlineLvl"), *(style.outline for style in chain))
    outline = next((level for level in outlines if level is not None), None)
    named = next((match for name in names if (match := _HEADING.fullmatch(name))), None)
    if outline is None and named:
        outline = int(named[1]) - 1
    if outline is not None and outline < 9:
        return Role(ROLE.HEADING, outline + 1)
    if label is not None and label.bullet:
        # In a list of numbers the bullet stands as deep as its level; a list style says its own depth.
        styled = next((match for name in names if (match := _BULLETS.fullmatch(name))), None)
        depth = int(styled[1] or 1) - 1 if styled and not label.level else label.level
        return Role(ROLE.BULLET, depth)
    if label is not None:
        return Role(ROLE.WORDS, label.level)
    continued = _CONTINUED.fullmatch(names[0]) if names else None
    return Role(ROLE.WORDS, int(continued[1] or 1) if continued else 0)
