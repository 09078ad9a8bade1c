"""Lines that stand elsewhere than they are meant to, or whose words do."""

from __future__ import annotations

import re
from itertools import takewhile

from clausetree.editing.assist.fix import Fix, line_span, of_text
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.lines import (
    WrittenLine,
    indent_of,
    line_at,
    lines_of_block,
    written_lines,
)
from clausetree.editing.replacement import Replacement
from clausetree.report.closest import closest
from clausetree.report.problem import Problem
from clausetree.report.span import Span
from clausetree.tree.language.keywords import FILE, MARKDOWN_KEYWORDS
from clausetree.tree.layout.layout import TAB
from clausetree.tree.parsing.recovered_indent import LIKE
from clausetree.tree.problems.lines import BadIndent, Missing, WordsBeside

_BESIDE = re.compile(r"(?P<keyword>\w+)(?P<colon>\s*:)?(?P<space>\s*)(?P<words>.*)", re.DOTALL)
_QUOTED = re.compile(r"[\"“](?P<words>[^\"“”]*)[\"”]")


def fix_of_lines(problem: Problem, text: str, known: Known) -> Fix | None:
    """Return the mend of where something stands, or None."""
    match problem:
        case BadIndent(span, wanted):
            return _moved(text, span, wanted)
        case WordsBeside(span):
            return _beneath(text, span)
        case Missing(span, "policy"):
            return _with_policy(text, span, known)
        case _:
            return None


def _moved(text: str, span: Span, wanted: int) -> Fix:
    """Return the mend that moves a line, and with it what stands beneath it or, of words, beside it."""
    first = line_at(text, span.start)
    by = wanted - indent_of(first.text)
    every = written_lines(text)
    following = every[every.index(first) + 1 :]
    moved = [first, *takewhile(lambda line: _goes_along(line, first, wanted), following)]
    changes = (
        Replacement(_margin(line.start, line.text), " " * max(0, indent_of(line.text) + by))
        for line in moved
        if line.text.strip()
    )
    return Fix(f"Put {wanted} spaces before it", tuple(changes))


def _goes_along(line: WrittenLine, first: WrittenLine, wanted: int) -> bool:
    """Return whether a line below `first` moves with it."""
    if not line.text.strip():
        return True
    keywords = FILE.get(first.block, {})
    says_something = closest(line.text.split()[0], keywords, LIKE) is not None
    if first.keyword not in (*FILE, *keywords):
        return indent_of(line.text) >= indent_of(first.text) and not says_something
    beside = indent_of(line.text) == wanted and (says_something or first.keyword not in MARKDOWN_KEYWORDS)
    return indent_of(line.text) > indent_of(first.text) and not beside


def _margin(start: int, line: str) -> Span:
    return Span(start, start + len(line) - len(line.lstrip()))


def _beneath(text: str, span: Span) -> Fix | None:
    """Return the mend that puts words beneath their keyword, or takes its colon away."""
    line = line_at(text, span.start)
    every = written_lines(text)
    below = every[every.index(line) + 1 : every.index(line) + 2]
    has_words = bool(below) and indent_of(below[0].text) > indent_of(line.text)
    beside = _BESIDE.fullmatch(of_text(text, span))
    if beside is None:
        return None
    behind = Span(span.start + beside.end("keyword"), span.end)
    if not beside["words"]:
        return Fix("Take the colon out", (Replacement(behind, ""),)) if has_words else None
    if has_words:
        return None
    quoted = _QUOTED.fullmatch(beside["words"])
    words = quoted["words"] if quoted else beside["words"]
    end = "\r\n" if "\r\n" in text else "\n"
    margin = " " * (indent_of(line.text) + TAB)
    return Fix("Put the words beneath it", (Replacement(behind, f"{end}{margin}{words}"),))


def _with_policy(text: str, span: Span, known: Known) -> Fix | None:
    """Return the mend that names the policy, where the site has one alone."""
    policies = [policy.id for policy in known.registry]
    if len(policies) != 1:
        return None
    line = line_span(text, span.start)
    block = lines_of_block(text, line_at(text, span.start))
    inside = next((indent_of(each.text) for each in block[1:] if each.tokens), TAB)
    written = f"policy {policies[0]}"
    end = "\r\n" if "\r\n" in text else "\n"
    return Fix(f"Write `{written}`", (Replacement(Span(line.end, line.end), f"{end}{' ' * inside}{written}"),))
