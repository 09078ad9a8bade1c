"""Procedures that a test makes up."""

from __future__ import annotations

from dataclasses import replace

from clausetree.publish.sources.policies import load_policies
from clausetree.report.source import Source
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.model import Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.wire import Procedure
from tests.building import PROJECT


def read(text: str) -> Tree:
    """Return the tree that this text says, of the policy of the site."""
    registry = load_policies(PROJECT / "docs").registry
    syntax, _ = parse_tree(Source("long.tree", text))
    assert syntax
    tree, problems = check_tree(syntax, registry, {})
    assert tree, problems
    return tree


def made_of(nodes: list[str], all_procedures: tuple[Procedure, ...]) -> Procedure:
    """Return a procedure with another tree, which `nodes` are written as."""
    text = "\n\n".join(['tree long "Long"\n    policy social-media\n    basis clauses\n    start q0', *nodes])
    other = next(p for p in all_procedures if p.tree.id == "evidence")
    quotes = other.quotes["social-media"]
    quoted = {"c2-4": next(iter(quotes.values()))}
    return replace(other, tree=read(text), quotes={"social-media": {**quotes, **quoted}})
