"""Citations, addresses and scalars of which it is plain what they mean."""

from __future__ import annotations

import re

from clausetree.editing.assist.fix import Fix, line_span, of_text, writing
from clausetree.editing.assist.known import Known
from clausetree.editing.replacement import Replacement
from clausetree.report.problem import Problem
from clausetree.report.span import Span
from clausetree.tree.messages.addresses import meant_address
from clausetree.tree.problems.clauses import OfWhichPolicy, UnknownClause
from clausetree.tree.problems.lines import BadAddress, NotAScalar, OutOfBounds
from clausetree.tree.problems.recovery import Reworded
from clausetree.tree.problems.unsure import WrongUnsure

_BEFORE = re.compile(r"(?P<least>[^\s\"]+)\s+to\s+\Z")
_ASKED_FOR = re.compile(r"\s*(?:number|money|date)\b")
_FACT = re.compile(r"[a-z0-9-]+ is \Z")
_ONE = re.compile(r"\S+(?: to \S+)?")


def fix_of_clauses(problem: Problem, text: str, known: Known) -> Fix | None:
    """Return the mend of what is written otherwise than it is meant, or None."""
    match problem:
        case Reworded(span, _, (instead,)):
            return writing(span, instead)
        case UnknownClause(span, reference, policy, (instead,)):
            former = known.registry.former(policy, reference)
            renumbered = former is not None and not former.withdrawn
            return writing(span, instead) if renumbered or _same(of_text(text, span), instead) else None
        case OfWhichPolicy(span, _, _, str(named), False):
            return writing(span, named)
        case BadAddress(span, found):
            meant = meant_address(found)
            quoted = of_text(text, span).startswith('"')
            return writing(span, f'"{meant}"' if quoted else meant) if meant else None
        case NotAScalar(span, _, _, instead, False) if instead:
            return _scalar(text, span, instead)
        case OutOfBounds(span, _, least):
            return _turned(text, span, least)
        case WrongUnsure(span, _, _, str(instead)):
            return writing(span, instead)
        case _:
            return None


def _same(cited: str, instead: str) -> bool:
    """Return whether two citations have the same letters and figures: they differ in signs and capitals."""
    one, other = (re.sub(r"[\W_]", "", words).casefold() for words in (cited, instead))
    return one == other


def _scalar(text: str, span: Span, instead: str) -> Fix | None:
    """Return the mend that writes what is `instead` of the scalar alone, or of all that is said with it."""
    line = line_span(text, span.start)
    before, behind = text[line.start : span.start], text[span.end : line.end]
    if instead.startswith("("):
        fact = _FACT.search(before)
        return writing(Span(line.start + fact.start(), span.end), instead) if fact else None
    for start in [0, *(match.end() for match in re.finditer(r"\s+|\(", before))]:
        said = before[start:]
        if said and instead.startswith(said):
            rest = instead[len(said) :]
            ends = (size for size in range(len(behind), -1, -1) if rest.endswith(behind[:size]))
            scalar = rest[: len(rest) - next(ends, 0)]
            return writing(span, scalar) if scalar else None
    return writing(span, instead) if _ONE.fullmatch(instead) else None


def _turned(text: str, span: Span, least: str) -> Fix | None:
    """Return the mend of bounds that stand the wrong way round."""
    line = line_span(text, span.start)
    before = _BEFORE.search(text, line.start, span.start)
    if before is None or before["least"] != least or not _ASKED_FOR.match(text, line.start):
        return None
    first = Span(*before.span("least"))
    swapped = Replacement(first, of_text(text, span)), Replacement(span, least)
    return Fix(f"Write `{of_text(text, span)} to {least}`", swapped)
