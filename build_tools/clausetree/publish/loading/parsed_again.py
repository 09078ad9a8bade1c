"""Trees that are read once more from their files: as they are written, or with faults put into them.

A build needs none of this, nor the parser that it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausetree.publish.loading.reading import Reading
from clausetree.report.source import Source
from clausetree.tree.checking.checks import Parsed, check_tree, titles_of
from clausetree.tree.model import Tree
from clausetree.tree.mutation.unnoticed import Tried, try_mutants
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.procedures import procedures_of
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.wire import Procedure

_SCENARIO = re.compile(r"^scenario\b.*(?:\n(?:[ \t#\r].*)?)*", re.MULTILINE)


def tree_as_written(reading: Reading, tree_id: str) -> Tree:
    """Return a sound tree as its file has it: its visits are not made.

    Raises `StopIteration` where no tree that can be parsed has this id.
    """
    parsed = _parsed(reading)
    syntax = next(syntax for _, syntax, _ in parsed if syntax and syntax.id.text == tree_id)
    registry, calendar = reading.policies.registry, reading.calendar
    tree, _ = check_tree(syntax, registry, titles_of(parsed), calendar, _sound(reading, parsed))
    assert tree is not None, "a sound tree can be checked again"
    return tree


def without_its_scenarios(reading: Reading, tree_id: str) -> Procedure | None:
    """Return a tree that nothing but its scenarios keeps from being sound; None where something else does."""
    own = f"/{tree_id}.tree"
    sources = [without_scenarios(one) if f"/{one.name}".endswith(own) else one for one in reading.sources]
    return procedures_of(sources, reading.policies.registry, reading.calendar).find(tree_id)


def without_scenarios(source: Source) -> Source:
    """Return a tree without its scenarios, each line in its place: readers meet none of what they try."""
    return Source(source.name, _SCENARIO.sub(lambda match: "\n" * match[0].count("\n"), source.text))


def mutants_tried(reading: Reading, sources: Iterable[Source]) -> list[Tried]:
    """Return the faults that the sound trees in `sources` could have, and whether each would be noticed."""
    parsed, wanted = _parsed(reading), list(sources)
    titles, sound = titles_of(parsed), _sound(reading, parsed)
    syntaxes = [syntax for source, syntax, _ in parsed if syntax and source in wanted]
    registry, calendar = reading.policies.registry, reading.calendar
    return [each for syntax in syntaxes for each in try_mutants(syntax, registry, titles, calendar, sound)]


def _sound(reading: Reading, parsed: Iterable[Parsed]) -> dict[str, TreeSyntax]:
    sound = {procedure.tree.id for procedure in reading.procedures.all}
    return {syntax.id.text: syntax for _, syntax, _ in parsed if syntax and syntax.id.text in sound}


def _parsed(reading: Reading) -> list[Parsed]:
    return [(source, *parse_tree(source)) for source in reading.sources]
