"""What a scenario says of notes, contacts and links: that they are told on its way, or are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from clausetree.report.closest import closest
from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.messages.phrasing import told_words
from clausetree.tree.model import Aside, Contact, Duty, Link, Note, Tree, asides
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.scenarios import AsideLine, NothingSuch, NotTold, ToldUnwanted
from clausetree.tree.syntax import ExpectAsideSyntax
from clausetree.tree.walk import Walk, told_on


def kind_of(aside: Aside) -> AsideKind:
    """Return which kind it is."""
    match aside:
        case Note():
            return AsideKind.NOTE
        case Contact():
            return AsideKind.CONTACT
        case Link():
            return AsideKind.LINK
        case _:
            assert_never(aside)


def words_of(aside: Aside) -> str:
    """Return the words that a scenario names it by."""
    return (aside.who if isinstance(aside, Contact) else aside.words).text


def names(line: ExpectAsideSyntax, aside: Aside) -> bool:
    """Return whether a line of a scenario speaks of `aside`: of a note it may have the first words."""
    words = phrase(line.words.markdown).text
    if isinstance(aside, Note) and line.kind is AsideKind.NOTE:
        return aside.words.text.startswith(words)
    return kind_of(aside) is line.kind and words_of(aside) == words


def expected_aside(tree: Tree, line: ExpectAsideSyntax, path: Walk) -> Iterator[TreeProblem]:
    """Yield what is wrong with a line of a scenario that goes this way, as of the tree's day."""
    wanted = AsideLine(line.kind, phrase(line.words.markdown).text)
    on_way = [one for one in told_on(tree, path.answers) if not isinstance(one, Duty)]
    on_way = [one for one in on_way if kind_of(one) is line.kind]
    is_told = any(names(line, one) for one in on_way)
    if line.wanted and not is_told:
        yield NotTold(line.span, wanted, tuple(dict.fromkeys(map(_line, on_way))))
    if not line.wanted and is_told:
        yield ToldUnwanted(line.span, wanted)
    every = [one for node in tree.nodes for one in asides(node)]
    if not line.wanted and not any(names(line, one) for one in every):
        by_words = {told_words(_line(one)): _line(one) for one in every}
        near = closest(told_words(wanted), by_words)
        yield NothingSuch(line.span, wanted, by_words[near] if near else None)


def _line(aside: Aside) -> AsideLine:
    return AsideLine(kind_of(aside), words_of(aside))
