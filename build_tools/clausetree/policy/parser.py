"""A policy's Markdown becomes a `Policy`. Nothing is read from disk, nothing is raised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clausetree.policy.citing.cross_references import with_references
from clausetree.policy.clause import NOTHING, Clause, Published
from clausetree.policy.clauses.checks import check_clauses, unknown_places
from clausetree.policy.clauses.outline import Outline
from clausetree.policy.clauses.recovered import recovered_clauses
from clausetree.policy.clauses.unanchored import told_once, with_anchors
from clausetree.policy.document import Document
from clausetree.policy.front_matter.binds import read_binds
from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.policy.front_matter.metadata import read_metadata, read_numbers
from clausetree.policy.front_matter.positions import KeyPositions
from clausetree.policy.front_matter.terms import read_terms
from clausetree.policy.policy import Policy
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.reading import WrittenDocument, read_document
from clausetree.policy.term import Term
from clausetree.policy.wording import to_diagnostic
from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.source import Source


def parse_policy(
    source: Source,
    meta: Mapping[str, object],
    references: Mapping[str, str],
    published: Published = NOTHING,
    positions: KeyPositions | None = None,
) -> tuple[Policy | None, list[Diagnostic]]:
    """Read the policy in `source`, and collect everything that is wrong with it.

    `source` is the whole file with its front matter; `meta` is that front matter as read by a YAML reader, and
    may add "page", the policy's address within the site, and "known_as", the id of the policy that was
    published there. A `meta` that holds nothing else is of front matter that no YAML reader can read: then the
    lines are taken as they are written. `positions` are where the YAML reader found each line, without which
    they are looked for at the margin. `references` maps the label of each link to its address, which is empty
    while it is unknown. `published` are the anchors that the policy has published, each with its last words:
    one of them may stand under another number than its own, because clauses are renumbered. Without an id there
    is no policy.
    """
    positions = positions or read_front_matter(source.text).positions_as_written()
    values, problems = read_metadata(source, meta, positions)
    numbers, malformed = read_numbers(meta, positions)
    binds, unclear = read_binds(meta, positions)
    written = read_document(source.text, references)
    outline = Outline(source.text, written.document, numbers, published)
    clauses, faults = _read_clauses(source, outline, written.document, published)
    terms, misused = read_terms(source, meta, positions, clauses)
    everything = (*problems, *malformed, *unclear, *written.problems, *faults, *misused)
    diagnostics = [to_diagnostic(problem, source) for problem in everything]
    policy = None
    if values["policy"]:
        recovered = list(recovered_clauses(clauses, published))
        policy = replace(_policy(values, recovered, terms, written, numbers), binds=binds)
    return policy, in_reading_order(diagnostics)


def read_outline(
    source: Source,
    references: Mapping[str, str],
    published: Published = NOTHING,
    numbers: Sequence[str] = (),
) -> Outline:
    """Read what stands in a policy as it is written; `references` and `published` are as for `parse_policy`.

    `numbers` are the examples of labels that its front matter gives.
    """
    written = read_document(source.text, references)
    outline = Outline(source.text, written.document, numbers, published)
    outline.problems += written.problems
    return outline


def _read_clauses(
    source: Source, outline: Outline, document: Document, published: Published
) -> tuple[list[Clause], list[PolicyProblem]]:
    lost = list(with_anchors(outline.unanchored, outline.clauses, published))
    found = [*outline.clauses, *(clause for _, clause in lost if clause)]
    clauses = sorted(found, key=lambda clause: clause.key)
    faults: list[PolicyProblem] = list(unknown_places(document, clauses, published))
    missing = told_once([fault for fault, _ in lost], source)
    return clauses, [
        *outline.problems,
        *missing,
        *check_clauses(clauses, source, frozenset(published)),
        *faults,
    ]


def _policy(
    values: Mapping[str, str],
    clauses: Sequence[Clause],
    terms: tuple[Term, ...],
    written: WrittenDocument,
    numbers: tuple[str, ...],
) -> Policy:
    language = values["language"] or "en"
    return Policy(
        id=values["policy"],
        title=values["title"],
        version=values["version"],
        owner=values["owner"],
        approved_by=values["approved_by"],
        approved=values["approved"],
        first_implemented=values["first_implemented"],
        reviewed=values["reviewed"],
        next_review=values["next_review"],
        page=values["page"] or f"policy/{values['policy']}/",
        clauses=tuple(clauses),
        terms=terms,
        language=language,
        document=with_references(written.document, clauses, language),
        numbers=numbers,
    )
