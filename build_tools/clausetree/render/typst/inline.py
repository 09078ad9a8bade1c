"""The words of a block in Typst's language, with their marks, links, pictures and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from clausetree.policy.document import (
    Break,
    Code,
    Content,
    Foreign,
    Inline,
    Link,
    Mark,
    Marked,
    NoteMark,
    Number,
    Picture,
    Reference,
    Text,
)
from clausetree.render.policy.words_written import Address
from clausetree.render.typst.language import within_another
from clausetree.render.typst.strings import plain, string, words

LONGEST = 60
"""As many signs as stand in a line for certain, if there is no space among them."""
_MARKS = {
    Mark.STRONG: "strong",
    Mark.EMPHASIS: "emph",
    Mark.SUBSCRIPT: "sub",
    Mark.SUPERSCRIPT: "super",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes words.

    `address` turns a link as it is written into a whole address, or "" where only its words can be printed.
    `anchors` are those of the document, `notes` has the id of each note by its key, and `pictures` the path of
    each picture that there is, by its source. What is longer than `longest` may be parted anywhere.
    """

    address: Address
    anchors: frozenset[str]
    notes: Mapping[int, str]
    pictures: Mapping[str, str]
    longest: int = LONGEST

    def write(self, content: Content) -> str:
        """Return words as content: what may stand between square brackets."""
        return "".join(map(self._inline, content))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text=text) | Number(text=text):
                return words(text, self.longest)
            case Code(text=text):
                return f"#code[{words(text, self.longest)}];"
            case Marked(mark=mark, content=content):
                return f"#{_MARKS[mark]}[{self.write(content)}];"
            case Foreign(language=language, content=content):
                return f"#text({within_another(language.lower())})[{self.write(content)}];"
            case Link(href=href, content=content):
                return self._link(href, self._within_link.write(content))
            case Reference(anchor=anchor, text=text):
                return self._link(f"#{anchor}", words(text, self.longest))
            case Picture():
                return self._picture(inline)
            case NoteMark(figure=figure, note=note, nth=nth):
                return self._note_mark(figure, note, nth)
            case Break(hard=hard):
                return "#linebreak();" if hard else " "
            case _:
                assert_never(inline)

    @property
    def _within_link(self) -> Wording:
        """No link stands within a link."""
        return replace(self, address=lambda _: "", anchors=frozenset(), notes={})

    def _link(self, href: str, inner: str) -> str:
        if href.startswith("#"):
            return f"#link(label({string(href[1:])}))[{inner}];" if href[1:] in self.anchors else inner
        address = plain(self.address(href)) if href else ""
        return f"#link({string(address)})[{inner}];" if address and inner else inner

    def _picture(self, picture: Picture) -> str:
        path = self.pictures.get(picture.source)
        if path is None:
            return words(picture.alternative, self.longest)
        return f"#picture({string(path)}, {string(picture.alternative)});"

    def _note_mark(self, figure: str, note: int, nth: int) -> str:
        place = self.notes.get(note)
        if place is None:
            return words(figure, self.longest)
        own = string(mark_place(note)) if nth == 0 else "none"
        return f"#note-mark({string(figure)}, {string(place)}, {own});"


def mark_place(note: int) -> str:
    """Return the name of the place where the first mark of a note stands. No anchor has a space in it."""
    return f"mark {note}"


def has_letters(content: Content) -> bool:
    """Return whether anything of `content` is printed that a heading can be called by."""
    return any(_has_letters(inline) or has_letters(_within(inline)) for inline in content)


def _has_letters(inline: Inline) -> bool:
    match inline:
        case Text(text=text) | Number(text=text) | Code(text=text) | Reference(text=text):
            return bool(plain(text).strip())
        case Marked() | Foreign() | Link() | Picture() | Break() | NoteMark():
            return False
        case _:
            assert_never(inline)


def has_picture(content: Content) -> bool:
    """Return whether a picture stands among the words."""
    return any(isinstance(inline, Picture) or has_picture(_within(inline)) for inline in content)


def _within(inline: Inline) -> Content:
    return inline.content if isinstance(inline, Marked | Foreign | Link) else ()
