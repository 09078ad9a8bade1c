"""Ways from one place of a document to another, in words that lead a reader of paper as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.policy.document import Content, Inline, Link, Text
from clausetree.policy.plain_words import text_of


@dataclass(frozen=True, slots=True)
class Place:
    """What can be gone to within a document: the number of its heading, and its title."""

    number: int
    title: str

    @property
    def words(self) -> str:
        """What a reader of paper looks for."""
        return f"{self.number}. {self.title}"


def gone_to(content: Content, href: str, place: Place) -> Iterator[Inline]:
    """Yield the words of a link and where it leads: "Yes: go to 3. Tell your buddy".

    Where the words name the place already, as "Go on: Tell your buddy" does, its number is put before that.
    """
    words = " ".join(text_of(content).split())
    before = words.removesuffix(place.title)
    if before != words and (not before or before.endswith(": ")):
        yield from ([Text(before)] if before else [])
        yield linked(href, place.words)
    else:
        yield from content
        yield Text(" – " if words.endswith((".", "!", "?", ":", ";", ",")) else ": ")
        yield linked(href, f"go to {place.words}")


def linked(href: str, words: str) -> Link:
    """Return a link with plain words."""
    return Link(href, (Text(words),))
