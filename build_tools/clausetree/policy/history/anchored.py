"""A pasted policy with an anchor for every unit: its layout, what stands in the way, and the anchors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

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

    There are none where there are `faults`, which are in their way. It may be `laid_out` anew all the same, and
    `headings` are the lines that became headings by it.
    """

    source: Source
    laid_out: bool
    headings: tuple[str, ...] = ()
    written: int = 0
    faults: tuple[Problem, ...] = ()


def anchored(source: Source, references: Mapping[str, str], past: Past, version: str) -> Anchored:
    """Lay out the policy in `source`, now in `version`, and give an anchor to every unit that has none."""
    text = laid_out(source.text)
    made = Anchored(Source(source.name, text), text != source.text, tuple(_new_headings(source.text, text)))
    records = past.history.records()
    published = frozenset(records)
    outline = read_outline(made.source, references, {anchor: r.digest for anchor, r in records.items()})
    faults = tuple(_in_the_way(outline, made.source, published)) if outline.unanchored else ()
    if faults:
        return replace(made, faults=faults)
    named = new_anchors(outline.unanchored, (clause.anchor for clause in outline.clauses), past, version)
    return replace(made, source=Source(source.name, with_new_anchors(text, named)), written=len(named))


def _new_headings(before: str, after: str) -> list[str]:
    known = set(before.splitlines())
    return [line for line in after.splitlines() if line.startswith("#") and line not in known]


def _in_the_way(outline: Outline, source: Source, published: frozenset[str]) -> Iterator[Problem]:
    written = check_clauses(outline.clauses, source, published)
    yield from (fault for fault in (*outline.problems, *written) if isinstance(fault, _FIRST))
    everything = (*outline.clauses, *(lost.clause for lost in outline.unanchored))
    yield from doubled_numbers(sorted(everything, key=lambda clause: clause.span.start), source, published)
