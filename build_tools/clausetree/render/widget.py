"""A tree as a conversation, one question at a time. The browser's Python answers with this.

The page carries the first view as HTML, made by this same code when the site was built.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from clausetree.render.conversation import (
    Talk,
    answer,
    answers_from,
    back,
    begin,
    can_go_back,
    change,
    go_on,
    picked_from,
    settled,
    shown,
)
from clausetree.render.ids import live_id
from clausetree.render.markup import Html, element, joined
from clausetree.render.pieces import cited_by, duty_groups, next_tree, passage, why
from clausetree.tree.model import Choice, ManyOf, Node, OneOf, Outcome, Step, Tree
from clausetree.tree.walk import Answer, applies, walk
from clausetree.tree.wire import Procedure, from_wire


@dataclass(frozen=True, slots=True)
class View:
    """What to show: the HTML, the id to move the focus to, and the answers to keep."""

    html: Html
    focus: str
    answers: dict[str, list[str]]
    node: str


class Widget:
    """One reader's conversation with one tree."""

    def __init__(self, procedure: Procedure, root: str) -> None:
        self.procedure = procedure
        self.root = root
        self.talk = Talk({})

    def act(self, action: str) -> str:
        """Take what the reader did, as JSON, and return what to show, as JSON.

        Actions: `{"do": "begin", "answers": {…}}`, `{"do": "answer", "picked": […]}`,
        `{"do": "change", "node": …}`, `{"do": "back"}`, `{"do": "restart"}`.
        """
        told = json.loads(action)
        self.talk = self._after(told)
        view = to_widget(self.procedure, self.talk, self.root)
        return json.dumps({"html": view.html, "focus": view.focus, "answers": view.answers, "node": view.node})

    def _after(self, told: dict[str, Any]) -> Talk:
        tree, talk = self.procedure.tree, self.talk
        match told["do"]:
            case "begin":
                return settled(tree, begin(answers_from(told.get("answers"))))
            case "answer":
                picked = picked_from(told.get("picked")) or go_on(shown(tree, talk))
                return answer(tree, talk, picked)
            case "change":
                return change(tree, talk, told["node"])
            case "back":
                return back(tree, talk)
            case "restart":
                return Talk({})
            case other:
                raise ValueError(f"no such action: {other}")


def open_widget(wire: str, root: str) -> Widget:
    """Return a conversation with the procedure that `to_wire` wrote."""
    return Widget(from_wire(wire), root)


def to_widget(procedure: Procedure, talk: Talk, root: str) -> View:
    """Return what a reader sees who has come this far."""
    tree = procedure.tree
    node = shown(tree, talk)
    focus = live_id(tree, "errors" if talk.empty else "heading")
    html = joined(
        _errors(tree, node) if talk.empty else None,
        _dropped(tree, talk),
        element("button", "Back", type="button", class_="ct-back", data_do="back")
        if can_go_back(tree, talk)
        else None,
        _node(procedure, talk, node, root),
        _aside(_so_far(procedure, talk, node, root), _answers(tree, talk, node)),
    )
    kept = {question: sorted(picked) for question, picked in talk.answers.items()}
    return View(html, focus, kept, node.id)


def _node(procedure: Procedure, talk: Talk, node: Node, root: str) -> Html:
    match node:
        case OneOf() | ManyOf():
            return _question(procedure, talk, node, root)
        case Step():
            return _step(procedure, talk, node, root)
        case Outcome():
            return _outcome(procedure, talk, node, root)
        case _:
            raise AssertionError("a reader never stops at a route")


def _question(procedure: Procedure, talk: Talk, node: OneOf | ManyOf, root: str) -> Html:
    tree = procedure.tree
    error_id = live_id(tree, "error")
    help_id = live_id(tree, "help")
    described = [error_id] * talk.empty + [help_id] * (node.help is not None)
    fieldset = element(
        "fieldset",
        element("legend", _heading(tree, node), class_="ct-legend"),
        element("div", Html(node.help.html), id=help_id, class_="ct-help") if node.help else None,
        element("p", "Pick all that apply.", class_="ct-hint") if isinstance(node, ManyOf) else None,
        element("p", _what_to_do(node), id=error_id, class_="ct-error") if talk.empty else None,
        element("div", *_options(tree, talk, node), class_="ct-options"),
        class_="ct-fieldset",
        aria_describedby=" ".join(described) or None,
    )
    return element(
        "form",
        fieldset,
        element("button", "Continue", type="submit", class_="ct-button"),
        why(procedure, node.cites, root, "Why am I asked this?"),
        class_="ct-node ct-question",
        novalidate=True,
    )


def _options(tree: Tree, talk: Talk, node: OneOf | ManyOf) -> list[Html]:
    picked = talk.tried if talk.empty else talk.answers.get(node.id, frozenset())
    if isinstance(node, OneOf):
        return [_control(tree, node, "radio", option, picked) for option in node.options]
    rows = [_control(tree, node, "checkbox", choice, picked) for choice in node.choices]
    if node.none:
        rows.append(element("p", "or", class_="ct-or"))
        rows.append(_control(tree, node, "checkbox", node.none, picked, alone=True))
    return rows


def _control(
    tree: Tree,
    node: OneOf | ManyOf,
    kind: str,
    option: Any,
    picked: Answer,
    *,
    alone: bool = False,
) -> Html:
    own = live_id(tree, node.id, option.id)
    box = element(
        "input",
        type=kind,
        id=own,
        name=live_id(tree, node.id),
        value=option.id,
        checked=option.id in picked,
        data_alone=alone,
    )
    label = element("label", Html(option.wording.html), for_=own)
    return element("div", box, label, class_="ct-option")


def _step(procedure: Procedure, talk: Talk, node: Step, root: str) -> Html:
    due = [duty for duty in node.duties if applies(duty, talk.answers)]
    return element(
        "form",
        element("p", "Do this now", class_="ct-kind"),
        _heading(procedure.tree, node),
        passage(node.note, "ct-note"),
        *duty_groups(procedure, due, root, 3, conditions=False),
        element("button", "Continue", type="submit", class_="ct-button"),
        why(procedure, cited_by(node), root, "What the policy says"),
        class_="ct-node ct-step",
    )


def _outcome(procedure: Procedure, talk: Talk, node: Outcome, root: str) -> Html:
    tree = procedure.tree
    due = walk(tree, talk.answers).duties
    checklist = (
        element(
            "div",
            element("h3", "What to do", class_="ct-subheading"),
            *duty_groups(procedure, due, root, 4, conditions=False),
            class_="ct-duties ct-checklist",
        )
        if due
        else None
    )
    return element(
        "section",
        element(
            "div",
            element("p", "Outcome", class_="ct-kind"),
            _heading(tree, node),
            passage(node.note, "ct-note"),
            class_="ct-outcome-panel",
        ),
        checklist,
        next_tree(node, root),
        why(procedure, [*node.cites, *(c for d in due for c in d.cites)], root, "Why this outcome?"),
        element("button", "Start again", type="button", class_="ct-link", data_do="restart"),
        class_="ct-node ct-outcome",
        aria_labelledby=live_id(tree, "heading"),
    )


def _heading(tree: Tree, node: OneOf | ManyOf | Step | Outcome) -> Html:
    own = live_id(tree, "heading")
    return element("h2", Html(node.title.html), id=own, class_="ct-heading", tabindex="-1")


def _aside(*sections: Html | None) -> Html | None:
    return element("div", *sections, class_="ct-aside") if any(sections) else None


def _so_far(procedure: Procedure, talk: Talk, node: Node, root: str) -> Html | None:
    due = walk(procedure.tree, talk.answers).duties
    own = node.duties if isinstance(node, Step) else ()
    earlier = [duty for duty in due if duty not in own]
    if isinstance(node, Outcome) or not earlier:
        return None
    return element(
        "section",
        element("h3", "What to do so far", class_="ct-subheading"),
        *duty_groups(procedure, earlier, root, 4, conditions=False),
        class_="ct-duties",
    )


def _answers(tree: Tree, talk: Talk, at: Node) -> Html | None:
    asked = [node for node in map(tree.node, talk.answers) if isinstance(node, OneOf | ManyOf)]
    rows = [_answer(talk, node) for node in asked if node is not at]
    if not rows:
        return None
    return element(
        "section",
        element("h3", "Your answers", class_="ct-subheading"),
        element("dl", *rows, class_="ct-summary"),
        class_="ct-answers",
    )


def _answer(talk: Talk, node: OneOf | ManyOf) -> Html:
    picked = talk.answers[node.id]
    words = [option.wording.html for option in offered(node) if option.id in picked]
    button = element(
        "button",
        "Change",
        element("span", f" your answer to: {node.title.text}", class_="visually-hidden"),
        type="button",
        class_="ct-link",
        data_do="change",
        data_node=node.id,
    )
    return element(
        "div",
        element("dt", Html(node.title.html)),
        *(element("dd", Html(word)) for word in words),
        element("dd", button, class_="ct-change"),
        class_="ct-summary-row",
    )


def offered(node: OneOf | ManyOf) -> list[Any]:
    """Return everything that a question offers, in the order shown."""
    if isinstance(node, OneOf):
        return list(node.options)
    none: list[Choice] = [node.none] if node.none else []
    return [*node.choices, *none]


def _errors(tree: Tree, node: Node) -> Html:
    assert isinstance(node, OneOf | ManyOf), "only a question can lack an answer"
    first = live_id(tree, node.id, offered(node)[0].id)
    return element(
        "div",
        element("h2", "There is a problem"),
        element("ul", element("li", element("a", _what_to_do(node), href=f"#{first}"))),
        id=live_id(tree, "errors"),
        class_="ct-errors",
        role="alert",
        tabindex="-1",
    )


def _what_to_do(node: OneOf | ManyOf) -> str:
    if isinstance(node, OneOf):
        return "Pick an answer to go on"
    none = f", or “{node.none.wording.text}” alone" if node.none else ""
    return f"Pick at least one answer to go on{none}"


def _dropped(tree: Tree, talk: Talk) -> Html | None:
    nodes = [tree.node(question) for question in talk.dropped]
    titles = [node.title.text for node in nodes if isinstance(node, OneOf | ManyOf)]
    if not titles:
        return None
    return element(
        "div",
        element("p", "Your change means that these answers no longer count:"),
        element("ul", *(element("li", title) for title in titles)),
        class_="ct-dropped",
    )
