"""A place in a tree at which somebody is writing."""

from __future__ import annotations

from dataclasses import dataclass

from clausetree.editing.assist.choices import Choice
from clausetree.editing.assist.keyword_words import meaning_of
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import WrittenLine
from clausetree.editing.assist.names import Names
from clausetree.tree.language.lexer import Token


@dataclass(frozen=True, slots=True)
class WritingPlace:
    """A place behind the tokens `before` of a line, in a tree with these `names`."""

    text: str
    line: WrittenLine
    before: tuple[Token, ...]
    names: Names
    known: Known
    indent: int

    @property
    def keyword(self) -> str:
        """The word that the line begins with."""
        return self.before[0].text

    @property
    def last(self) -> Token:
        """The token right before the place."""
        return self.before[-1]

    def words(self) -> list[str]:
        """Return the texts of the tokens before it."""
        return [token.text for token in self.before]


def word_choice(word: str, block: str = "", behind: str = " ", about: str = "") -> Choice:
    """Return a word of the language as a choice; `behind` is put in behind it."""
    return Choice(word, word + behind, about or meaning_of(word.split()[0], block))
