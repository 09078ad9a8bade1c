"""What the widget shows of the node before the reader: a question, a step or an outcome."""

from __future__ import annotations

from typing import assert_never

from clausetree.render.html.ids import live_id
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.phrasing import STOP_HERE, slug_of, time_words, unsure_words
from clausetree.render.tree.pieces import (
    DeadlineShown,
    cited_by,
    duty_groups,
    next_trees,
    note_boxes,
    shown_deadline,
    turn_to,
    why,
)
from clausetree.render.tree.terms import explained
from clausetree.render.tree.totals import totals_before, totals_list
from clausetree.render.widget.conversation import Arrival, ConversationState, answers_to_keep, shown
from clausetree.render.widget.fields import fields, hint
from clausetree.render.widget.link import to_fragment
from clausetree.render.widget.mistakes import mistake
from clausetree.render.widget.notice import has_notice
from clausetree.tree.answers import DONE, Answer
from clausetree.tree.model import (
    Choice,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Option,
    Outcome,
    Prose,
    Question,
    Route,
    Step,
    Tree,
    Unsure,
    Visit,
)
from clausetree.tree.walk import applies, known_at, walk
from clausetree.tree.wire import Procedure

GO_ON = "I have what I was waiting for: go on"
COME_BACK = (
    "Copy the link to these answers and keep it. It leads back to exactly here, with your answers, "
    "on another day too."
)


# Orca says nothing of what gets the focus if it is the first thing in what took the place of what had it.
_KIND = element("p", "Question", class_="visually-hidden")


def to_node_view(
    procedure: Procedure,
    state: ConversationState,
    node: Node,
    root: str,
    deadline: DeadlineShown = shown_deadline,
) -> Html:
    """Return the node with its form, or with what there is to do at the end.

    Raises `AssertionError` for a node that no reader sees.
    """
    match node:
        case OneOf() | ManyOf() | Measure():
            return _question(procedure, state, node, root)
        case Step():
            return _step(procedure, state, node, root, deadline)
        case Outcome():
            return _outcome(procedure, state, node, root, deadline)
        case Route() | Visit():
            raise AssertionError("a reader never stops here")
        case _:
            assert_never(node)


def _question(procedure: Procedure, state: ConversationState, node: Question, root: str) -> Html:
    tree = procedure.tree
    empty = state.arrival is Arrival.WENT_ON_EMPTY
    error_id = live_id(tree, "error")
    help_id = live_id(tree, "help")
    described = [error_id] * empty + [help_id] * (node.help is not None)
    described += [live_id(tree, "hint")] * (isinstance(node, Measure) and hint(node) is not None)
    fieldset = element(
        "fieldset",
        element("div", explained(procedure, node.help, root), id=help_id, class_="ct-help")
        if node.help
        else None,
        _hint(tree, node),
        element("p", mistake(node, state.tried, procedure.today), id=error_id, class_="ct-error")
        if empty
        else None,
        _controls(tree, state, node),
        class_="ct-fieldset",
        aria_labelledby=live_id(tree, "heading"),
        aria_describedby=" ".join(described) or None,
    )
    return element(
        "form",
        # In a legend, the heading that gets the focus would be said twice.
        element("div", _KIND, _heading(tree, state, node), fieldset, class_="ct-asked"),
        element("button", "Continue", type="submit", class_="ct-button"),
        why(procedure, node.cites, root, "Why am I asked this?"),
        class_="ct-node ct-question",
        novalidate=True,
    )


def _hint(tree: Tree, node: Question) -> Html | None:
    match node:
        case OneOf():
            return None
        case ManyOf():
            return element("p", "Pick all that apply.", class_="ct-hint")
        case Measure():
            words = hint(node)
            return element("p", words, id=live_id(tree, "hint"), class_="ct-hint") if words else None
        case _:
            assert_never(node)


def _controls(tree: Tree, state: ConversationState, node: Question) -> Html:
    if isinstance(node, Measure):
        boxes = element("div", *fields(tree, state, node), class_="ct-fields")
        unsure = _unsure(tree, node, _picked(state, node))
        return joined(boxes, element("div", *unsure, class_="ct-options")) if unsure else boxes
    return element("div", *_options(tree, state, node), class_="ct-options")


def _options(tree: Tree, state: ConversationState, node: OneOf | ManyOf) -> list[Html]:
    picked = _picked(state, node)
    if isinstance(node, OneOf):
        options = [_control(tree, node, option, option.wording, picked) for option in node.options]
        return [*options, *_unsure(tree, node, picked)]
    rows = [_control(tree, node, choice, choice.wording, picked) for choice in node.choices]
    if node.none:
        rows.append(element("p", "or", class_="ct-or"))
        rows.append(_control(tree, node, node.none, node.none.wording, picked))
    return [*rows, *_unsure(tree, node, picked)]


def _picked(state: ConversationState, node: Question) -> Answer:
    empty = state.arrival is Arrival.WENT_ON_EMPTY
    return frozenset(state.tried) if empty else state.answers.get(node.id, frozenset())


def _unsure(tree: Tree, node: Question, picked: Answer) -> list[Html]:
    """Return what a reader picks who does not know, apart from what else there is; nothing where she has to."""
    if node.unsure is None:
        return []
    words = unsure_words(node, node.unsure)
    return [element("p", "or", class_="ct-or"), _control(tree, node, node.unsure, words, picked)]


def _control(
    tree: Tree, node: Question, option: Option | Choice | Unsure, words: Prose, picked: Answer
) -> Html:
    own = live_id(tree, node.id, option.id)
    box = element(
        "input",
        type="radio" if isinstance(node, OneOf) else "checkbox",
        id=own,
        name=live_id(tree, node.id),
        value=option.id,
        checked=option.id in picked,
        data_alone=isinstance(node, ManyOf) and option in (node.none, node.unsure),
    )
    return element("div", box, element("label", Html(words.html), for_=own), class_="ct-option")


def _step(
    procedure: Procedure, state: ConversationState, node: Step, root: str, deadline: DeadlineShown
) -> Html:
    tree = procedure.tree
    path = walk(tree, state.answers)
    known = known_at(tree, state.answers, node.id)
    due = [duty for duty in node.duties if applies(duty, known)]
    return element(
        "form",
        element("p", "Wait" if node.waits else "Do this now", class_="ct-kind"),
        _heading(tree, state, node),
        totals_list(tree, totals_before(tree, path, node.id)),
        *note_boxes(procedure, node.notes, root, known),
        *duty_groups(procedure, due, root, 3, done=state.done, answers=state.answers, deadline=deadline),
        turn_to(tree, node, known),
        # What a step is answered with stands here, so that no script need know it.
        *(element("input", type="hidden", name=live_id(procedure.tree, node.id), value=done) for done in DONE),
        element("p", STOP_HERE, class_="ct-stop") if node.waits else None,
        element("button", GO_ON if node.waits else "Continue", type="submit", class_="ct-button"),
        why(procedure, cited_by(node), root, "What the policy says"),
        take_away(tree, state) if node.waits else None,
        class_=f"ct-node ct-{slug_of(node)}",
    )


def _outcome(
    procedure: Procedure, state: ConversationState, node: Outcome, root: str, deadline: DeadlineShown
) -> Html:
    tree = procedure.tree
    path = walk(tree, state.answers)
    known = known_at(tree, state.answers, node.id)
    due = path.duties
    cites = [*node.cites, *(cite for duty in due for cite in duty.cites)]
    return element(
        "section",
        element(
            "div",
            element("p", "Outcome", class_="ct-kind"),
            _heading(tree, state, node),
            totals_list(tree, path.totals),
            *note_boxes(procedure, node.notes, root, known),
            class_="ct-outcome-panel",
        ),
        _checklist(
            duty_groups(procedure, due, root, 4, done=state.done, answers=state.answers, deadline=deadline)
        ),
        turn_to(tree, node, known),
        next_trees(node, root),
        why(procedure, cites, root, "Why this outcome?"),
        take_away(tree, state),
        class_="ct-node ct-outcome",
        aria_labelledby=live_id(tree, "heading"),
    )


def _checklist(groups: list[Html]) -> Html | None:
    if not groups:
        return None
    title = element("h3", "What to do", class_="ct-subheading")
    return element("div", title, *groups, class_="ct-duties ct-checklist")


def take_away(tree: Tree, state: ConversationState) -> Html:
    """Return the buttons that keep what was found out. The record names nobody, and nothing is sent."""
    words = (
        "It holds today’s date, your answers, what to do and the clauses. It does not hold your name. "
        "Nothing is sent. Your answers stay in this tab until you close it."
    )
    link = element(
        "button",
        "Copy a link to these answers",
        type="button",
        class_="clause-copy",
        data_anchor=to_fragment(tree.id, answers_to_keep(tree, state)),
    )
    record = element(
        "div",
        _button("Copy the record", "copy-record"),
        _button("Print it", "print-record"),
        _button("Save it as a file", "save-record"),
        class_="ct-buttons",
    )
    if isinstance(shown(tree, state), Step):
        return element(
            "div",
            element("h3", "Come back later", class_="ct-subheading"),
            element("p", COME_BACK),
            element("div", link, class_="ct-buttons"),
            element("p", f"A record has that link, too. {words}"),
            _own_note(tree),
            record,
            element("div", start_again(), class_="ct-buttons"),
            class_="ct-record",
        )
    return element(
        "div",
        element("h3", "Keep a record", class_="ct-subheading"),
        element("p", words),
        _own_note(tree),
        record,
        element("div", link, start_again(), class_="ct-buttons"),
        class_="ct-record",
    )


def _own_note(tree: Tree) -> Html:
    """Return the box for a line or two that go into the record alone."""
    own, hint = live_id(tree, "own-note"), live_id(tree, "own-note-hint")
    words = (
        "It goes into the record that you copy, print or save, and into no link. Nothing is sent. "
        "It is gone when you load this page again, or close the tab."
    )
    return element(
        "div",
        element("label", "Your own note, if you want one", for_=own),
        element("p", words, id=hint, class_="ct-hint"),
        element(
            "textarea",
            id=own,
            rows="3",
            maxlength="1000",
            class_="ct-input ct-own-note",
            aria_describedby=hint,
            autocomplete="off",
        ),
        class_="ct-field",
    )


def start_again() -> Html:
    """Return the button that forgets every answer."""
    return element("button", "Start again", type="button", class_="ct-link", data_do="restart")


def _button(words: str, do: str) -> Html:
    return element("button", words, type="button", class_="ct-button ct-button--quiet", data_do=do)


def _heading(tree: Tree, state: ConversationState, node: Question | Step | Outcome) -> Html:
    """The focus comes here: whoever only hears the page hears the notice above it too."""
    notice_id = live_id(tree, "notice") if has_notice(tree, state) else None
    own = live_id(tree, "heading")
    words = joined(Html(node.title.html), time_words(tree, node.id))
    return element("h2", words, id=own, class_="ct-heading", tabindex="-1", aria_describedby=notice_id)
