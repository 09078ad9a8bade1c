"""Text to syntax. Every fault is collected; nothing is raised for what an author did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.lexer import unreadable
from clausetree.tree.parsing.block_memory import BlockMemory, BlockRead
from clausetree.tree.parsing.block_parser import BlockParser
from clausetree.tree.parsing.named_facts import with_named_facts
from clausetree.tree.parsing.recovered_blocks import recovered_blocks
from clausetree.tree.parsing.shared_lines import with_shared_lines
from clausetree.tree.parsing.table_routes import with_routes
from clausetree.tree.problems.lines import Missing, NotUtf8, SecondTree
from clausetree.tree.problems.names import (
    UnknownFact,
    UnknownOption,
    UnknownShared,
    UnusedFact,
    UnusedShared,
)
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.syntax import (
    ScenarioSyntax,
    SharedSyntax,
    TreeSyntax,
)

_UNUSED = (UnusedFact, UnusedShared)
_PERHAPS_LOST = (*_UNUSED, UnknownFact, UnknownOption, UnknownShared)


def parse_tree(
    source: Source, memory: BlockMemory | None = None
) -> tuple[TreeSyntax | None, list[TreeProblem]]:
    """Return the tree that `source` states, and everything in it that cannot be read.

    The tree is None when the text has no readable line `tree NAME "TITLE"`. With problems, the tree
    holds what could be read, so that its names can still be checked. A `memory` of the file as it was before
    saves reading what has not changed, and holds afterwards what was read now.
    """
    problems = unreadable(source)
    if any(isinstance(problem, NotUtf8) for problem in problems):
        return None, problems
    tree, found = _file(source, memory or BlockMemory())
    return tree, [*problems, *found]


def _file(source: Source, memory: BlockMemory) -> tuple[TreeSyntax | None, list[TreeProblem]]:
    """FILE = TREE { QUESTION | STEP | WAIT | ROUTE | TABLE | VISIT | OUTCOME | SHARED | SCENARIO }."""
    found: list[BlockRead] = []
    lost = False
    memory.begin()
    for block in recovered_blocks(source):
        reading = partial(BlockParser(source).block, block, after_lost=lost)
        found.append(memory.read(source, block, reading))
        lost = found[-1].kind is None and (lost or not block.comment)
    problems = list(_of_blocks(found))
    whole = all(one.whole for one in found)
    trees = [one.made for one in found if isinstance(one.made, TreeSyntax)]
    if whole and not any(one.kind is BlockKind.TREE for one in found):
        problems.append(Missing(Span(0, 0), BlockKind.TREE, None, ""))
    if not trees:
        return None, problems
    made = [one.made for one in found if one.made and not isinstance(one.made, TreeSyntax)]
    nodes = [one for one in made if not isinstance(one, SharedSyntax | ScenarioSyntax)]
    # What was read before may have been read from another text.
    tree = replace(trees[0], source=source)
    routed, of_tables = with_routes(nodes, tree)
    written = replace(
        tree,
        nodes=routed,
        scenarios=tuple(one for one in made if isinstance(one, ScenarioSyntax)),
        shared=tuple(one for one in made if isinstance(one, SharedSyntax)),
        acknowledged=tuple(line for one in found for line in one.acknowledged),
    )
    placed, of_places = _in_place(written, of_tables, whole=whole)
    return placed, [*problems, *of_places]


def _of_blocks(found: Sequence[BlockRead]) -> Iterator[TreeProblem]:
    """Yield what is wrong with each block; a second tree is one more."""
    met = False
    for one in found:
        yield from one.problems
        if one.kind is BlockKind.TREE and one.keyword:
            if met:
                yield SecondTree(one.keyword)
            met = True


def _in_place(
    written: TreeSyntax, of_tables: Sequence[TreeProblem], *, whole: bool
) -> tuple[TreeSyntax, list[TreeProblem]]:
    """Return a tree with what it says once in every place where it is used, and what is wrong with that."""
    shared, of_lines = with_shared_lines(written)
    named, of_facts = with_named_facts(shared)
    problems = [*of_lines, *of_facts]
    # What uses it, or says what is used or offered, may stand on a line that could not be read.
    told = [one for one in (*of_tables, *problems) if whole or not isinstance(one, _PERHAPS_LOST)]
    whole = whole and all(isinstance(one, _UNUSED) for one in problems)
    return replace(named, whole=whole, tables_whole=not of_tables), told
