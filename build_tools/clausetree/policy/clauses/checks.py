"""Faults that show only when the clauses stand together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from clausetree.policy.citing.nearest import nearest
from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.clauses.anchors import (
    anchor_of_number,
    is_anchor,
    is_decimal,
    is_numbered_anchor,
    tidied,
)
from clausetree.policy.clauses.recovered import misnumbered_clauses
from clausetree.policy.document import Document
from clausetree.policy.problems.anchors import (
    AnchorKeptForNumbers,
    AnchorNotOfNumber,
    AnchorNotOfParent,
    AnchorOfAnotherNumber,
    BadAnchor,
    DuplicateAnchor,
)
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.signs import UnknownPlace
from clausetree.policy.problems.words import DuplicateNumber
from clausetree.report.source import Source
from clausetree.report.span import Span


def check_clauses(
    clauses: list[Clause], source: Source, published: frozenset[str] = frozenset()
) -> Iterator[PolicyProblem]:
    """Return every fault in the anchors and numbers of one policy, in no order that matters.

    A clause whose anchor is among `published` keeps it whatever its number is now. Where the anchor that its
    number asks for was published and is gone, it has lost that one: this is told of what was published.
    """
    anchors: dict[str, Clause] = {}
    sound: list[Clause] = []
    by_anchor = {clause.anchor: clause for clause in reversed(clauses)}
    lost = published - by_anchor.keys()
    for clause in clauses:
        first = anchors.setdefault(clause.anchor, clause)
        if first is not clause:
            span = _anchor_span(clause, source)
            yield DuplicateAnchor(span, clause.anchor, _line_of_clause(first, source), _free(clause, by_anchor))
        elif not is_anchor(clause.anchor):
            yield BadAnchor(_anchor_span(clause, source), clause.anchor, tidied(clause.anchor))
        else:
            if clause.anchor not in published and _wanted(clause) not in lost:
                yield from _check_form(clause, by_anchor, source)
            sound.append(clause)
    yield from doubled_numbers(sound, source, published)


def unknown_places(
    document: Document, clauses: Collection[Clause], published: Collection[str] = ()
) -> Iterator[UnknownPlace]:
    """Yield each link within the policy to an anchor that it does not have, and never had."""
    known = {clause.anchor for clause in clauses} | set(published)
    for lead in document.leads:
        anchor = lead.address.removeprefix("#")
        if lead.address.startswith("#") and anchor not in known:
            yield UnknownPlace(lead.span, anchor, _anchor_by_words(anchor, clauses) or nearest(anchor, known))


def _anchor_by_words(written: str, clauses: Collection[Clause]) -> str | None:
    """Return the anchor of what other programs call so: they make a name of a heading's number and words."""
    wanted = _squeezed(written)
    called = ((_squeezed(f"{c.number or ''}{c.title or c.text}"), c.anchor) for c in clauses)
    return next((anchor for name, anchor in called if wanted and name.startswith(wanted)), None)


def _squeezed(words: str) -> str:
    return re.sub(r"[\W_]", "", words.casefold())


def doubled_numbers(
    clauses: Collection[Clause], source: Source, published: Collection[str] = ()
) -> Iterator[DuplicateNumber]:
    """Yield each clause with a number that another has: the published one that took it, or the later one.

    Items that are called by their anchors are not told apart from one another. Two of one clause with the same
    letter are told before they are published.
    """
    own_numbers = {clause.anchor: own for clause, own in misnumbered_clauses(clauses, published)}
    numbers: dict[str, Clause] = {}
    for clause in sorted(clauses, key=lambda clause: clause.anchor in own_numbers):
        named = clause.printed and clause.anchor not in published
        if clause.number is None or (clause.kind is ClauseKind.SUB_ITEM and not named):
            continue
        first = numbers.setdefault(clause.number, clause)
        if first is not clause:
            own = own_numbers.get(clause.anchor, "")
            yield DuplicateNumber(_number_span(clause), clause.number, _line_of_clause(first, source), own)


def _free(clause: Clause, by_anchor: Mapping[str, Clause]) -> str | None:
    """Return the anchor that a clause's number asks for, if no other has it."""
    wanted = _wanted(clause)
    return wanted if is_anchor(wanted) and wanted not in by_anchor else None


def _wanted(clause: Clause) -> str:
    return anchor_of_number(clause.number) if clause.number and clause.kind is not ClauseKind.SUB_ITEM else ""


def _check_form(clause: Clause, by_anchor: Mapping[str, Clause], source: Source) -> Iterator[PolicyProblem]:
    """A number like 1.1 asks for its anchor, and keeps it from others. Other numbers ask for none."""
    anchor, parent, span = clause.anchor, by_anchor.get(clause.parent or ""), _anchor_span(clause, source)
    within = parent is not None and clause.kind is ClauseKind.SUB_ITEM and parent.number is not None
    if parent is not None and within and anchor.startswith(f"{parent.anchor}-"):
        return
    if parent is not None and within and is_decimal((parent.number or "").partition("(")[0]):
        yield AnchorNotOfParent(span, anchor, parent.anchor, f"{parent.anchor}-a")
    elif clause.number is None or not is_decimal(clause.number):
        if is_numbered_anchor(anchor):
            yield AnchorKeptForNumbers(span, anchor)
    elif not _is_of_number(anchor, clause.number, by_anchor):
        fault = AnchorOfAnotherNumber if is_numbered_anchor(anchor) else AnchorNotOfNumber
        yield fault(span, clause.number, anchor, anchor_of_number(clause.number))


def _is_of_number(anchor: str, number: str, by_anchor: Mapping[str, Clause]) -> bool:
    """Tell whether it is the anchor of a number, or is made of it where 2.2a has the one that 2.2A asks for."""
    wanted = anchor_of_number(number)
    first = by_anchor.get(wanted)
    taken = first is not None and first.number != number and wanted == anchor_of_number(first.number or "")
    return anchor == wanted or anchor.startswith(f"{wanted}-from-") or (taken and anchor == f"{wanted}-2")


def _anchor_span(clause: Clause, source: Source) -> Span:
    start = source.text.rfind(f"#{clause.anchor}", clause.span.start, clause.span.end)
    return Span(start, start + len(clause.anchor) + 1) if start >= 0 else _number_span(clause)


def _number_span(clause: Clause) -> Span:
    return Span(clause.span.start, clause.span.start + len(clause.number or "1"))


def _line_of_clause(clause: Clause, source: Source) -> int:
    return source.place(clause.span.start)[0]
