"""A line for who does not know that leads on by itself: it counts as an answer that leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.report.lazy import lazy
from clausetree.report.span import Span
from clausetree.tree.language.line import Line
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import Reworded
from clausetree.tree.recovery.names_and_verbs import question_lines

_UNSURE = lazy(
    r"(?P<offer>unsure\s+[\w-]+\s+\"+)\s*(?P<counts>counts\s+as\s+[^>]*?[\w%])?\s*->\s*(?P<target>[a-z0-9-]+)"
)
_QUESTION = lazy(r"^[ \t]*question[ \t]+([\w-]+)", re.MULTILINE)
_LINE = lazy(r"^[ \t]+(?:option[ \t]+(?P<name>[\w-]+)|then\b)(?P<rest>.*)", re.MULTILINE)
_WORDS = lazy(r'"(?:\\.|[^"\\])*"')
_ARROW = lazy(r"->[ \t]*([a-z0-9-]+)")


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
    asked = _QUESTION.findall(line.source.text[: line.start])
    lines = question_lines(line.source, asked[-1]) if asked else ""
    leads = {each["name"]: _ARROW.search(_WORDS.sub("", each["rest"])) for each in _LINE.finditer(lines)}
    then = leads.pop(None, None)
    ways = ((name, arrow or then) for name, arrow in leads.items())
    return [name for name, way in ways if way and way[1] == target]
