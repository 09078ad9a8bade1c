"""Drawing with a Graphviz that has no fonts, as those do that are compiled to WebAssembly.

Of a few fonts it knows how wide the letters of ASCII are, and of any other letter it takes each byte for as
wide as a space. Words would stick out of their boxes: both is put right on the way in and out.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import east_asian_width

from clausetree.render.tree.picture.dot import FONTS

_KNOWN_FONT = "Arial"
_PRIVATE = 0xF0000
"""The first letter of a plane that Unicode leaves free, where every letter is four bytes long."""


def drawn_without_fonts(dot: str, draw: Callable[[str], str]) -> str:
    """Return the SVG that `draw` makes of a drawing, with words that fit into their boxes."""
    in_known_font = dot.replace(f'fontname="{FONTS}"', f'fontname="{_KNOWN_FONT}"')
    longer = {ord(letter): ord(letter) + _PRIVATE for letter in set(dot) if _is_wide(letter)}
    svg = draw(in_known_font.translate(longer))
    written = svg.translate({stand_in: letter for letter, stand_in in longer.items()})
    return written.replace(f'font-family="{_KNOWN_FONT}"', f'font-family="{FONTS}"')


def _is_wide(letter: str) -> bool:
    """Return whether a letter is wider than a space for each of its bytes: 漢 or Щ, but not щ."""
    return 1 < len(letter.encode()) < 4 and (letter.isupper() or east_asian_width(letter) in "WF")
