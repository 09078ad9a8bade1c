"""One reader's conversation with one tree. The browser's Python is entered here."""

from __future__ import annotations

import json
from typing import Any

from clausetree.render.widget.conversation import (
    ConversationState,
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
        self.state = ConversationState()

    def act(self, action: str) -> str:
        """Take an action, as JSON, and return what to show, as JSON (see `View`).

        Actions: `{"do": "begin", "answers": {…}, "done": […], "node": …}`, `{"do": "link", "fragment": …}`,
        `{"do": "answer", "node": …, "picked": […]}`, `{"do": "change", "node": …}`, `{"do": "back"}`,
        `{"do": "go", "node": …}`, `{"do": "see", "node": …}`,
        `{"do": "tick", "duty": …, "on": …}`, `{"do": "restart"}`.
        """
        self.state = self._state_after(json.loads(action))
        return json.dumps(view_data(to_view(self.procedure, self.state, self.root)))

    def record(self, date: str, site: str) -> str:
        """Return the record of the answers so far, made on `date` (in words) for `site` (an address)."""
        path = walk(self.procedure.tree, self.state.answers)
        return to_record(self.procedure, path, self.state.done, Occasion(date, site))

    def _state_after(self, action: dict[str, Any]) -> ConversationState:
        tree, state = self.procedure.tree, self.state
        match action["do"]:
            case "begin":
                done = frozenset(texts_from(action.get("done")))
                return begin(tree, answers_from(action.get("answers")), done, action.get("node"))
            case "link":
                return begin_from_link(tree, from_fragment(action["fragment"]))
            case "answer":
                return answer(tree, state, action["node"], texts_from(action.get("picked")))
            case "change":
                return change(tree, state, action["node"])
            case "back":
                return back(tree, state)
            case "go":
                return go(tree, state, action["node"])
            case "see":
                return see(tree, state, action["node"])
            case "tick":
                return tick(state, action["duty"], on=action["on"])
            case "restart":
                return ConversationState()
            case other:
                raise ValueError(f"no such action: {other}")


def open_widget(wire: str, root: str) -> Widget:
    """Return a conversation with the procedure of a wire's text. Raises ValueError where it is none."""
    return Widget(from_wire(wire), root)
