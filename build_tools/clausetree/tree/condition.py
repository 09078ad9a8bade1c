"""What `when` says: facts about earlier answers, joined by `and`, `or` and `not`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import assert_never


@dataclass(frozen=True, slots=True)
class Not[Fact]:
    """True when `part` is false."""

    part: Condition[Fact]


@dataclass(frozen=True, slots=True)
class And[Fact]:
    """True when every one of `parts` is true."""

    parts: tuple[Condition[Fact], ...]


@dataclass(frozen=True, slots=True)
class Or[Fact]:
    """True when at least one of `parts` is true."""

    parts: tuple[Condition[Fact], ...]


@dataclass(frozen=True, slots=True)
class Is[Fact]:
    """True when `fact` is true. What a fact is depends on how much is known of its names."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Named[Fact]:
    """True when `part` is. Authors speak of it by its `name`, and readers are told it in `words`."""

    name: str = field(compare=False)
    words: str
    part: Condition[Fact]


type Condition[Fact] = Is[Fact] | Not[Fact] | And[Fact] | Or[Fact] | Named[Fact]


def holds[Fact](condition: Condition[Fact], true: Callable[[Fact], bool]) -> bool:
    """Return whether `condition` is true, given what `true` says of each fact."""
    match condition:
        case Is(fact):
            return true(fact)
        case Not(part):
            return not holds(part, true)
        case And(parts):
            return all(holds(part, true) for part in parts)
        case Or(parts):
            return any(holds(part, true) for part in parts)
        case Named(part=part):
            return holds(part, true)
        case _:
            assert_never(condition)


def facts[Fact](condition: Condition[Fact]) -> Iterator[Fact]:
    """Yield every fact that `condition` speaks of, in the order written."""
    match condition:
        case Is(fact):
            yield fact
        case Not(part) | Named(part=part):
            yield from facts(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from facts(part)
        case _:
            assert_never(condition)


def depth[Fact](condition: Condition[Fact]) -> int:
    """Return how deep the deepest fact of `condition` lies."""
    match condition:
        case Is():
            return 0
        case Not(part) | Named(part=part):
            return 1 + depth(part)
        case And(parts) | Or(parts):
            return 1 + max(map(depth, parts), default=0)
        case _:
            assert_never(condition)


def names_in[Fact](condition: Condition[Fact]) -> Iterator[Named[Fact]]:
    """Yield every named fact that `condition` speaks of, each before those that it stands for itself."""
    match condition:
        case Is():
            pass
        case Not(part):
            yield from names_in(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from names_in(part)
        case Named(part=part):
            yield condition
            yield from names_in(part)
        case _:
            assert_never(condition)


def settled[Fact](condition: Condition[Fact], known: Callable[[Fact], bool | None]) -> Condition[Fact] | bool:
    """Return what a condition still hangs on where some facts are `known`; whether it is true, if on nothing.

    A named fact that still hangs on anything stays as it is: its words say all of it.
    """
    match condition:
        case Is(fact):
            true = known(fact)
            return condition if true is None else true
        case Not(part):
            inner = settled(part, known)
            return not inner if isinstance(inner, bool) else Not(inner)
        case And(parts):
            return _joined(And, [settled(part, known) for part in parts])
        case Or(parts):
            return _joined(Or, [settled(part, known) for part in parts])
        case Named(part=part):
            inner = settled(part, known)
            return inner if isinstance(inner, bool) else condition
        case _:
            assert_never(condition)


def _joined[Fact](
    join: type[And[Fact]] | type[Or[Fact]], parts: list[Condition[Fact] | bool]
) -> Condition[Fact] | bool:
    decisive = join is Or
    if decisive in parts:
        return decisive
    left = tuple(part for part in parts if not isinstance(part, bool))
    return join(left) if len(left) > 1 else left[0] if left else not decisive


def with_names[Fact](
    condition: Condition[Fact], change: Callable[[Named[Fact]], Condition[Fact]]
) -> Condition[Fact]:
    """Return `condition` with every named fact changed, the inner ones first."""
    match condition:
        case Is():
            return condition
        case Not(part):
            return Not(with_names(part, change))
        case And(parts):
            return And(tuple(with_names(part, change) for part in parts))
        case Or(parts):
            return Or(tuple(with_names(part, change) for part in parts))
        case Named(name, words, part):
            return change(Named(name, words, with_names(part, change)))
        case _:
            assert_never(condition)


def with_facts[Old, New](
    condition: Condition[Old], change: Callable[[Old], New | None]
) -> Condition[New] | None:
    """Return `condition` with every fact changed, or None when any fact cannot be."""
    match condition:
        case Is(fact):
            changed = change(fact)
            return None if changed is None else Is(changed)
        case Not(part):
            inner = with_facts(part, change)
            return None if inner is None else Not(inner)
        case And(parts):
            inners = _all_with_facts(parts, change)
            return None if inners is None else And(inners)
        case Or(parts):
            inners = _all_with_facts(parts, change)
            return None if inners is None else Or(inners)
        case Named(name, words, part):
            inner = with_facts(part, change)
            return None if inner is None else Named(name, words, inner)
        case _:
            assert_never(condition)


def _all_with_facts[Old, New](
    parts: tuple[Condition[Old], ...], change: Callable[[Old], New | None]
) -> tuple[Condition[New], ...] | None:
    # Every part is tried, even after one has failed, so that all faults are found at once.
    tried = [with_facts(part, change) for part in parts]
    found = tuple(part for part in tried if part is not None)
    return found if len(found) == len(tried) else None
