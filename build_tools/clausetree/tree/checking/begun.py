"""Has everybody who comes to a deadline said when it begins?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetree.tree.condition import And, Condition, Is
from clausetree.tree.model import Compared, Deadline, Duty, Fact, Measure, Node, Outcome, Step, Tree, duties
from clausetree.tree.paths.search_states import SearchStates
from clausetree.tree.problems.deadlines import NotBegun
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import DateScale
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.truth import is_true
from clausetree.tree.walk import applies
from clausetree.tree.written_lines import written_duties


def check_begun(tree: Tree, syntax: TreeSyntax) -> Iterator[TreeProblem]:
    """Yield the deadlines that some readers have without having met the question that begins them.

    No reader may walk in a circle.
    """
    if not any(_asked(tree, duty) for node in tree.nodes for duty in duties(node)):
        return
    # Conditions on what was asked make the search states tell apart who was and who was not.
    states = SearchStates(replace(tree, nodes=tuple(_with_asked(tree, node) for node in tree.nodes)))
    for node, written, duty in written_duties(tree, syntax):
        asked = _asked(tree, duty)
        if asked is None or written.within is None or written.within.question is None or not states.at(node):
            continue
        arriving = states.asked_of(node, [_both(duty, asked)])
        if any(applies(duty, answers) and not is_true(asked, answers) for answers in arriving):
            yield NotBegun(written.within.question.span, written.within.question.text, node)


def _with_asked(tree: Tree, node: Node) -> Node:
    if not isinstance(node, Step | Outcome):
        return node
    asking = ((duty, _asked(tree, duty)) for duty in node.duties)
    changed = (replace(duty, when=_both(duty, asked)) if asked else duty for duty, asked in asking)
    return replace(node, duties=tuple(changed))


def _asked(tree: Tree, duty: Duty) -> Condition[Fact] | None:
    """Return a condition that holds of every answer to the question that a duty's deadline is counted from."""
    match duty.within:
        case Deadline(question=str(name)):
            question = tree.node(name)
            assert isinstance(question, Measure), "a sound tree's deadlines are counted from dates"
            return Is(Compared(name, Sign.AT_LEAST, DateScale.DATE, question.least))
        case _:
            return None


def _both(duty: Duty, asked: Condition[Fact]) -> Condition[Fact]:
    return And((duty.when, asked)) if duty.when else asked
