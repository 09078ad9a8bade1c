"""A pasted policy with an anchor for every unit: its layout, what stands in the way, and the anchors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausetree.policy.anchoring import with_new_anchors
from clausetree.policy.checks import check_clauses, doubled_numbers
from clausetree.policy.history.new_anchors import new_anchors
from clausetree.policy.history.past import Past
from clausetree.policy.outline import Outline
from clausetree.policy.parser import read_outline
from clausetree.policy.pasted import laid_out
from clausetree.policy.problems import (
    AnchorKeptForNumbers,
    AnchorNotOfNumber,
    BadAnchor,
    DuplicateAnchor,
    MisshapenAnchor,
    Problem,
    StrayAnchor,
)
from clausetree.report.source import Source

_FIRST = (StrayAnchor, MisshapenAnchor, BadAnchor, DuplicateAnchor, AnchorNotOfNumber, AnchorKeptForNumbers)
"""Anchors are made of numbers and of other anchors: what is wrong with those is mended first."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """`source` is the policy as it should be written, with `written` anchors that it did not have.

    There are none where there are `faults`, which are in their way. It may be `laid_out` anew all the same.
    """

    source: Source
    laid_out: bool
    written: int = 0
    faults: tuple[Problem, ...] = ()


def anchored(source: Source, references: Mapping[str, str], past: Past, version: str) -> Anchored:
    """Lay out the policy in `source`, now in `version`, and give an anchor to every unit that has none."""
    text = laid_out(source.text)
    anew, source = text != source.text, Source(source.name, text)
    outline = read_outline(source, references)
    published = frozenset(past.history.records())
    faults = tuple(_in_the_way(outline, source, published)) if outline.unanchored else ()
    if faults:
        return Anchored(source, anew, faults=faults)
    named = new_anchors(outline.unanchored, (clause.anchor for clause in outline.clauses), past, version)
    return Anchored(Source(source.name, with_new_anchors(text, named)), anew, len(named))


def _in_the_way(outline: Outline, source: Source, published: frozenset[str]) -> Iterator[Problem]:
    written = check_clauses(outline.clauses, source, published)
    yield from (fault for fault in (*outline.problems, *written) if isinstance(fault, _FIRST))
    everything = (*outline.clauses, *(lost.clause for lost in outline.unanchored))
    yield from doubled_numbers(sorted(everything, key=lambda clause: clause.span.start), source, published)
