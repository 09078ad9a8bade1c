"""What can stand where somebody writes."""

from __future__ import annotations

from clausetree.editing.assist.choices import Completions
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.policy_choices import complete_policy
from clausetree.editing.assist.tree_choices import complete_tree


def complete(text: str, offset: int, known: Known) -> Completions:
    """Return what can stand at an offset of a tree or a policy, whether or not the text can be read."""
    return complete_tree(text, offset, known) if known.is_tree else complete_policy(text, offset, known)
