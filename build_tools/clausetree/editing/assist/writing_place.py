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
        return self.before[0].text

    @property
    def last(self) -> Token:
        return self.before[-1]

    def words(self) -> list[str]:
        return [token.text for token in self.before]


def word_choice(word: str, block: str = "", behind: str = " ", about: str = "") -> Choice:
    return Choice(word, word + behind, about or meaning_of(word.split()[0], block))
