"""What stands around words, said by the name of their style: Word itself nests nothing but lists.

"List Item 2 in Quote" is an item of a list within a list, which is quoted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

BODY: Final = "Body Text"
TERM: Final = "Definition Term"
MEANING, MEANING_GOES_ON = "Definition", "Definition Continue"
"""pandoc calls the first so, too. A word may have more than one meaning."""
QUOTE: Final = "Quote"
NOTE, NOTE_GOES_ON = "Note", "Note Continue"
"""A footnote that Word has no place for at the foot."""
RULE: Final = "Horizontal Line"
EDITORIAL: Final = "Editorial Note"
CITED: Final = "Cross-reference"
"""The style of words that the site makes a link by itself, since they name a clause."""
WITHIN: Final = " in "


@dataclass(frozen=True, slots=True)
class Around:
    """`inside` what, the innermost first, and within how many `items` of lists in there.

    `deep` counts the items around all of it, too; `usual` is the style of words that nothing stands around."""

    usual: str = BODY
    inside: tuple[str, ...] = ()
    items: int = 0
    deep: int = 0

    def style(self, kind: str = "") -> str:
        """Return the name of the style of a paragraph of this kind; "" is for words."""
        return WITHIN.join(filter(None, (kind, *self._names()))) or self.usual

    def item(self) -> str:
        """Return the name of the style of an item that stands here."""
        return WITHIN.join((_counted("List Item", self.items + 1), *self.inside))

    def in_item(self) -> Around:
        """Return what stands around the words of an item that stands here."""
        return replace(self, items=self.items + 1, deep=self.deep + 1)

    def within(self, name: str) -> Around:
        """Return what stands around words in something that stands here."""
        return replace(self, inside=(name, *self._names()), items=0)

    def _names(self) -> tuple[str, ...]:
        return ((_counted("List Continue", self.items),) if self.items else ()) + self.inside


def goes_on(style: str, around: Around, name: str) -> str:
    """Return a style for words within something that begun before them: `name` takes the place of its own."""
    begun = WITHIN.join(around.inside)
    assert style.endswith(begun), "a style says all that stands around"
    return style.removesuffix(begun) + WITHIN.join((name, *around.inside[1:]))


def _counted(name: str, count: int) -> str:
    return name if count == 1 else f"{name} {count}"
