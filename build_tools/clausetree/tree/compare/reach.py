"""What two versions of a tree make of the same reader: where she ends, and what she has to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from clausetree.tree.answers import Answer, Answers
from clausetree.tree.compare.changes import Change, DutyReaches, EndsElsewhere
from clausetree.tree.model import Duty, Outcome, Tree, duties
from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.paths.state_graph import answers_on, state_graph
from clausetree.tree.walk import Walk, walk

_EACH = 2_000
"""So many paths are followed each. Of more, those are that show the whole tree."""

type _Key = tuple[str, str, str]
"""Who has a duty, its strength, and its words."""

type _Reach = dict[tuple[_Key, bool], list[Answers]]
"""The readers whom a duty reaches now (or, False, no more)."""


def compare_reach(before: Tree, after: Tree) -> Iterator[Change]:
    """Yield where readers end elsewhere, and which duties that both versions have reach others now."""
    ends: defaultdict[tuple[str, str], list[Answers]] = defaultdict(list)
    reach: _Reach = defaultdict(list)
    kept = _duty_keys(before) & _duty_keys(after)
    for answers in _readers(before, after):
        old, new = walk(before, answers), walk(after, answers)
        if not isinstance(old.at, Outcome):
            continue
        if old.at.id != new.at.id:
            ends[old.at.id, new.at.id].append(old.answers)
        if isinstance(new.at, Outcome):
            was, now = _duties_on(old), _duties_on(new)
            for key in kept & (was.keys() ^ now.keys()):
                reach[key, key in now].append(old.answers if key in was else new.answers)
    for (was_at, now_at), readers in ends.items():
        yield EndsElsewhere(was_at, now_at, _shortest(readers), len(readers))
    latest = {_duty_key(duty): duty for node in after.nodes for duty in duties(node)}
    for duty in (duty for node in before.nodes for duty in duties(node)):
        key = _duty_key(duty)
        for reached in (False, True):
            readers = reach.pop((key, reached), [])
            if readers:
                yield DutyReaches(latest[key], reached, _shortest(readers), len(readers))


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


def _duty_keys(tree: Tree) -> set[_Key]:
    return {_duty_key(duty) for node in tree.nodes for duty in duties(node)}


def _duties_on(path: Walk) -> dict[_Key, Duty]:
    return {_duty_key(duty): duty for duty in path.duties}


def _duty_key(duty: Duty) -> _Key:
    return duty.who, duty.strength.value, duty.what.text


def _shortest(readers: Iterable[Answers]) -> Answers:
    return min(readers, key=len)
