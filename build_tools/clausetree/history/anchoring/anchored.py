"""A pasted policy with an anchor for every unit: its layout, what stands in the way, and the anchors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clausetree.history.alignment.similar_pairs import Progress, in_silence
from clausetree.history.anchoring.ambiguous_match import AmbiguousMatch, Decide, leave_open
from clausetree.history.anchoring.new_anchors import new_anchors
from clausetree.history.anchoring.returned import returned
from clausetree.history.past import Past
from clausetree.policy.clause import Clause
from clausetree.policy.clauses.checks import check_clauses, doubled_numbers
from clausetree.policy.clauses.outline import Outline
from clausetree.policy.clauses.write_anchors import with_new_anchors
from clausetree.policy.parser import read_outline
from clausetree.policy.pasting.pasted import laid_out
from clausetree.policy.problems.anchors import (
    AnchorKeptForNumbers,
    AnchorNotOfNumber,
    BadAnchor,
    DuplicateAnchor,
    MisshapenAnchor,
    StrayAnchor,
)
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.report.source import Source

_FIRST = (StrayAnchor, MisshapenAnchor, BadAnchor, DuplicateAnchor, AnchorNotOfNumber, AnchorKeptForNumbers)
"""Anchors are made of numbers and of other anchors: what is wrong with those is mended first."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """`source` is the policy as it should be written, with `written` anchors that it did not have.

    Of these, `returned` were published before. There are none where there are `faults`, which are in their way.
    It may be `laid_out` anew all the same, and `headings` are the lines that became headings by it. `ambiguous`
    are the published units of which it is not certain whether they stand in the policy, and `gone` those that
    do not.
    """

    source: Source
    laid_out: bool
    headings: tuple[str, ...] = ()
    written: int = 0
    returned: int = 0
    faults: tuple[PolicyProblem, ...] = ()
    ambiguous: tuple[AmbiguousMatch, ...] = ()
    gone: tuple[Clause, ...] = ()


def anchored(
    source: Source,
    references: Mapping[str, str],
    past: Past,
    version: str,
    decide: Decide = leave_open,
    progress: Progress = in_silence,
    numbers: Sequence[str] = (),
) -> Anchored:
    """Lay out the policy in `source`, now in `version`, and give an anchor to every unit that has none.

    A unit that was published gets the anchor that it had; where it is not certain, `decide` is asked. `numbers`
    are the examples of labels that the policy's front matter gives.
    """
    text = laid_out(source.text)
    made = Anchored(Source(source.name, text), text != source.text, tuple(_new_headings(source.text, text)))
    words = past.history.words_ever()
    published = frozenset(words)
    outline = read_outline(made.source, references, words, numbers)
    faults = tuple(_in_the_way(outline, made.source, published)) if outline.unanchored else ()
    if faults:
        return replace(made, faults=faults)
    found = returned(past.last, outline.clauses, outline.unanchored, decide, progress)
    taken = published | {clause.anchor for clause in outline.clauses}
    named = new_anchors(outline.unanchored, taken, found.anchors, version)
    return replace(
        made,
        source=Source(source.name, with_new_anchors(text, named)),
        written=len(named),
        returned=len(published.intersection(anchor for _, anchor in named)),
        ambiguous=found.ambiguous,
        gone=found.gone,
    )


def _new_headings(before: str, after: str) -> list[str]:
    known = set(before.splitlines())
    return [line for line in after.splitlines() if line.startswith("#") and line not in known]


def _in_the_way(outline: Outline, source: Source, published: frozenset[str]) -> Iterator[PolicyProblem]:
    written = check_clauses(outline.clauses, source, published)
    yield from (fault for fault in (*outline.problems, *written) if isinstance(fault, _FIRST))
    everything = (*outline.clauses, *(lost.clause for lost in outline.unanchored))
    yield from doubled_numbers(sorted(everything, key=lambda clause: clause.span.start), source, published)
