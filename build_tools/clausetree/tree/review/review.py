"""Which words of its policies a tree was last checked against, and which of them are others now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from clausetree.history.registry import Registry
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.model import Tree, citations

type Digests = Mapping[str, str]
"""Clauses to the SHA-256 of the words that stood there when a tree was checked.

One of the tree's own policy is named by its anchor, any other by its policy too: `data-protection#c3-1`.
"""

type Reviewed = Mapping[str, Digests]
"""Trees, by their ids, to the words that they were checked against."""

HEADER = """\
# The words of the policies that each tree was last checked against.
# `clausetree trees accept` writes this file, once somebody has looked at the tree again.
# tree anchor sha256-of-the-words; of another policy than the tree's own: policy#anchor
"""
_LINE = re.compile(r"(?P<tree>\S+) +(?P<anchor>\S+) +(?P<digest>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Relied:
    """A clause that a tree rests on: its name in the record (`key`), and in the tree (`label`)."""

    policy: Policy
    clause: Clause
    key: str
    label: str

    @property
    def href(self) -> str:
        """Its address within the site."""
        return self.policy.url(self.clause)


@dataclass(frozen=True, slots=True)
class Review:
    """What a tree rests on: `changed` has other words than it was checked against.

    `unrecorded` is cited and was never recorded: a new citation, or a new tree. Words that stand under another
    anchor now were recorded: what is wrong with that is told of the policy.
    """

    tree: Tree
    changed: tuple[Relied, ...]
    unrecorded: tuple[Relied, ...]


def relied_on(tree: Tree, registry: Registry) -> list[Relied]:
    """Return the clauses that a tree rests on, those of its own policy first, in the order of each policy.

    A clause rests on the words that lead to it, and says with its items what it says.
    """
    cited = {tree.policy: set[str]()}
    for citation in citations(tree):
        cited.setdefault(citation.policy, set()).add(citation.anchor)
    policies = ((registry.policy(policy_id), anchors) for policy_id, anchors in cited.items())
    return [
        Relied(policy, clause, _key(policy, clause, tree), policy.called(clause, tree.policy))
        for policy, anchors in policies
        if policy
        for clause in _relied_of(policy, anchors)
    ]


def _relied_of(policy: Policy, cited: Set[str]) -> list[Clause]:
    by_anchor = {clause.anchor: clause for clause in policy.clauses}
    leading = {above for anchor in cited & by_anchor.keys() for above in _owners(anchor, by_anchor)}
    return [
        c for c in policy.clauses if c.anchor in leading or not cited.isdisjoint(_owners(c.anchor, by_anchor))
    ]


def _key(policy: Policy, clause: Clause, tree: Tree) -> str:
    return clause.anchor if policy.id == tree.policy else f"{policy.id}#{clause.anchor}"


def review(tree: Tree, registry: Registry, reviewed: Reviewed) -> Review:
    """Hold the words that a tree rests on against those that it was checked against."""
    known = reviewed.get(tree.id, {})
    relied = relied_on(tree, registry)
    changed = tuple(each for each in relied if known.get(each.key, each.clause.digest) != each.clause.digest)
    words = set(known.values())
    unknown = (each for each in relied if each.key not in known and each.clause.digest not in words)
    return Review(tree, changed, tuple(unknown))


def accepted(tree: Tree, registry: Registry, reviewed: Reviewed) -> dict[str, Digests]:
    """Return what is known once somebody has said that `tree` is right."""
    return {**reviewed, tree.id: {each.key: each.clause.digest for each in relied_on(tree, registry)}}


def read_reviewed(source: Source) -> tuple[Reviewed, list[Span]]:
    """Return what the file says, and the lines that cannot be read."""
    found: dict[str, dict[str, str]] = {}
    unreadable: list[Span] = []
    for match in re.finditer(r"[^\r\n]+", source.text):
        line = _LINE.fullmatch(match[0].strip())
        if line is not None:
            found.setdefault(line["tree"], {})[line["anchor"]] = line["digest"]
        elif match[0].strip() and not match[0].startswith("#"):
            unreadable.append(Span(*match.span()))
    return found, unreadable


def write_reviewed(reviewed: Reviewed) -> str:
    """Return the text of the file, a line for each tree and anchor."""
    parts = [HEADER]
    for tree in sorted(reviewed):
        lines = (f"{tree} {anchor:26} {digest}\n" for anchor, digest in reviewed[tree].items())
        parts.append("".join(lines))
    return "\n".join(parts)


def _owners(anchor: str, by_anchor: Mapping[str, Clause]) -> Iterator[str]:
    """Yield an anchor, then that of the clause it is an item of, and so on."""
    clause = by_anchor.get(anchor)
    while clause is not None:
        yield clause.anchor
        clause = by_anchor.get(clause.parent or "")
