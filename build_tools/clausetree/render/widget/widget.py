"""One reader's conversation with one tree. The browser's Python is entered here."""

from __future__ import annotations

import json
from dataclasses import replace

from clausetree.render.widget.actions import read_action, state_after
from clausetree.render.widget.conversation import ConversationState, answers_to_keep
from clausetree.render.widget.record import Occasion, to_record
from clausetree.render.widget.view import to_view, view_data
from clausetree.tree.scalar import scalar_of
from clausetree.tree.scale import DateScale
from clausetree.tree.today import as_of
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
        `{"do": "tick", "duty": …, "on": …}`, `{"do": "restart"}`. Each may say which day it is:
        `"today": "2026-05-04"`. Raises `ValueError` for what is none of these, and `KeyError` for one that
        lacks something.
        """
        sent = json.loads(action)
        today = scalar_of(DateScale.DATE, str(sent.get("today", "")))
        if today is not None:
            self.procedure = replace(self.procedure, tree=as_of(self.procedure.tree, today), today=today)
        self.state = state_after(self.procedure.tree, self.state, read_action(sent))
        return json.dumps(view_data(to_view(self.procedure, self.state, self.root)))

    def record(self, date: str, site: str) -> str:
        """Return the record of the answers so far, made on `date` (in words) for `site` (an address)."""
        path = walk(self.procedure.tree, answers_to_keep(self.procedure.tree, self.state))
        return to_record(self.procedure, path, self.state.done, Occasion(date, site))


def open_widget(wire: str, root: str) -> Widget:
    """Return a conversation with the procedure of a wire's text. Raises ValueError where it is none."""
    return Widget(from_wire(wire), root)
