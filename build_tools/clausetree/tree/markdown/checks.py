"""Whether readers are shown an author's Markdown as it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausetree.policy.links import is_safe
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.markdown.foreign import in_text_block, in_words
from clausetree.tree.problems.lines import BadAddress
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import Construct, ForeignMarkdown

_TITLE = re.compile(r"""\s+\\?["'].*$""")
_NO_ADDRESS = re.compile(r"(?![a-zA-Z]+:|www\.|\.{0,2}/)\S+\s.*")
"""Words in brackets that a reader takes for such: [a note](see below)."""


def problems_in_words(source: Source, span: Span) -> Iterator[TreeProblem]:
    """Yield what of the words at `span` would not be shown."""
    yield from _problems(source, in_words(source.text[span.start : span.end], span.start))


def problems_in_text_block(source: Source, lines: Iterable[tuple[int, str]]) -> Iterator[TreeProblem]:
    """Yield what of a block of text would not be shown; each line comes with its offset, comments left out."""
    yield from _problems(source, in_text_block(lines))


def _problems(source: Source, found: Iterable[tuple[Span, Construct | None]]) -> Iterator[TreeProblem]:
    for span, construct in found:
        written = source.text[span.start : span.end]
        if construct:
            yield ForeignMarkdown(span, written, construct)
        elif not _leads_somewhere(address := _TITLE.sub("", written.strip()).strip("<>")):
            yield BadAddress(span, address)


def _leads_somewhere(address: str) -> bool:
    # A page that is reached by http: alone is a page: a block of text has always led to it.
    return is_safe(address) or address.startswith("http://") or _NO_ADDRESS.fullmatch(address) is not None
