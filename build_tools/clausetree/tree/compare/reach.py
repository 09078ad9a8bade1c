"""What two versions of a tree make of the same reader: where she ends, and what she has to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import assert_never

from clausetree.tree.answers import Answer, Answers
from clausetree.tree.compare.changes import AsideReaches, Change, DutyReaches, EndsElsewhere
from clausetree.tree.model import Contact, Duty, Link, Note, Outcome, Told, Tree, told
from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.paths.state_graph import answers_on, state_graph
from clausetree.tree.walk import told_on, walk

_EACH = 2_000
"""So many paths are followed each. Of more, those are that show the whole tree."""

type _Key = tuple[str, ...]
"""Who has a duty, its strength, and its words; or what sort of thing else is told, and its words."""

type _Reach = dict[tuple[_Key, bool], list[Answers]]
"""The readers whom something reaches now (or, False, no more)."""


def compare_reach(before: Tree, after: Tree) -> Iterator[Change]:
    """Yield where readers end elsewhere, and what both versions tell and other readers are told now.

    Of notes, contacts and links only those count that are not for everybody.
    """
    ends: defaultdict[tuple[str, str], list[Answers]] = defaultdict(list)
    reach: _Reach = defaultdict(list)
    kept = _keys_of(before) & _keys_of(after) & (_keys_of_some(before) | _keys_of_some(after))
    for answers in _readers(before, after):
        old, new = walk(before, answers), walk(after, answers)
        if not isinstance(old.at, Outcome):
            continue
        if old.at.id != new.at.id:
            ends[old.at.id, new.at.id].append(old.answers)
        if isinstance(new.at, Outcome):
            was = {_key_of(one) for one in told_on(before, old.answers)}
            now = {_key_of(one) for one in told_on(after, new.answers)}
            for key in kept & (was ^ now):
                reach[key, key in now].append(old.answers if key in was else new.answers)
    for (was_at, now_at), readers in ends.items():
        yield EndsElsewhere(was_at, now_at, _shortest(readers), len(readers))
    latest = {_key_of(one): one for node in after.nodes for one in told(node)}
    for key in (_key_of(one) for node in before.nodes for one in told(node)):
        for reached in (False, True):
            readers = reach.pop((key, reached), [])
            if readers:
                yield _reaches(latest[key], reached, readers)


def _reaches(one: Told, now: bool, readers: list[Answers]) -> Change:
    example, number = _shortest(readers), len(readers)
    return (
        DutyReaches(one, now, example, number)
        if isinstance(one, Duty)
        else AsideReaches(one, now, example, number)
    )


def _readers(before: Tree, after: Tree) -> Iterator[Answers]:
    """Yield the answers of every kind of reader that either version tells apart.

    Those of the later version come first: they answer what it asks anew. The earlier version's follow
    where the later one has no reader who answers alike.
    """
    met: set[frozenset[tuple[str, Answer]]] = set()
    for answers in _readers_of(after):
        met.add(frozenset(walk(before, answers).answers.items()))
        yield answers
    for answers in _readers_of(before):
        if frozenset(answers.items()) not in met:
            yield answers


def _readers_of(tree: Tree) -> Iterator[Answers]:
    graph = state_graph(tree)
    if graph.count() > _EACH:
        yield from (path.answers for path in fewest_paths(tree))
        return
    yield from map(answers_on, graph.paths())


def _keys_of(tree: Tree) -> set[_Key]:
    return {_key_of(one) for node in tree.nodes for one in told(node)}


def _keys_of_some(tree: Tree) -> set[_Key]:
    """Return the keys of all duties, and of whatever else is not told to everybody who comes to it."""
    every = (one for node in tree.nodes for one in told(node))
    return {_key_of(one) for one in every if isinstance(one, Duty) or one.when}


def _key_of(one: Told) -> _Key:
    match one:
        case Duty():
            return one.who, one.strength.value, one.what.text
        case Note():
            return "note", one.words.text
        case Contact():
            return "contact", one.who.text, one.how.text
        case Link():
            return "link", one.words.text, one.address
        case _:
            assert_never(one)


def _shortest(readers: Iterable[Answers]) -> Answers:
    return min(readers, key=len)
