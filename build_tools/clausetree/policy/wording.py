"""A problem becomes what its author reads. The words stand in `messages`, and nowhere else."""

from __future__ import annotations

from typing import assert_never

from clausetree.policy.front_matter.find_yaml_fault import find_yaml_fault
from clausetree.policy.messages.anchors import of_anchors
from clausetree.policy.messages.front_matter import of_front_matter
from clausetree.policy.messages.links import of_links
from clausetree.policy.messages.signs import of_signs
from clausetree.policy.messages.terms import of_terms
from clausetree.policy.messages.words import of_words
from clausetree.policy.problems.anchors import AnchorOfAnotherNumber, AnchorProblem
from clausetree.policy.problems.front_matter import FrontMatterProblem, MetadataUnreadable
from clausetree.policy.problems.links import LinkProblem, UnusedLink
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.signs import SignProblem
from clausetree.policy.problems.terms import TermProblem
from clausetree.policy.problems.words import WordProblem
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.report.wording import Wording, diagnostic_of

_WARNINGS = AnchorOfAnotherNumber | UnusedLink


def to_diagnostic(problem: PolicyProblem, source: Source) -> Diagnostic:
    """Turn a fault found in `source` into what its author reads."""
    if isinstance(problem, MetadataUnreadable):
        # A YAML reader often gives up some lines below the one that is spoilt.
        problem = find_yaml_fault(source.text) or problem
    severity = Severity.WARNING if isinstance(problem, _WARNINGS) else Severity.ERROR
    return diagnostic_of(problem, wording_of(problem), source, severity)


def wording_of(problem: PolicyProblem) -> Wording:
    """Return the code of a problem, what is wrong and what to do."""
    if isinstance(problem, AnchorProblem):
        return of_anchors(problem)
    if isinstance(problem, WordProblem):
        return of_words(problem)
    if isinstance(problem, FrontMatterProblem):
        return of_front_matter(problem)
    if isinstance(problem, LinkProblem):
        return of_links(problem)
    if isinstance(problem, SignProblem):
        return of_signs(problem)
    if isinstance(problem, TermProblem):
        return of_terms(problem)
    assert_never(problem)
