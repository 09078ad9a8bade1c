"""Which words of the policy a tree was last checked against, and which of them are others now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.model import Tree, citations

type Digests = Mapping[str, str]
"""Anchors to the SHA-256 of the words that stood under them when a tree was checked."""

type Reviewed = Mapping[str, Digests]
"""Trees, by their ids, to the words that they were checked against."""

HEADER = """\
# The words of the policy that each tree was last checked against.
# `clausetree trees accept` writes this file, once somebody has looked at the tree again.
# tree anchor sha256-of-the-words
"""
_LINE = re.compile(r"(?P<tree>\S+) +(?P<anchor>\S+) +(?P<digest>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Review:
    """What a tree rests on: `changed` has other words than it was checked against.

    `unrecorded` is cited and was never recorded: a new citation, or a new tree. Words that stand under another
    anchor now were recorded: what is wrong with that is told of the policy.
    """

    tree: Tree
    changed: tuple[Clause, ...]
    unrecorded: tuple[Clause, ...]


def relied_on(tree: Tree, policy: Policy) -> list[Clause]:
    """Return the clauses that a tree rests on, in the policy's order.

    A clause rests on the words that lead to it, and says with its items what it says.
    """
    by_anchor = {clause.anchor: clause for clause in policy.clauses}
    cited = {citation.anchor for citation in citations(tree)}
    leading = {above for anchor in cited & by_anchor.keys() for above in _owners(anchor, by_anchor)}
    return [
        c for c in policy.clauses if c.anchor in leading or not cited.isdisjoint(_owners(c.anchor, by_anchor))
    ]


def review(tree: Tree, policy: Policy, reviewed: Reviewed) -> Review:
    """Hold the words that a tree rests on against those that it was checked against."""
    known = reviewed.get(tree.id, {})
    relied = relied_on(tree, policy)
    changed = tuple(c for c in relied if known.get(c.anchor, c.digest) != c.digest)
    words = set(known.values())
    return Review(tree, changed, tuple(c for c in relied if c.anchor not in known and c.digest not in words))


def accepted(tree: Tree, policy: Policy, reviewed: Reviewed) -> dict[str, Digests]:
    """Return what is known once somebody has said that `tree` is right."""
    return {**reviewed, tree.id: {clause.anchor: clause.digest for clause in relied_on(tree, policy)}}


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
