"""A procedure as a course: one page that needs no network, and every view that a learner can come to."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.pieces import basis_sentence, prose_box
from clausetree.render.tree.ranges import in_ranges
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import ConversationState, answer, begin
from clausetree.render.widget.node_view import start_again, take_away
from clausetree.render.widget.view import to_view
from clausetree.tree.answers import Answers
from clausetree.tree.model import ManyOf, OneOf, Outcome, Tree
from clausetree.tree.walk import answers_by_length
from clausetree.tree.wire import Procedure

MOST_VIEWS = 4000
"""A course holds every view. A tree with more ways through it is shown as linked sections alone."""

NOWHERE = "{root}"
_BESIDE = 'target="_blank" rel="noopener"'
_ELSEWHERE = re.compile(r'<a\b(?![^>]*\btarget=)[^>]*\bhref="(?:https?:)?//[^"]*"', re.IGNORECASE)
_LINK = re.compile(r'<a href="\{root\}(?P<path>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)


def to_views(procedure: Procedure, address: str) -> str:
    """Return a JSON object: what to show, by the answers given so far as `JSON.stringify` writes them.

    A key ending in "!" is what to show when the learner went on without an answer. A number or a date is
    picked from ranges. Empty for a tree that has too many ways through it. `address` is that of the
    site, which links to the policy lead to; without one they are words.
    """
    procedure = replace(procedure, tree=in_ranges(procedure.tree))
    views: dict[str, dict[str, str]] = {}
    for answers in answers_by_length(procedure.tree):
        views |= _views(procedure, answers, address)
        if len(views) > MOST_VIEWS:
            return "{}"
    return json.dumps(views, ensure_ascii=False, separators=(",", ":"))


def to_page(procedure: Procedure, address: str, style_sheets: tuple[str, ...], scripts: tuple[str, ...]) -> str:
    """Return the course's page. Without scripts it is the linked sections."""
    tree, edition = procedure.tree, procedure.edition
    asked = replace(procedure, tree=in_ranges(tree))
    first = to_view(asked, begin(asked.tree, {}), NOWHERE)
    body = joined(
        element("h1", tree.title.text),
        prose_box(procedure, tree.about, "ct-about", NOWHERE),
        element(
            "div",
            element("div", first.html, class_="ct-live"),
            element("p", class_="ct-status", role="status"),
            class_="ct-tree",
            hidden=True,
        ),
        basis_sentence(tree, f"{edition.title}, version {edition.version}"),
        element("section", element("h2", "Every question, step and outcome"), to_html(procedure, NOWHERE)),
    )
    head = joined(
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width,initial-scale=1">'),
        element("title", tree.title.text),
        *(Html(f'<link rel="stylesheet" href="{name}">') for name in style_sheets),
        *(element("script", src=name, defer=True) for name in scripts),
    )
    main = element("main", Html(_linked(body, address)), class_="prose course", id="main")
    page = element(
        "html", element("head", head), element("body", element("div", main, class_="frame")), lang="en"
    )
    return f"<!doctype html>\n{page}\n"


def _views(procedure: Procedure, answers: Answers, address: str) -> dict[str, dict[str, str]]:
    tree = procedure.tree
    state = begin(tree, answers)
    view = to_view(procedure, state, NOWHERE)
    kept = {question: sorted(picked) for question, picked in answers.items()}
    key = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    node = tree.node(view.node)
    entry = {
        "html": _linked(_without_record(view.html, tree, state), address),
        "focus": view.focus,
        "node": node.id,
    }
    if isinstance(node, Outcome):
        entry |= {"outcome": node.id, "title": node.title.text}
    found = {key: entry}
    if isinstance(node, OneOf | ManyOf):
        empty = to_view(procedure, answer(tree, state, node.id, ()), NOWHERE)
        found[f"{key}!"] = {"html": _linked(empty.html, address), "focus": empty.focus, "node": node.id}
    return found


def _without_record(html: str, tree: Tree, state: ConversationState) -> str:
    """The learning system keeps the record here; of its buttons there is only the one to start again."""
    return html.replace(take_away(tree, state), element("div", start_again(), class_="ct-buttons"))


def _linked(html: str, address: str) -> str:
    """A course stands in another system: links to the site get its whole address, or become words.

    A link to any other place opens beside the course, which it would replace in its frame.
    """
    beside = _ELSEWHERE.sub(lambda match: f"{match[0]} {_BESIDE}", html)
    if not address:
        return _LINK.sub(lambda match: match["words"], beside)
    whole = r'<a href="{}\g<path>" {}>\g<words></a>'.format(address.replace("\\", ""), _BESIDE)
    return _LINK.sub(whole, beside)
