"""The words of a clause that a duty cites, as they bind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.tree.binding.binding import sentences
from clausetree.tree.binding.own_words import in_plain_words
from clausetree.tree.binding.side_clauses import begins_aside
from clausetree.tree.model import Citation


def cited_policies(registry: Registry, cites: Iterable[Citation]) -> list[Policy]:
    """Return the policies whose clauses are cited, each once.

    Raises AssertionError where the registry has not one of them.
    """
    policies = [registry.policy(policy) for policy in dict.fromkeys(cite.policy for cite in cites)]
    assert all(policies), "a tree that was resolved cites policies that are there"
    return [policy for policy in policies if policy]


def cited_words(registry: Registry, cite: Citation) -> Iterator[str]:
    """Yield the words of a clause, with those that lead in to it as an item, or the items it leads in to."""
    policy, clause = registry.policy(cite.policy), registry.find(cite.policy, cite.anchor)
    if policy is None or clause is None:
        return
    plain = in_plain_words(policy)
    if clause.parent:
        yield from _led_in(list(_above(registry, policy, clause.parent)), plain(clause.text))
        return
    yield plain(clause.text)
    if clause.text.rstrip().endswith(":"):
        for item in policy.clauses:
            if item.parent == clause.anchor:
                yield from _led_in([plain(clause.text)], plain(item.text))


def _above(registry: Registry, policy: Policy, anchor: str) -> Iterator[str]:
    clause = registry.find(policy.id, anchor)
    if clause is not None:
        above = _above(registry, policy, clause.parent) if clause.parent else ()
        yield from _led_in(list(above), in_plain_words(policy)(clause.text))


def _led_in(above: list[str], words: str) -> Iterator[str]:
    """Yield an item in one sentence with the words that lead in to it: "They must not:", "feed the birds"."""
    lead = sentences(above[-1])[-1].rstrip() if above else ""
    if lead.endswith(":"):
        lead = lead[:-1].rstrip()
        yield f"{lead}, {words}" if begins_aside(lead) else f"{lead} {words}"
    else:
        yield from above
        yield words
