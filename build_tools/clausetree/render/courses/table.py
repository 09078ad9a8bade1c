"""The table that a course looks everything up in: what to show at every stop, and where what is done leads."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any

from clausetree.render.courses.alike import Alike
from clausetree.render.courses.stops import Stop, Way
from clausetree.render.courses.tokens import LENGTH, token
from clausetree.render.html.markup import Html, element
from clausetree.render.tree.phrasing import duty_key, is_to_tick
from clausetree.render.widget.conversation import ConversationState, answer
from clausetree.render.widget.node_view import start_again, take_away
from clausetree.render.widget.view import to_view
from clausetree.tree.answers import DONE, Answer, offered
from clausetree.tree.model import ManyOf, Node, OneOf, Outcome, Question, Step, Tree, duties
from clausetree.tree.wire import Procedure

NOWHERE = "{root}"
"""Stands for the site, until it is known whether that has an address."""
_PIECE = re.compile(r"(?=<(?:li|section|form|fieldset|details|h3|button)[ >]|<div class=\"ct-)")
"""Where a view is cut: most of its pieces are those of other views, and stand in the table once."""


def to_table(procedure: Procedure, way: Way, stops: list[Stop], finish: Callable[[str], str]) -> str:
    """Return a JSON object of all stops. `finish` makes the HTML of a view that of a course."""
    tree = procedure.tree
    made = _Rows(procedure)
    rows = [made.row(stop) for stop in stops]
    table: dict[str, Any] = {
        "way": way.value,
        "longest": longest_kept(tree, stops),
        "asked": _asked(tree, finish),
        "outcomes": {node.id: node.title.text for node in tree.nodes if isinstance(node, Outcome)},
        "duties": {key: token(key) for key in _to_tick(tree)},
        "places": {node.id: token(node.id) for node in tree.nodes},
        "pieces": [finish(piece) for piece in made.pieces.all],
        "said": made.said.all,
        "stops": rows,
    }
    mark = sha256(_text(table).encode()).hexdigest()[:LENGTH]
    return _text({"mark": mark, **table})


def _text(table: Mapping[str, Any]) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def longest_kept(tree: Tree, stops: Iterable[Stop]) -> int:
    """Return how many characters a learning system keeps at the most of where a learner is."""
    counts = {node.id: len(list(_options(node))) for node in tree.nodes if isinstance(node, ManyOf)}
    answers = max(sum(counts.get(question, 1) for question in stop.state.answers) for stop in stops)
    return LENGTH * (answers + len(_to_tick(tree)) + 2) + len("!2.")


def _asked(tree: Tree, finish: Callable[[str], str]) -> dict[str, Any]:
    alike = Alike(tree)
    asked = [node for node in tree.nodes if isinstance(node, OneOf | ManyOf | Step)]
    marks = {(node.id, one): token(node.id, one) for node in asked for one in _options(node)}
    often = Counter(marks.values())
    return {
        node.id: {
            "kinds": dict(kinds.stands_for),
            "weak": kinds.weak or "",
            # Two of one token would be taken for each other: they are not kept, and asked again.
            "marks": {one: marks[node.id, one] for one in _options(node) if often[marks[node.id, one]] == 1},
            "words": [[one, finish(words)] for one, words in _words(node)],
        }
        for node, kinds in ((node, alike.kinds(node)) for node in asked)
    }


def _to_tick(tree: Tree) -> list[str]:
    found = (duty_key(tree, duty) for node in tree.nodes for duty in duties(node) if is_to_tick(duty))
    return list(dict.fromkeys(found))


class _Rows:
    """The rows of the table (see types.d.ts), and the pieces and answers that they number."""

    def __init__(self, procedure: Procedure) -> None:
        self._procedure = procedure
        self._shown: dict[object, tuple[list[int], list[int]]] = {}
        self.pieces, self.said = _Numbered(), _Numbered()

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
        ]

    def _views(self, stop: Stop) -> tuple[list[int], list[int]]:
        """Return what is shown, and what is shown to whoever goes on without an answer.

        Answers are blank: stops that differ in nothing but those show the same.
        """
        state, node, path = stop.state, stop.node, stop.path
        own = state.answers.get(node.id)
        same = (node.id, own, state.dropped, stop.back is None, tuple(path.answers), path.duties)
        if same not in self._shown:
            self._shown[same] = self._view(state, node), self._refusal(state, node)
        return self._shown[same]

    def _view(self, state: ConversationState, node: Node) -> list[int]:
        tree = self._procedure.tree
        html: str = to_view(self._procedure, state, NOWHERE, _blank).html
        if isinstance(node, Outcome):
            # The learning system keeps the record here; of its buttons there is only the one to start again.
            html = html.replace(take_away(tree, state), element("div", start_again(), class_="ct-buttons"))
        return self._cut(html)

    def _refusal(self, state: ConversationState, node: Node) -> list[int]:
        if not isinstance(node, OneOf | ManyOf):
            return []
        tried = answer(self._procedure.tree, state, node.id, ())
        return self._cut(to_view(self._procedure, tried, NOWHERE, _blank).html)

    def _cut(self, html: str) -> list[int]:
        return [self.pieces.number(piece) for piece in _PIECE.split(html) if piece]


def _key(given: Answer) -> str:
    return " ".join(sorted(given))


def _blank(question: Question, _: Answer) -> list[Html]:
    """Several answers are alike here: the script puts in the words of the one that was given."""
    return [element("dd", data_said=question.id)]


def _options(node: OneOf | ManyOf | Step) -> Iterable[str]:
    return DONE if isinstance(node, Step) else [option.id for option in offered(node)]


def _words(node: OneOf | ManyOf | Step) -> list[tuple[str, str]]:
    return [] if isinstance(node, Step) else [(option.id, option.wording.html) for option in offered(node)]


class _Numbered:
    """Texts, each of which stands there once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers))

    @property
    def all(self) -> list[str]:
        return list(self._numbers)
