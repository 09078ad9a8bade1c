"""What a scenario says of notes, contacts and links: that they are told on its way, or are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from clausetree.report.closest import closest
from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.messages.phrasing import told_words
from clausetree.tree.model import Aside, Contact, Duty, Link, Note, Tree, asides
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.scenarios import AsideLine, NothingSuch, NotTold, SeveralNotes, ToldUnwanted
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


def names(line: ExpectAsideSyntax, aside: Aside, every: Iterable[Aside]) -> bool:
    """Return whether a line of a scenario speaks of `aside`, which is one of `every`."""
    return kind_of(aside) is line.kind and words_of(aside) in _meant(line, every)


def _meant(line: ExpectAsideSyntax, every: Iterable[Aside]) -> tuple[str, ...]:
    """Return the words of which a line may speak. Of a note the first are enough, but all come before."""
    written = phrase(line.words.markdown).text
    words = tuple(dict.fromkeys(words_of(one) for one in every if kind_of(one) is line.kind))
    if written in words:
        return (written,)
    return tuple(one for one in words if line.kind is AsideKind.NOTE and one.startswith(written))


def expected_aside(tree: Tree, line: ExpectAsideSyntax, path: Walk) -> Iterator[TreeProblem]:
    """Yield what is wrong with a line of a scenario that goes this way, as of the tree's day."""
    wanted = AsideLine(line.kind, phrase(line.words.markdown).text)
    on_way = [one for node in path.nodes for one in asides(node)]
    meant = _meant(line, on_way)
    if len(meant) > 1:
        yield SeveralNotes(line.span, wanted.words, meant)
        return
    told = [one for one in told_on(tree, path.answers) if not isinstance(one, Duty)]
    told = [one for one in told if kind_of(one) is line.kind]
    is_told = any(words_of(one) in meant for one in told)
    if line.wanted and not is_told:
        yield NotTold(line.span, wanted, tuple(dict.fromkeys(map(_line, told))))
    if not line.wanted and is_told:
        yield ToldUnwanted(line.span, wanted)
    every = [one for node in tree.nodes for one in asides(node)]
    if not line.wanted and not _meant(line, every):
        by_words = {told_words(_line(one)): _line(one) for one in every}
        near = closest(told_words(wanted), by_words)
        yield NothingSuch(line.span, wanted, by_words[near] if near else None)


def _line(aside: Aside) -> AsideLine:
    return AsideLine(kind_of(aside), words_of(aside))
