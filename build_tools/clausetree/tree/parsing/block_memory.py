"""What was read of the blocks of a file, so that only those that change are read again while it is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.fact_names import fact_names
from clausetree.tree.layout.layout import Block
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.syntax import (
    AcknowledgeSyntax,
    NodeSyntax,
    ScenarioSyntax,
    SharedSyntax,
    TableSyntax,
    TreeSyntax,
)

type Made = TreeSyntax | NodeSyntax | TableSyntax | SharedSyntax | ScenarioSyntax


@dataclass(frozen=True, slots=True)
class BlockRead:
    """What a block states, and what is wrong with it. It has no kind where its first line could not be read."""

    kind: BlockKind | None
    keyword: Span | None
    made: Made | None
    problems: tuple[TreeProblem, ...]
    acknowledged: tuple[AcknowledgeSyntax, ...]
    whole: bool


type _Key = tuple[str, frozenset[str]]
"""All that a block is read from, where it stands as it should: its text, and what the file calls its facts."""


class BlockMemory:
    """The blocks of a file, as it was read last, in which nothing was wrong.

    How a faulty line was meant is found in other blocks, too: such blocks are read anew.
    """

    def __init__(self) -> None:
        self._last: dict[_Key, tuple[int, BlockRead]] = {}
        self._now: dict[_Key, tuple[int, BlockRead]] = {}

    def begin(self) -> None:
        """Read the file once more."""
        self._last, self._now = self._now, {}

    def read(self, source: Source, block: Block, anew: Callable[[], BlockRead]) -> BlockRead:
        """Return what was read of a block before, at the place where it stands now, or is read `anew`."""
        if block.misplaced:
            return anew()
        row, _ = source.place(block.end)
        # Blanks behind the last word count too: `- [x] ` is a box, and `- [x]` is none.
        text = source.text[block.span.start : source.line_starts[row - 1] + len(source.line(row))]
        key = text, fact_names(source)
        start, known = self._last.get(key, (0, None))
        by = block.span.start - start
        read = (_moved(known, by) if by else known) if known else anew()
        if read.whole and not read.problems:
            self._now[key] = block.span.start, read
        return read


def _moved(value: Any, by: int) -> Any:
    """Return a value with each place in it `by` characters further on."""
    kind: type[object] = type(value)
    if kind is Span:
        return Span(value.start + by, value.end + by)
    if kind is tuple:
        return tuple([_moved(one, by) for one in value])
    # mypy takes the hash of the class's values for that of the class.
    names = _names(kind)  # type: ignore[arg-type]
    if not names:
        return value
    moved = object.__new__(kind)
    for name in names:
        object.__setattr__(moved, name, _moved(getattr(value, name), by))
    return moved


@cache
def _names(kind: type[object]) -> tuple[str, ...]:
    """Return the names of the fields of a class of ours, in which places may stand."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) and kind is not Source else ()
