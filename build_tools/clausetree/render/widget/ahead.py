"""What the first answers lead to, worked out when the site is made.

Python takes a second or more to start in a browser. Until then the widget finds here what Python would
say, word for word.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

from clausetree.render.widget.conversation import ConversationState, begin
from clausetree.render.widget.view import to_view, view_data
from clausetree.tree.answers import Answers
from clausetree.tree.walk import answers_by_length
from clausetree.tree.wire import Procedure

MOST_VIEWS = 24
"""Enough for the answers that anyone gives in the first seconds, and small enough to be fetched at once."""

ROOT = "{root}"
"""Stands in the views for the way from the reader's page to the site's root."""


def to_ahead(procedure: Procedure, digest: str) -> str:
    """Return a JSON object: the `digest` of the wire, and `views` (see `view_data`) by the answers to them."""
    table: dict[str, dict[str, object]] = {}
    for answers in _first_answers(procedure):
        state = begin(procedure.tree, answers)
        table[_answers_key(state)] = view_data(to_view(procedure, state, ROOT))
    return json.dumps({"digest": digest, "views": table}, ensure_ascii=False, separators=(",", ":")) + "\n"


def _answers_key(state: ConversationState) -> str:
    """The answers in pairs, by the order of their ids: a browser has an order of its own for such as `2`."""
    kept = sorted((question, sorted(picked)) for question, picked in state.answers.items())
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _first_answers(procedure: Procedure) -> Iterator[Answers]:
    """Yield sets of answers, the smallest first, until there are enough."""
    given = (answers for answers in answers_by_length(procedure.tree) if answers)
    yield from islice(given, MOST_VIEWS)
