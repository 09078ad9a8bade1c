"""A policy's Markdown becomes a `Document`: read once, by one reader, for everything that is made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from clausetree.policy.document import Document
from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.policy.markdown.blocks import BlockReader
from clausetree.policy.markdown.inline import WordReader
from clausetree.policy.markdown.line_positions import LinePositions, beginning
from clausetree.policy.markdown.reader import compared, read_markdown
from clausetree.policy.markdown.units import UnitReader
from clausetree.policy.markdown.unseen import unseen
from clausetree.policy.pasting.paste import Paste, without_front_matter
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.words import RunTogether
from clausetree.report.span import Span

_SPACE = re.compile("[\v\f\x85\u2028\u2029\ufeff]")
"""Word processors and PDFs have these where a line, a page or a file begins or ends."""


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """What stands in a text, and the problems in it."""

    document: Document
    problems: tuple[PolicyProblem, ...]


def read_document(text: str, labels: Mapping[str, str]) -> WrittenDocument:
    """Read a policy's file, its front matter left out.

    `labels` maps those of the registry of links to addresses. Clauses that stand together without a blank line
    are read as if there were one, and told.
    """
    begins = len(read_front_matter(text).text)
    reading = read_markdown(_body(text), labels)
    paste = Paste(text, reading.root)
    parted, lines = set(paste.run_together()), paste.lines
    if parted:
        reading = read_markdown(_body(paste.with_blank_lines(parted)), labels)
    starts = list(accumulate(map(len, lines), initial=0))
    seen = [start for row, start in enumerate(starts) for _ in range(1 + (row in parted))]
    words = WordReader(labels, reading.addresses)
    units = UnitReader(LinePositions(text, seen), words)
    blocks = tuple(BlockReader(units).read(reading.root.children, 0))
    used = {compared(lead.label) for lead in words.leads if lead.label}
    problems = [*units.problems, *words.problems, *unseen(text, begins, reading, seen, used)]
    problems += [RunTogether(_line_span(lines[row], starts[row])) for row in sorted(parted)]
    return WrittenDocument(Document(blocks, tuple(words.leads)), tuple(problems))


def _body(text: str) -> str:
    return _SPACE.sub(" ", without_front_matter(text))


def _line_span(line: str, start: int) -> Span:
    words = line.strip()
    return beginning(Span(start + line.index(words), start + line.index(words) + len(words)))
