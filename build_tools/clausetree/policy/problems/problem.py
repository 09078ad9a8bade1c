"""The closed union of a policy's problems."""

from __future__ import annotations

from clausetree.policy.problems.anchors import AnchorProblem
from clausetree.policy.problems.front_matter import FrontMatterProblem
from clausetree.policy.problems.links import LinkProblem
from clausetree.policy.problems.signs import SignProblem
from clausetree.policy.problems.terms import TermProblem
from clausetree.policy.problems.words import WordProblem

PolicyProblem = AnchorProblem | WordProblem | FrontMatterProblem | LinkProblem | SignProblem | TermProblem
"""Everything that can be wrong with a policy."""
