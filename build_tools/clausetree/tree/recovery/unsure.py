"""A line for who does not know that leads on by itself: it counts as an answer that leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.report.lazy import lazy
from clausetree.report.span import Span
from clausetree.tree.language.line import Line
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import Reworded

_UNSURE = lazy(
    r"(?P<offer>unsure\s+[\w-]+\s+\"+)\s*(?P<counts>counts\s+as\s+[^>]*?[\w%])?\s*->\s*(?P<target>[a-z0-9-]+)"
)
_QUESTION = lazy(r"^[ \t]*question\b.*(?:\n(?:[ \t].*)?)*", re.MULTILINE)
_OPTION = lazy(r"^[ \t]+option[ \t]+(?P<name>[\w-]+)(?P<rest>.*)", re.MULTILINE)
_ARROW = r"->[ \t]*([a-z0-9-]+)[ \t]*(?:#.*)?\r?$"
_THEN = lazy(rf"^[ \t]+then[ \t]*{_ARROW}", re.MULTILINE)
_LEADS = lazy(_ARROW)


def misread_unsure(line: Line, bare: str) -> Iterator[TreeProblem]:
    """Yield a line for who does not know that has an arrow, as it should be, where an answer leads there."""
    found = _UNSURE.fullmatch(bare.rstrip())
    if found is None:
        return
    span = Span(line.start, line.start + found.end())
    written = line.source.text[span.start : span.end]
    offer = " ".join(written[: found.end("offer")].split())
    counted = [found["counts"].split(None, 2)[2]] if found["counts"] else _leading_to(line, found["target"])
    if counted:
        yield Reworded(span, written, tuple(f"{offer} counts as {answer}" for answer in counted))


def _leading_to(line: Line, target: str) -> list[str]:
    """Return the options of the line's question that lead to a node."""
    blocks = (
        block[0] for block in _QUESTION.finditer(line.source.text) if block.start() < line.start < block.end()
    )
    block = next(blocks, "")
    then = _THEN.search(block)
    options = ((option["name"], _LEADS.search(option["rest"]) or then) for option in _OPTION.finditer(block))
    return [name for name, leads in options if leads and leads[1] == target]
