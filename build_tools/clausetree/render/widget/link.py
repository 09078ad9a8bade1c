"""Answers in the fragment of an address: `#employee-comments?harm=yes&also=own,risk`.

Questions and options go by their ids, which survive rewording and reordering.
"""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.tree.answers import Answer, Answers


def to_fragment(tree_id: str, answers: Answers) -> str:
    """Return the fragment, without its `#`. Ids need no escaping."""
    written = "&".join(f"{question}={','.join(sorted(picked))}" for question, picked in answers.items())
    return f"{tree_id}?{written}" if written else tree_id


def from_fragment(fragment: str) -> Mapping[str, Answer]:
    """Return the answers that a fragment holds. What cannot be read is passed over."""
    _, _, written = fragment.partition("?")
    pairs = (pair.partition("=") for pair in written.split("&"))
    return {question: frozenset(picked.split(",")) for question, mark, picked in pairs if mark and picked}
