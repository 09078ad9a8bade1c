"""Which block each line belongs to, where its keyword says more than its indentation."""

from __future__ import annotations

import re

from clausetree.report.source import Source
from clausetree.tree.language.keywords import FILE
from clausetree.tree.layout.layout import Block, layout

_WORD = re.compile(r"\w+")


def recovered_blocks(source: Source) -> list[Block]:
    """Return the blocks of the file, each line put where its keyword belongs.

    A line whose place its keyword makes plain is misplaced where it stands, and read where it belongs.
    """
    found: list[Block] = []
    for block in layout(source):
        above = found[-1] if found else None
        if above and keyword_of(source, block) in FILE.get(keyword_of(source, above), {}):
            block.misplaced = True
            above.children.append(block)
            continue
        found.append(block)
        strays = [child for child in block.children if _begins_block(source, child)]
        block.children = [child for child in block.children if child not in strays]
        for stray in strays:
            stray.misplaced = True
        found += strays
    return found


def keyword_of(source: Source, block: Block) -> str:
    """Return the word that a line begins with."""
    match = _WORD.match(source.text, block.span.start, block.span.end)
    return match[0] if match else ""


def line_text(source: Source, block: Block) -> str:
    """Return a line as it stands, without what stands beneath it."""
    return source.text[block.span.start : block.span.end]


def gives_an_answer(words: list[str]) -> bool:
    """Return whether a line is a scenario's `NAME is …`: a question may be called `step`."""
    return words[1:2] in (["is"], ["includes"])


def _begins_block(source: Source, block: Block) -> bool:
    words = line_text(source, block).split()
    return words[0] in FILE and not gives_an_answer(words)
