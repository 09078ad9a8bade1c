"""Are points ever added, and is there anybody to whom they are not?"""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.tree.answers import Answers, Detail, answers_with_targets
from clausetree.tree.checking.verdicts import check_when
from clausetree.tree.model import ManyOf, Measure, OneOf, Question, Tree
from clausetree.tree.paths.search_states import SearchStates
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.syntax import QuestionSyntax, TreeSyntax
from clausetree.tree.truth import is_true
from clausetree.tree.walk import facts_by_question
from clausetree.tree.written_lines import lines_of_points


def check_points(tree: Tree, syntax: TreeSyntax, states: SearchStates) -> Iterator[TreeProblem]:
    """Yield the conditions of points that hold of every answer which readers can give, or of none."""
    for written in syntax.nodes if tree.totals else ():
        node = tree.node(written.id.text)
        if not (isinstance(written, QuestionSyntax) and isinstance(node, OneOf | ManyOf | Measure)):
            continue
        asked = [*_answered(tree, node, states)] if node.adds else []
        for line, points in zip(lines_of_points(written), node.adds, strict=True):
            if line.when and points.when and asked:
                yield from check_when(line.when.span, {is_true(points.when, answers) for answers in asked})


def _answered(tree: Tree, node: Question, states: SearchStates) -> Iterator[Answers]:
    """Yield what can be known of readers when they have answered a question."""
    found = answers_with_targets(node, facts_by_question(tree)[node.id], Detail.REPRESENTATIVES)
    answers = [answer for answer, _ in found]
    for remembered in states.at(node.id):
        yield from ({**dict(remembered), node.id: answer} for answer in answers)
