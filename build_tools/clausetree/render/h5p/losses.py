"""What a branching scenario cannot say of a procedure, in plain words: whoever hands it out has to know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetree.render.h5p.parts import parts_of
from clausetree.tree.model import ManyOf, Measure, OneOf, Tree

OF_EVERY_TREE: Final = (
    "Back leads to the screen before, and forgets its answer. Changing an answer does not keep the later ones.",
    "There is no record of the answers to copy, print or save, and nothing to tick off.",
    "An outcome does not list again what the steps before it asked for.",
    "The clauses are named, with links where the site has an address. Their words are not shown.",
    "It needs scripts. Whether it can be used by everybody depends on the system that shows it.",
)


def losses(tree: Tree) -> list[str]:
    """Return a sentence for each thing that `tree` says otherwise than its branching scenario does."""
    return list(_of_questions(tree))


def _of_questions(tree: Tree) -> Iterator[str]:
    for node in tree.nodes:
        if isinstance(node, Measure):
            yield f"“{node.title.text}” is answered with a range, if anything depends on it."
        if isinstance(node, ManyOf):
            parts = parts_of(tree, node)
            if not parts.is_asked_for:
                yield f"“{node.title.text}” is shown and not asked: nothing depends on its answer."
            elif parts.one_by_one:
                yield f"“{node.title.text}” takes several answers. They are asked about one at a time."
            else:
                yield f"“{node.title.text}” takes several answers. Here one that applies is chosen."
    questions = [node for node in tree.nodes if isinstance(node, OneOf | ManyOf | Measure)]
    if any(node.help and "<a " in node.help.html for node in questions):
        yield "Links in the help of a question are words only."
