"""The rows of a course's table: what is shown at every stop, in pieces that stand there once."""

from __future__ import annotations

import re
from typing import Any

from clausetree.render.courses.ends import Ends
from clausetree.render.courses.share import most_ahead, share_behind
from clausetree.render.courses.stops import Stop
from clausetree.render.courses.without_record import without_record
from clausetree.render.html.away import NOWHERE
from clausetree.render.html.markup import Html, element
from clausetree.render.widget.conversation import ConversationState, answer
from clausetree.render.widget.view import to_view
from clausetree.tree.answers import Answer
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Question, asides
from clausetree.tree.walk import applies, known_at
from clausetree.tree.wire import Procedure

_PIECE = re.compile(r"(?=<(?:li|section|form|fieldset|details|h3|button)[ >]|<div class=\"ct-)")
"""Where a view is cut: most of its pieces are those of other views, and stand in the table once."""

_TYPED = re.compile(r'(?P<box><input type="text"[^>]*?) value="[^"]*"')
"""A box to type in: the script puts in what is the learner's own."""


class Rows:
    """The rows of the table (see types.d.ts), and the pieces and answers that they number."""

    def __init__(self, procedure: Procedure) -> None:
        self._procedure = procedure
        self._ahead = most_ahead(procedure.tree)
        self._shown: dict[object, tuple[list[int], list[int]]] = {}
        self.pieces, self.said, self.ends = _Numbered(), _Numbered(), Ends()

    def row(self, stop: Stop) -> list[Any]:
        """Return what stands in the table for a stop."""
        state = stop.state
        shown, refused = self._views(stop)
        return [
            stop.node.id,
            shown,
            refused,
            [self.said.number(f"{question} {_key(given)}") for question, given in state.answers.items()],
            1 if state.at is None and not state.dropped else 0,
            -1 if stop.back is None else stop.back,
            stop.changes,
            {_key(given): to for given, to in stop.answers.items()},
            share_behind(stop.node, stop.path, self._ahead),
        ]

    def _views(self, stop: Stop) -> tuple[list[int], list[int]]:
        """Return what is shown, and what is shown to whoever goes on without an answer.

        Answers and ends of deadlines are blank: stops that differ in nothing but those show the same.
        """
        state, node, path = stop.state, stop.node, stop.path
        own, totals = state.answers.get(node.id), tuple(path.totals.items())
        known = known_at(self._procedure.tree, state.answers, node.id)
        before = tuple([known[total] for total in path.totals])
        told = tuple([one for one in asides(node) if applies(one, known)])
        seen = (node.id, own, state.dropped, stop.back is None, tuple(path.answers))
        same = (*seen, path.duties, told, totals, before)
        if same not in self._shown:
            self._shown[same] = self._view(state, node), self._refusal(state, node)
        return self._shown[same]

    def _view(self, state: ConversationState, node: Node) -> list[int]:
        return self._cut(without_record(self._html(state), self._procedure.tree, state, node))

    def _refusal(self, state: ConversationState, node: Node) -> list[int]:
        if not isinstance(node, OneOf | ManyOf | Measure):
            return []
        tried = answer(self._procedure.tree, state, node.id, ())
        return self._cut(self._html(tried))

    def _html(self, state: ConversationState) -> str:
        html = to_view(self._procedure, state, NOWHERE, _blank, self.ends.blank).html
        return _TYPED.sub(r'\g<box> value=""', html)

    def _cut(self, html: str) -> list[int]:
        return [self.pieces.number(piece) for piece in _PIECE.split(html) if piece]


def _key(given: Answer) -> str:
    return " ".join(sorted(given))


def _blank(question: Question, _: Answer) -> list[Html]:
    """Several answers are alike here: the script puts in the words of the one that was given."""
    return [element("p", data_said=question.id, class_="ct-said")]


class _Numbered:
    """Texts, each of which stands there once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers))

    @property
    def all(self) -> list[str]:
        return list(self._numbers)
