"""Anchors of a policy that are missing, misplaced or misspelt, and links that lead to none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausetree.editing.assist.fix import Fix, line_span, of_text, writing
from clausetree.editing.assist.known import Known
from clausetree.editing.replacement import Replacement
from clausetree.history.anchoring.new_anchors import new_anchors
from clausetree.policy.clauses.unanchored import Unanchored
from clausetree.policy.clauses.write_anchors import with_new_anchors
from clausetree.policy.document import Shape
from clausetree.policy.links import addresses
from clausetree.policy.parser import read_outline
from clausetree.policy.problems import anchors as p
from clausetree.policy.problems.signs import UnknownPlace
from clausetree.report.problem import Problem
from clausetree.report.source import Source
from clausetree.report.span import Span

_MARGIN = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")
_ANCHOR = re.compile(r"#(?P<anchor>[\w.-]+)")


def fix_of_anchors(problem: Problem, text: str, known: Known) -> Fix | None:
    """Return the mend of an anchor that is certain, or None."""
    match problem:
        case p.MissingAnchor():
            return _written(problem, text, known)
        case p.StrayAnchor(span, under_heading):
            return _back(text, span, under_heading=under_heading)
        case p.MisshapenAnchor(span, _, anchor, shape):
            return _shaped(text, span, anchor, shape)
        case p.BadAnchor(span, _, suggestion) | p.DuplicateAnchor(span, _, _, str(suggestion)):
            return _renamed(text, span, suggestion)
        case p.AnchorNotOfNumber(span, _, anchor, suggestion) | p.AnchorNotOfParent(
            span, anchor, _, suggestion
        ):
            published = known.registry.history(known.policy).words_ever()
            return None if anchor in published else _renamed(text, span, suggestion)
        case UnknownPlace(span, _, str(near)):
            sign = of_text(text, span).rfind("#")
            return writing(Span(span.start + sign, span.end), f"#{near}") if sign >= 0 else None
        case _:
            return None


def _taken(text: str) -> set[str]:
    return {match["anchor"] for match in _ANCHOR.finditer(text)}


def _renamed(text: str, span: Span, suggestion: str) -> Fix | None:
    free = bool(suggestion) and suggestion not in _taken(text)
    return writing(span, f"#{suggestion}") if free and of_text(text, span).startswith("#") else None


def _written(problem: p.MissingAnchor, text: str, known: Known) -> Fix | None:
    """Return the mend that writes the anchor, or all of them, as `clausetree clauses anchor` does.

    Where the policy was published, words may have an anchor of their own from then: they get none but the one
    that their number asks for.
    """
    if not problem.suggestion:
        return None
    policy = known.registry.policy(known.policy)
    published = known.registry.history(known.policy).words_ever()
    numbers = policy.numbers if policy else ()
    outline = read_outline(Source(known.name, text), addresses(known.links), published, numbers)
    if published:
        found = [(lost, problem.suggestion) for lost in outline.unanchored if lost.beginning == problem.span]
        named = [] if problem.others or problem.suggestion != _by_number(found) else found
    else:
        taken = {clause.anchor for clause in outline.clauses}
        found = new_anchors(outline.unanchored, taken, {}, policy.version if policy else "")
        named = found if problem.others else [one for one in found if one[0].beginning == problem.span]
    if not named or any(
        f"{{: #{anchor} #" in with_new_anchors(text, [(lost, anchor)]) for lost, anchor in named
    ):
        return None  # A list stands there already in which an anchor was begun.
    title = f"Write {len(named)} anchors" if len(named) > 1 else f"Write `{{: #{named[0][1]} }}`"
    return Fix(title, tuple(_difference(text, with_new_anchors(text, [one])) for one in named))


def _by_number(found: Iterable[tuple[Unanchored, str]]) -> str:
    return next((lost.clause.anchor for lost, _ in found), "")


def _difference(before: str, after: str) -> Replacement:
    """Return the one change that makes `after` of `before`."""
    size = min(len(before), len(after))
    start = next((at for at in range(size) if before[at] != after[at]), size)
    most = size - start
    end = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    return Replacement(Span(start, len(before) - end), after[start : len(after) - end])


def _back(text: str, span: Span, *, under_heading: bool) -> Fix | None:
    """Return the mend that puts a list of attributes back to the words right above it."""
    line = line_span(text, span.start)
    above = text[: line.start].rstrip()
    words = above[line_span(above, len(above)).start :]
    if not words or words.rstrip().endswith("}") or text[line.start : line.end].strip() != of_text(text, span):
        return None
    if under_heading:
        moved = Replacement(Span(len(above), line.end), f" {of_text(text, span)}")
        return Fix("Put it at the end of the heading", (moved,))
    between = Replacement(Span(len(above), line.start), "\r\n" if "\r\n" in text else "\n")
    return Fix("Put it right under its words", (between,))


def _shaped(text: str, span: Span, anchor: str, shape: Shape) -> Fix | None:
    """Return the mend that writes an anchor as one, where it belongs."""
    written = f"{{: #{anchor} }}"
    line = line_span(text, span.start)
    before, behind = text[line.start : span.start], text[span.end : line.end]
    if shape in (Shape.HEADING, Shape.ROW):
        apart = "" if before.endswith(" ") else " "
        return Fix(f"Write `{written}`", (Replacement(span, apart + written),))
    if behind.strip():
        return None
    if not before.strip():
        return Fix(f"Write `{written}`", (Replacement(span, written),))
    margin = _MARGIN.match(before)
    blank = re.sub(r"[^>]", " ", margin[0]) if margin else ""
    end = "\r\n" if "\r\n" in text else "\n"
    place = Span(line.start + len(before.rstrip()), line.end)
    return Fix(f"Put `{written}` under its words", (Replacement(place, f"{end}{blank}{written}"),))
