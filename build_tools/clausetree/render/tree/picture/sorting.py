"""A route as a few forks, each of which asks for one earlier answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from clausetree.render.tree.picture.asked_before import Asked, Key, asked_before
from clausetree.tree.answers import Answers
from clausetree.tree.model import Route, Tree
from clausetree.tree.paths.memory import Remembered
from clausetree.tree.walk import route_target

_MOST_ORDERS = 5
"""Of so many things at most all orders are tried."""

_FEW_CASES = 300

_MOST_FORKS = 8
"""With more forks than these, a route is easier to read as one box with its conditions."""


@dataclass(frozen=True, slots=True)
class Fork:
    """One thing that was answered before, and for each answer the fork or the node that follows."""

    asked: Asked
    ways: tuple[tuple[Key, Fork | str], ...]

    def after(self, case: Remembered) -> Fork | str:
        """Return what follows for a reader with these answers."""
        key = self.asked.key(dict(case))
        return next(to for one, to in self.ways if one == key)

    def parted(self, cases: Iterable[Remembered]) -> dict[Fork | str, list[Remembered]]:
        """Return what follows, each with those of these readers whom it follows for, as answers are offered."""
        found: dict[Fork | str, list[Remembered]] = {to: [] for _, to in self.ways}
        for case in cases:
            found[self.after(case)].append(case)
        return {to: some for to, some in found.items() if some}


def entry(fork: Fork | str, cases: Iterable[Remembered]) -> Fork | str:
    """Return where readers with these answers come into a route: past each fork that does not part them."""
    known = [dict(case) for case in cases]
    while isinstance(fork, Fork):
        keys = {fork.asked.key(answers) for answers in known}
        follows = {to for key, to in fork.ways if key in keys}
        if len(follows) > 1:
            return fork
        (fork,) = follows
    return fork


def forks_in(begin: Fork | str) -> dict[Fork, None]:
    """Return the forks that can be come to from one on, itself first."""
    found: dict[Fork, None] = {}
    waiting = [begin]
    while waiting:
        fork = waiting.pop()
        if isinstance(fork, Fork) and fork not in found:
            found[fork] = None
            waiting += [to for _, to in reversed(fork.ways)]
    return found


def forks_of(
    tree: Tree, route: Route, arriving: Iterable[tuple[str, Sequence[Remembered]]]
) -> Fork | str | None:
    """Return a route as forks; None where these would be too many to read.

    `arriving` has the answers of those who come along each arrow, and the node that it comes from. Of all
    orders in which answers can be asked for, the one with the fewest forks is taken that asks nobody for what
    she has just answered.
    """
    asked = asked_before(tree, route)
    arrows = list(arriving)
    cases = {case: dict(case) for _, arrow in arrows for case in arrow}
    parting = _Parting(
        {case: _target(route, answers) for case, answers in cases.items()},
        {one: {case: one.key(answers) for case, answers in cases.items()} for one in asked},
    )
    orders = permutations(asked) if len(asked) <= _MOST_ORDERS and len(cases) <= _FEW_CASES else [tuple(asked)]
    best = min(
        (_cost(begin, arrows), at, begin) for at, begin in enumerate(parting.by(order) for order in orders)
    )
    return None if best[0][0] > _MOST_FORKS else best[2]


def _cost(begin: Fork | str, arrows: Iterable[tuple[str, Sequence[Remembered]]]) -> tuple[int, int]:
    """Return how many forks are drawn, each that asks for what was just answered twice, and how many arrows.

    The first that a question leads to is not drawn if it asks for its answer: that question has its arrows.
    """
    met: dict[Fork, None] = {}
    again = 0
    for node, arrow in arrows:
        first, *others = forks_in(entry(begin, arrow)) or (None,)
        these = [*([first] if first and first.asked.question != node else []), *others]
        again += sum(fork.asked.question == node for fork in these)
        met.update(dict.fromkeys(these))
    return len(met) + again, sum(len({to for _, to in fork.ways}) for fork in met)


@dataclass(frozen=True, slots=True)
class _Parting:
    """Where readers of a route go, and what each thing that it depends on is of them."""

    targets: Mapping[Remembered, str]
    keys: Mapping[Asked, Mapping[Remembered, Key]]

    def by(self, order: Sequence[Asked]) -> Fork | str:
        """Return the forks that part all readers, asking in this order."""
        return self._parted(list(self.targets), order)

    def _parted(self, cases: Sequence[Remembered], order: Sequence[Asked]) -> Fork | str:
        targets = {self.targets[case] for case in cases}
        if len(targets) == 1:
            return targets.pop()
        asked, *rest = order
        parts: dict[Key, list[Remembered]] = {}
        for case in cases:
            parts.setdefault(self.keys[asked][case], []).append(case)
        ways = [(key, self._parted(parts[key], rest)) for key in sorted(parts, key=_place)]
        follows = {to for _, to in ways}
        return follows.pop() if len(follows) == 1 else Fork(asked, tuple(ways))


def _target(route: Route, answers: Answers) -> str:
    target = route_target(route, answers)
    assert target is not None, "a route of a sound tree is open to each of its readers"
    return target


def _place(key: Key) -> tuple[int, int, str]:
    """Return what sorts keys: as answers are offered, as far as that is known, and last that nobody asked."""
    if key is None:
        return 1, 0, ""
    return (0, key, "") if isinstance(key, int) else (0, 0, " ".join(sorted(key)))
