"""What a reader sees of a conversation: one node, how she came there, and what she has said so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from clausetree.render.html.ids import live_id
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.phrasing import answered, time_words
from clausetree.render.tree.pieces import DeadlineShown, duty_groups, shown_deadline
from clausetree.render.tree.totals import totals_before, totals_list
from clausetree.render.widget.conversation import Arrival, ConversationState, can_go_back, shown
from clausetree.render.widget.mistakes import control_to_mend, mistake
from clausetree.render.widget.node_view import to_node_view
from clausetree.render.widget.notice import notice
from clausetree.tree.answers import Answer
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Outcome, Question, Step, Tree
from clausetree.tree.walk import Walk, walk
from clausetree.tree.wire import Procedure


@dataclass(frozen=True, slots=True)
class View:
    """What to show, the id to move the focus to, and what to keep.

    `answers` and `done` begin the same conversation again. `path` are the nodes on the reader's path, in
    order, and `node` the one before her. `here` is how the drawing calls that, as it does those in `path`: one
    that she comes to again has an id of its own.
    """

    html: Html
    focus: str
    answers: Mapping[str, list[str]]
    done: list[str]
    path: list[str]
    node: str
    here: str


def view_data(view: View) -> dict[str, object]:
    """Return the view as what JSON can hold."""
    return {
        "html": str(view.html),
        "focus": view.focus,
        "answers": view.answers,
        "done": view.done,
        "way": view.path,
        "node": view.node,
        "here": view.here,
    }


type Words = Callable[[Question, Answer], Iterable[Html]]
"""How the answer to a question is shown again: a piece for each thing picked."""


def in_words(question: Question, answer: Answer) -> list[Html]:
    """Return an answer as the reader gave it."""
    return [element("p", Html(words.html), class_="ct-said") for words in answered(question, answer)]


def to_view(
    procedure: Procedure,
    state: ConversationState,
    root: str,
    words: Words = in_words,
    deadline: DeadlineShown = shown_deadline,
) -> View:
    """Return what a reader sees who has come this far."""
    tree = procedure.tree
    path = walk(tree, state.answers)
    node = shown(tree, state)
    empty = state.arrival is Arrival.WENT_ON_EMPTY
    html = joined(
        _back_button() if can_go_back(tree, state) else None,
        _error_summary(procedure, node, state.tried) if empty else None,
        notice(tree, state),
        to_node_view(procedure, state, node, root, deadline),
        _aside(
            _totals_so_far(tree, path, node),
            _so_far(procedure, state, path, node, root, deadline),
            _answer_summary(tree, state, path, node, words),
        ),
    )
    return View(
        html=html,
        focus=live_id(tree, "errors" if empty else "heading"),
        answers={question: sorted(picked) for question, picked in state.answers.items()},
        done=sorted(state.done),
        path=list(dict.fromkeys(tree.original(met.id) for met in path.nodes)),
        node=node.id,
        here=tree.original(node.id),
    )


def _back_button() -> Html:
    return element("button", "Back", type="button", class_="ct-back", data_do="back")


def _aside(*sections: Html | None) -> Html | None:
    return element("div", *sections, class_="ct-aside") if any(sections) else None


def _totals_so_far(tree: Tree, path: Walk, node: Node) -> Html | None:
    """Return the totals beside a question: a step and an outcome show their own."""
    if not isinstance(node, OneOf | ManyOf | Measure):
        return None
    totals = totals_list(tree, totals_before(tree, path, node.id))
    title = element("h3", "Points so far", class_="ct-subheading")
    return element("section", title, totals, class_="ct-points-so-far") if totals else None


def _so_far(
    procedure: Procedure,
    state: ConversationState,
    path: Walk,
    node: Node,
    root: str,
    deadline: DeadlineShown,
) -> Html | None:
    own = node.duties if isinstance(node, Step) else ()
    earlier = [duty for duty in path.duties if duty not in own]
    if isinstance(node, Outcome) or not earlier:
        return None
    return element(
        "section",
        element("h3", "What to do so far", class_="ct-subheading"),
        *duty_groups(procedure, earlier, root, 4, done=state.done, answers=state.answers, deadline=deadline),
        class_="ct-duties",
    )


def _answer_summary(tree: Tree, state: ConversationState, path: Walk, at: Node, words: Words) -> Html | None:
    asked = [node for node in map(tree.node, path.answers) if isinstance(node, OneOf | ManyOf | Measure)]
    rows = [_answer_row(tree, state, node, words) for node in asked if node.id != at.id]
    if not rows:
        return None
    return element(
        "section",
        element("h3", "Your answers", class_="ct-subheading"),
        element("ul", *rows, class_="ct-summary"),
        class_="ct-answers",
    )


def _answer_row(tree: Tree, state: ConversationState, node: Question, words: Words) -> Html:
    time = time_words(tree, node.id)
    button = element(
        "button",
        "Change",
        element("span", f" your answer to: {node.title.text}{time}", class_="visually-hidden"),
        type="button",
        class_="ct-link",
        data_do="change",
        data_node=node.id,
    )
    # Not a list of terms: Orca says the name of a button in a definition twice.
    return element(
        "li",
        element("p", Html(node.title.html), time, class_="ct-asked"),
        *words(node, state.answers[node.id]),
        element("p", button, class_="ct-change"),
        class_="ct-summary-row",
    )


def _error_summary(procedure: Procedure, node: Node, tried: tuple[str, ...]) -> Html:
    assert isinstance(node, OneOf | ManyOf | Measure), "only a question can lack an answer"
    tree, today = procedure.tree, procedure.today
    first = control_to_mend(tree, node, tried, today)
    return element(
        "div",
        element("h2", "There is a problem"),
        element("ul", element("li", element("a", mistake(node, tried, today), href=f"#{first}"))),
        id=live_id(tree, "errors"),
        class_="ct-errors",
        role="alert",
        tabindex="-1",
    )
