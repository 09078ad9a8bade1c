"""A live widget and the engine that runs here: whatever is done to the one is done to the other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypedDict, cast

from playwright.sync_api import Page

from clausetree.render.widget.widget import Widget, open_widget
from clausetree.tree.wire import to_wire

from ..states import Action
from .conversation import Conversation
from .engine import procedure_called

DO = Path(__file__).with_name("do_deeds.js").read_text(encoding="utf-8")
ROOT = "../../"
"""The way from a tree's page to the root of the site."""


class View(TypedDict):
    """What the engine says is to be shown after an action, as far as it is looked at here."""

    html: str
    node: str
    focus: str
    answers: dict[str, list[str]]
    done: list[str]


class Shown(TypedDict):
    """What the page shows after a deed; its HTML only if that is `wrong`, and not what the engine here says."""

    wrong: str
    node: str
    focus: str
    picked: list[str]
    kept: dict[str, Any] | None


class Twins:
    """The widget of a page, and the engine that runs here, with the same behind them."""

    def __init__(self, page: Page, tree: str) -> None:
        # A small window is drawn quickly, and one that stands behind another is not drawn at all.
        page.set_viewport_size({"width": 320, "height": 480})
        page.context.new_page()
        self.procedure = procedure_called(tree)
        self.conversation = Conversation.begun(page, tree)
        self.engine: Widget = open_widget(to_wire(self.procedure).text, ROOT)
        self.ahead: list[tuple[Action, View]] = []

    def do(self, *actions: Action) -> list[Shown]:
        """Do what these actions name to both, and fail where the page shows or keeps another thing."""
        for action in actions:
            self.go_ahead(action)
        return self.catch_up()

    def go_ahead(self, action: Action) -> View:
        """Do what an action names to the engine here, and return what it says; the page is to do it later."""
        view = cast(View, json.loads(self.engine.act(json.dumps(action))))
        self.ahead.append((action, view))
        return view

    def catch_up(self) -> list[Shown]:
        """Do in the page, in one go, all that the engine did, and fail where it shows or keeps other things."""
        done, self.ahead = self.ahead, []
        deeds = [{"action": action, "expected": view["html"]} for action, view in done]
        told = {"tree": self.procedure.tree.id, "deeds": deeds}
        shown = cast(list[Shown], self.conversation.live.evaluate(DO, told))
        for (action, view), seen in zip(done, shown, strict=True):
            self.assert_same(action, view, seen)
        return shown

    def assert_same(self, action: Action, view: View, seen: Shown) -> None:
        """Fail unless the page shows and keeps what the engine here says."""
        kept = {"answers": view["answers"], "done": view["done"]} if view["answers"] else None
        assert not seen["wrong"], (action, seen["wrong"], view["html"])
        assert (seen["node"], seen["focus"], seen["kept"]) == (view["node"], view["focus"], kept), action
