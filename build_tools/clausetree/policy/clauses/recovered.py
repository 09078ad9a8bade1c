"""Clauses as their author meant them, where a mistake is reported: so nothing else looks wrong for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.clauses.anchors import anchor_of_number, is_anchor, number_of_anchor, tidied
from clausetree.policy.clauses.naming import item_label


def recovered_clauses(clauses: Collection[Clause], published: Collection[str]) -> Iterator[Clause]:
    """Yield each clause once, with the anchor and the number that it should have.

    `published` are the anchors of the policy that were published.
    """
    return _with_recovered_numbers(list(_with_recovered_anchors(clauses)), published)


def _with_recovered_anchors(clauses: Collection[Clause]) -> Iterator[Clause]:
    """What the first use of an anchor means does not change for a second one."""
    first = {clause.anchor: clause for clause in reversed(list(clauses)) if is_anchor(clause.anchor)}
    taken = set(first)
    for clause in clauses:
        if first.get(clause.anchor) is clause:
            yield clause
            continue
        anchor = tidied(clause.anchor)
        if clause.anchor in first:
            anchor = anchor_of_number(clause.number) if clause.number else ""
        if is_anchor(anchor) and anchor not in taken:
            taken.add(anchor)
            yield replace(clause, anchor=anchor)


def _with_recovered_numbers(clauses: Collection[Clause], published: Collection[str]) -> Iterator[Clause]:
    """A published clause that took another's number by mistake has the one in its anchor."""
    own_numbers = {clause.anchor: number for clause, number in misnumbered_clauses(clauses, published)}
    renumbered: dict[str, Clause] = {}
    for clause in clauses:
        recovered = clause
        if clause.anchor in own_numbers:
            recovered = replace(clause, number=own_numbers[clause.anchor])
        elif clause.parent in renumbered and clause.kind is ClauseKind.SUB_ITEM:
            recovered = replace(clause, number=item_label(renumbered[clause.parent], clause.anchor))
        if recovered is not clause:
            renumbered[clause.anchor] = recovered
        yield recovered


def misnumbered_clauses(
    clauses: Collection[Clause], published: Collection[str]
) -> Iterator[tuple[Clause, str]]:
    """Yield each published clause with the number of another, and the number in its anchor, which none has."""
    numbers = Counter(_numbers(clauses))
    if max(numbers.values(), default=0) <= 1:
        return
    used = {number.upper() for number in numbers}  # an anchor does not say whether it is of 2.2a or of 2.2A
    for clause in clauses:
        own = number_of_anchor(clause.anchor) if clause.anchor in published else ""
        if own and own not in used and numbers[clause.number or ""] > 1:
            yield clause, own


def _numbers(clauses: Iterable[Clause]) -> Iterator[str]:
    return (clause.number for clause in clauses if clause.number and clause.kind is not ClauseKind.SUB_ITEM)
