"""Answers in the fragment of an address: `#employee-comments?harm=yes&also=own,risk`.

Questions and options go by their ids, which survive rewording and reordering.
"""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.tree.answers import Answer, Answers

_BEHIND = " .,;:!)>]'\"’”"
"""What may stand behind a link in a sentence. Ids and what is typed end in none of it."""


def to_fragment(tree_id: str, answers: Answers) -> str:
    """Return the fragment, without its `#`. Ids need no escaping."""
    written = "&".join(f"{question}={','.join(sorted(picked))}" for question, picked in answers.items())
    return f"{tree_id}?{written}" if written else tree_id


def from_fragment(fragment: str) -> Mapping[str, Answer]:
    """Return the answers that a fragment holds, without the signs that mail programs put in or take along.

    What cannot be read as an answer is one that fits nothing.
    """
    _, _, written = fragment.replace("&amp;", "&").rstrip(_BEHIND).partition("?")
    pairs = (pair.partition("=") for pair in written.split("&") if pair)
    return {question: frozenset(filter(None, picked.split(","))) for question, _, picked in pairs}
