"""Trees that the form is tried on: those of the site and of the cases, as far as all of them can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.procedures import tree_source
from clausetree.tree.syntax import TreeSyntax

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases"


def said(text: str) -> TreeSyntax | None:
    """Return what a text says, wherever in it that stands, or None when it cannot all be read."""
    syntax, problems = parse_tree(Source("some.tree", text))
    return replace(syntax, source=Source("", "")) if syntax and not problems else None


SITE = [source.text for source in tree_sources(ROOT / "trees")]
EVERY = [tree_source(path.name, path.read_bytes()).text for path in sorted(CASES.rglob("*.tree"))]
VALID = [text for text in [*SITE, *EVERY] if said(text) is not None]
