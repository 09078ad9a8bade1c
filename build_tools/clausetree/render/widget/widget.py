"""One reader's conversation with one tree. The browser's Python is entered here."""

from __future__ import annotations

import json
from typing import Any

from clausetree.render.widget.conversation import (
    Talk,
    answer,
    answers_from,
    back,
    begin,
    begin_from_link,
    change,
    go,
    see,
    texts_from,
    tick,
)
from clausetree.render.widget.link import from_fragment
from clausetree.render.widget.record import Occasion, to_record
from clausetree.render.widget.view import to_view, view_data
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure, from_wire


class Widget:
    """Takes what the reader did, and says what to show."""

    def __init__(self, procedure: Procedure, root: str) -> None:
        self.procedure = procedure
        self.root = root
        self.talk = Talk()

    def act(self, action: str) -> str:
        """Take an action, as JSON, and return what to show, as JSON (see `View`).

        Actions: `{"do": "begin", "answers": {…}, "done": […], "node": …}`, `{"do": "link", "fragment": …}`,
        `{"do": "answer", "node": …, "picked": […]}`, `{"do": "change", "node": …}`, `{"do": "back"}`,
        `{"do": "go", "node": …}`, `{"do": "see", "node": …}`,
        `{"do": "tick", "duty": …, "on": …}`, `{"do": "restart"}`.
        """
        self.talk = self._after(json.loads(action))
        return json.dumps(view_data(to_view(self.procedure, self.talk, self.root)))

    def record(self, date: str, site: str) -> str:
        """Return the record of the answers so far, made on `date` (in words) for `site` (an address)."""
        way = walk(self.procedure.tree, self.talk.answers)
        return to_record(self.procedure, way, self.talk.done, Occasion(date, site))

    def _after(self, told: dict[str, Any]) -> Talk:
        tree, talk = self.procedure.tree, self.talk
        match told["do"]:
            case "begin":
                done = frozenset(texts_from(told.get("done")))
                return begin(tree, answers_from(told.get("answers")), done, told.get("node"))
            case "link":
                return begin_from_link(tree, from_fragment(told["fragment"]))
            case "answer":
                return answer(tree, talk, told["node"], texts_from(told.get("picked")))
            case "change":
                return change(tree, talk, told["node"])
            case "back":
                return back(tree, talk)
            case "go":
                return go(tree, talk, told["node"])
            case "see":
                return see(tree, talk, told["node"])
            case "tick":
                return tick(talk, told["duty"], on=told["on"])
            case "restart":
                return Talk()
            case other:
                raise ValueError(f"no such action: {other}")


def open_widget(wire: str, root: str) -> Widget:
    """Return a conversation with the procedure of a wire's text. Raises ValueError where it is none."""
    return Widget(from_wire(wire), root)
