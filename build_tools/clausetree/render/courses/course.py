"""A procedure as a course: one page that needs no network, and every view that a learner can come to."""

from __future__ import annotations

import json

from clausetree.render.courses.stops import Stop, Way, stops
from clausetree.render.courses.table import to_table
from clausetree.render.html.away import NOWHERE, leading_away
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.pieces import basis_sentence, prose_box
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import begin
from clausetree.render.widget.view import to_view
from clausetree.tree.model import Tree
from clausetree.tree.walk import compares_answers
from clausetree.tree.wire import Procedure

MOST_STOPS = 6000
"""A course holds every stop that a learner can come to. Of a tree with more it holds less."""


def to_views(procedure: Procedure, address: str) -> str:
    """Return a JSON object of all that a course can show (see types.d.ts).

    Where two answers are compared, there are no views: stretches of answers do not say which is more.

    `address` is that of the site, which links to the policy lead to; without one they are words.
    """
    tree = procedure.tree
    if compares_answers(tree):
        return json.dumps({"way": Way.SECTIONS, "mark": "", "longest": 0, "compares": True})

    def finish(html: str) -> str:
        return leading_away(html, address)

    onward = stops(tree, Way.ONWARD, MOST_STOPS)
    whole = stops(tree, Way.WHOLE, MOST_STOPS) if onward and _may_be_whole(onward) else None
    if whole:
        return to_table(procedure, Way.WHOLE, whole, finish)
    if onward:
        return to_table(procedure, Way.ONWARD, onward, finish)
    return json.dumps({"way": Way.SECTIONS, "mark": "", "longest": 0})


def most_held(tree: Tree) -> Way:
    """Return how much of `tree` its course holds at the most; how much it does takes seconds to find out."""
    onward = None if compares_answers(tree) else stops(tree, Way.ONWARD, MOST_STOPS)
    if onward is None:
        return Way.SECTIONS
    return Way.WHOLE if _may_be_whole(onward) else Way.ONWARD


def to_page(procedure: Procedure, address: str, style_sheets: tuple[str, ...], scripts: tuple[str, ...]) -> str:
    """Return the course's page. Without scripts it is the linked sections."""
    main = element("main", to_body(procedure, address), class_="prose course", id="main")
    page = element(
        "html",
        element("head", _head(procedure.tree, style_sheets, scripts)),
        element("body", element("div", main, class_="frame")),
        lang="en",
    )
    return f"<!doctype html>\n{page}\n"


def to_body(procedure: Procedure, address: str) -> Html:
    """Return all that the course's page shows. Its scripts put the conversation into `.ct-live`."""
    return Html(leading_away(_body(procedure), address))


def _may_be_whole(onward: list[Stop]) -> bool:
    # Each answer that can be changed is a stop more: where those are too many, none need be looked for.
    return sum(1 + len(stop.changes) for stop in onward) <= MOST_STOPS


def _head(tree: Tree, style_sheets: tuple[str, ...], scripts: tuple[str, ...]) -> Html:
    return joined(
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width,initial-scale=1">'),
        element("title", tree.title.text),
        *(Html(f'<link rel="stylesheet" href="{name}">') for name in style_sheets),
        *(element("script", src=name, defer=True) for name in scripts),
    )


def _body(procedure: Procedure) -> Html:
    tree = procedure.tree
    return joined(
        element("h1", tree.title.text),
        prose_box(procedure, tree.about, "ct-about", NOWHERE),
        element(
            "div",
            element("div", _first_view(procedure), class_="ct-live"),
            element("p", class_="ct-status", role="status"),
            class_="ct-tree",
            hidden=True,
        ),
        basis_sentence(procedure),
        element("section", element("h2", "Every question, step and outcome"), to_html(procedure, NOWHERE)),
    )


def _first_view(procedure: Procedure) -> Html:
    return to_view(procedure, begin(procedure.tree, {}), NOWHERE).html
