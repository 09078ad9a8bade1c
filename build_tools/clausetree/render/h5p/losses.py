"""What a branching scenario cannot say of a procedure, in plain words: whoever hands it out has to know."""

from __future__ import annotations

from typing import Final

from clausetree.render.h5p.parts import parts_of
from clausetree.tree.again import folded
from clausetree.tree.model import ManyOf, Measure, Step, Tree, duties
from clausetree.tree.totals import adding_to
from clausetree.tree.walk import facts_by_question

OF_EVERY_TREE: Final = (
    "Back leads to the screen before, and forgets its answer. Changing an answer does not keep the later ones.",
    "There is no record of the answers to copy, print or save, and nothing to tick off.",
    "An outcome does not list again what the steps before it asked for.",
    "The clauses are named, with links where the site has an address. Their words are not shown.",
    "Links in the help of a question are words only.",
    "It needs scripts. Whether everybody can use it depends on the system that shows it.",
    "A learning system is told that the learner has come to an end, and not which outcome it was.",
    "It does not change when the policy does. Import it again then.",
)


def losses(tree: Tree) -> list[str]:
    """Return a sentence for each question that its branching scenario asks otherwise, and for what is lost."""
    tree = folded(tree)
    asked = {question for question, facts in facts_by_question(tree).items() if facts}
    asked |= {node.id for node in tree.nodes if adding_to(node)}
    changed = (node for node in tree.nodes if isinstance(node, ManyOf | Measure))
    due = any(duty.within and duty.within.question for node in tree.nodes for duty in duties(node))
    waits = any(isinstance(node, Step) and node.waits for node in tree.nodes)
    return [
        *(f"“{node.title.text}” {_how_asked(tree, node, node.id in asked)}" for node in changed),
        *(
            f"“{node.title.text}” does not offer “{node.unsure.wording.text}”."
            for node in tree.nodes
            if isinstance(node, ManyOf) and node.unsure and node.id in asked
        ),
        *["What points add up to decides the way, and is not shown."] * bool(tree.totals),
        *["At a wait there is no link that leads back with the answers: they are given again."] * waits,
        *["Deadlines say how long there is, and not the day on which it ends."] * due,
    ]


def _how_asked(tree: Tree, node: ManyOf | Measure, is_asked_for: bool) -> str:
    if not is_asked_for:
        return "is shown and not asked: nothing depends on its answer."
    if isinstance(node, Measure):
        return "is answered with a range."
    if parts_of(tree, node).one_by_one:
        return "takes several answers. They are asked about one at a time."
    return "takes several answers. Here one that applies is chosen."
