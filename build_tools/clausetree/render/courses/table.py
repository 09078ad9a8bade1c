"""The table that a course looks everything up in: what to show at every stop, and where what is done leads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any, assert_never

from clausetree.render.courses.alike import Alike, Asked
from clausetree.render.courses.ends import date_words
from clausetree.render.courses.rows import Rows
from clausetree.render.courses.stops import Stop, Way
from clausetree.render.courses.tokens import LENGTH, token
from clausetree.render.courses.typed import is_typed, longest_typed, typed_question
from clausetree.render.tree.phrasing import duty_key, is_to_tick, unsure_words
from clausetree.tree.answers import DONE, everything_offered, offered
from clausetree.tree.model import ManyOf, Measure, OneOf, Outcome, Step, Tree, duties
from clausetree.tree.wire import Procedure


def to_table(procedure: Procedure, way: Way, stops: list[Stop], finish: Callable[[str], str]) -> str:
    """Return a JSON object of all stops. `finish` makes the HTML of a view that of a course."""
    tree = procedure.tree
    made = Rows(procedure)
    rows = [made.row(stop) for stop in stops]
    to_tick = _to_tick(tree, stops)
    table: dict[str, Any] = {
        "way": way.value,
        "longest": _longest_kept(tree, stops, len(to_tick)),
        "asked": _asked(tree, finish),
        "outcomes": {node.id: node.title.text for node in tree.nodes if isinstance(node, Outcome)},
        "duties": {key: token(key) for key in to_tick},
        "places": {node.id: token(node.id) for node in tree.nodes},
        "pieces": [finish(piece) for piece in made.pieces.all],
        "said": made.said.all,
        "stops": rows,
    }
    if is_typed(tree):
        table["dates"] = {"today": tree.today is not None, **date_words(procedure, made.ends)}
    mark = sha256(_text(table).encode()).hexdigest()[:LENGTH]
    return _text({"mark": mark, **table})


def _text(table: Mapping[str, Any]) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _longest_kept(tree: Tree, stops: Iterable[Stop], to_tick: int) -> int:
    """Return how many characters a learning system keeps at the most of where a learner is."""
    asked = [node for node in tree.nodes if isinstance(node, OneOf | ManyOf | Measure | Step)]
    lengths = {node.id: _longest_answer(node) for node in asked}
    answers = max(sum(lengths[question] for question in stop.state.answers) for stop in stops)
    return answers + LENGTH * (to_tick + 2) + len("!2..")


def _longest_answer(node: Asked) -> int:
    match node:
        case Measure():
            return LENGTH + longest_typed(node) + len(",")
        case ManyOf():
            return LENGTH * len(list(_options(node)))
        case OneOf() | Step():
            return LENGTH
        case _:
            assert_never(node)


def _asked(tree: Tree, finish: Callable[[str], str]) -> dict[str, Any]:
    alike = Alike(tree)
    asked = [node for node in tree.nodes if isinstance(node, OneOf | ManyOf | Measure | Step)]
    marks = {(node.id, one): token(node.id, one) for node in asked for one in _options(node)}
    often = Counter(marks.values())
    return {
        node.id: {
            **_led_by(tree, alike, node),
            # Two of one token would be taken for each other: they are not kept, and asked again.
            "marks": {one: marks[node.id, one] for one in _options(node) if often[marks[node.id, one]] == 1},
            "words": [[one, finish(words)] for one, words in _words(node)],
        }
        for node in asked
    }


def _led_by(tree: Tree, alike: Alike, node: Asked) -> dict[str, Any]:
    """Return how an answer to `node` is told from one that leads elsewhere."""
    if isinstance(node, Measure):
        return {"kinds": {}, "weak": "", "typed": typed_question(tree, alike, node)}
    kinds = alike.kinds(node)
    return {"kinds": dict(kinds.stands_for), "weak": kinds.weak or ""}


def _to_tick(tree: Tree, stops: Iterable[Stop]) -> list[str]:
    """Return the keys of the duties that may be ticked off: of what is due anew each time, one for each."""
    met = (node for stop in stops for node in stop.path.nodes) if tree.copies else tree.nodes
    found = (duty_key(tree, duty) for node in met for duty in duties(node) if is_to_tick(duty))
    return list(dict.fromkeys(found))


def _options(node: Asked) -> Iterable[str]:
    return DONE if isinstance(node, Step) else [option.id for option in everything_offered(node)]


def _words(node: Asked) -> list[tuple[str, str]]:
    if isinstance(node, Step):
        return []
    unsure = [(node.unsure.id, unsure_words(node, node.unsure).html)] if node.unsure else []
    return [*((option.id, option.wording.html) for option in offered(node)), *unsure]
