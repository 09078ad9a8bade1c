"""The names of a tree's facts: in a condition, one of them may stand alone."""

from __future__ import annotations

import re
from functools import lru_cache

from clausetree.report.closest import closest
from clausetree.report.source import Source
from clausetree.tree.condition import Condition, Named, Or
from clausetree.tree.language.lexer import TokenKind
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.problems.names import UnknownFact
from clausetree.tree.syntax import FactSyntax, Name

_BEHIND = (TokenKind.ARROW, TokenKind.CLOSE, TokenKind.END)
_LINE = re.compile(r"(?<=[\r\n])[ \t]+fact[ \t]+(?P<name>[a-z0-9-]+)")


def stands_alone(line: Line) -> bool:
    """Return whether nothing is said of the name that was read last."""
    return line.next.kind in _BEHIND or line.next.text in ("and", "or")


def fact_called(source: Source, name: Name) -> Condition[FactSyntax] | None:
    """Return the fact of this name, to be put in its place; None where the file seems to have none like it.

    Raises `BrokenLine` for a name that is nearly that of a fact.
    """
    known = fact_names(source)
    if name.text in known:
        return Named(name.text, "", Or(()))
    near = closest(name.text, known)
    if near:
        raise BrokenLine(UnknownFact(name.span, name.text, near))
    return None


def fact_names(source: Source) -> frozenset[str]:
    """Return what lines that begin like a fact call it. A line of words may look like one."""
    return _names(source.text)


@lru_cache(maxsize=64)
def _names(text: str) -> frozenset[str]:
    return frozenset(match["name"] for match in _LINE.finditer(text))
