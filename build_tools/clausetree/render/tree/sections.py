"""A tree as linked sections, which need nothing but a browser that shows HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from clausetree.render.html.ids import section_id
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.back import to_count, ways
from clausetree.render.tree.cases import case_table
from clausetree.render.tree.phrasing import (
    STOP_HERE,
    condition_phrase,
    kind_of,
    slug_of,
    title_of,
    unsure_words,
)
from clausetree.render.tree.pieces import (
    cited_by,
    duty_groups,
    meanings,
    next_trees,
    note_boxes,
    prose_box,
    turn_to,
    why,
)
from clausetree.render.tree.totals import point_sentences, points_phrase
from clausetree.render.tree.what_to_do import what_to_do
from clausetree.tree.again import folded
from clausetree.tree.answers import offered
from clausetree.tree.model import (
    Choice,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Option,
    Outcome,
    Question,
    Route,
    Step,
    Tree,
    Visit,
)
from clausetree.tree.totals import adding_to
from clausetree.tree.wire import Procedure


def to_html(procedure: Procedure, root: str) -> Html:
    """Return one section a node, in the tree's order. `root` leads from the page to the site's.

    Raises `AssertionError` for a tree that visits another: its nodes stand in the visit's place before.
    """
    procedure = replace(procedure, tree=folded(procedure.tree))
    sections = [_section(procedure, node, root) for node in procedure.tree.nodes]
    return element("div", *sections, class_="ct-all")


def start_link(procedure: Procedure, root: str) -> Html:
    """Return the link to the section where the reader begins: a page with the widget may lack the sections."""
    tree = procedure.tree
    start = f"{root}trees/{tree.id}/#{section_id(tree, tree.start)}"
    return element("p", element("a", "Start here", href=start, class_="ct-start"))


def _section(procedure: Procedure, node: Node, root: str) -> Html:
    own = section_id(procedure.tree, node.id)
    title = title_of(node) if isinstance(node, Route) else Html(node.title.html)
    return element(
        "section",
        element("p", kind_of(node), class_="ct-kind"),
        element(
            "h3",
            title,
            id=f"{own}--title",
            class_="ct-heading",
            # Nobody looks for a route: its title says nothing by itself.
            data_search_exclude=isinstance(node, Route),
        ),
        *_node_body(procedure, node, root),
        id=own,
        class_=f"ct-node ct-{slug_of(node)}",
    )


def _node_body(procedure: Procedure, node: Node, root: str) -> Iterator[Html | None]:
    match node:
        case OneOf():
            yield prose_box(procedure, node.help, "ct-help", root)
            yield _link_list(_option_links(procedure, node))
            yield from _to_count(procedure.tree, node)
            yield _to_add(procedure.tree, node)
            yield why(procedure, node.cites, root, "Why this is asked")
        case ManyOf():
            yield prose_box(procedure, node.help, "ct-help", root)
            yield element("p", "More than one answer can apply. Note those that do:")
            choices = (element("li", Html(o.wording.html), _points(procedure.tree, o)) for o in offered(node))
            unsure = element("li", Html(unsure_words(node, node.unsure).html)) if node.unsure else None
            yield element("ul", *choices, unsure, class_="ct-choices")
            yield _to_add(procedure.tree, node)
            yield from _links_onward(procedure, node, node.goes_to)
            yield why(procedure, node.cites, root, "Why this is asked")
        case Measure():
            yield prose_box(procedure, node.help, "ct-help", root)
            yield element("p", f"{what_to_do(node)}. Note it down.")
            yield element("p", Html(unsure_words(node, node.unsure).html)) if node.unsure else None
            yield _to_add(procedure.tree, node)
            yield from _links_onward(procedure, node, node.goes_to)
            yield why(procedure, node.cites, root, "Why this is asked")
        case Step():
            yield from note_boxes(procedure, node.notes, root, None)
            yield from duty_groups(procedure, node.duties, root, 4)
            yield meanings(procedure.tree, node)
            yield turn_to(procedure.tree, node, None)
            if node.waits:
                yield element("p", f"{STOP_HERE} Note down your answers, and this place.", class_="ct-stop")
            if node.ends:
                words = f"“{node.ends.title}” ends here. Note down with what: “{node.title.text}”."
                yield element("p", words)
            yield _to_add(procedure.tree, node)
            yield from _links_onward(procedure, node, node.goes_to)
            yield why(procedure, cited_by(node), root, "What the policy says")
        case Route():
            if node.columns:
                yield case_table(procedure.tree, node)
            else:
                yield element("p", "It depends on what you answered before.")
                yield _link_list(_branches(procedure, node))
            yield from _to_count(procedure.tree, node)
            yield meanings(procedure.tree, node)
        case Outcome():
            yield from note_boxes(procedure, node.notes, root, None)
            yield from duty_groups(procedure, node.duties, root, 4)
            yield meanings(procedure.tree, node)
            yield turn_to(procedure.tree, node, None)
            yield next_trees(node, root)
            yield why(procedure, cited_by(node), root, "What the policy says")
        case Visit():
            raise AssertionError("the other tree's nodes stand in its place")
        case _:
            assert_never(node)


def _option_links(procedure: Procedure, node: OneOf) -> Iterator[Html]:
    for option in node.options:
        words = joined(Html(option.wording.html), _points(procedure.tree, option))
        yield from _links_to(procedure, node, option.goes_to, words)
    if node.unsure:
        words, counted = Html(unsure_words(node, node.unsure).html), node.unsure.counts_as
        for option in node.options:
            if option.id in counted:
                said = joined(words, _points(procedure.tree, option))
                yield from _links_to(procedure, node, option.goes_to, said)


def _branches(procedure: Procedure, route: Route) -> Iterator[Html]:
    for branch in route.branches:
        words = f"If {condition_phrase(procedure.tree, branch.when)}"
        yield from _links_to(procedure, route, branch.goes_to, words)
    if route.otherwise:
        yield from _links_to(procedure, route, route.otherwise, "In every other case")


def _link_list(links: Iterator[Html]) -> Html:
    return element("ul", *(element("li", link) for link in links), class_="ct-options")


def _links_to(procedure: Procedure, node: Node, target: str, words: str) -> Iterator[Html]:
    """Yield the link that a line of a node is, and, where it leads back, the one to where it leads then."""
    for to, times in ways(procedure.tree, node.id, target):
        yield _link_to(procedure, to, joined(words, f" ({times})" if times else None))


def _to_count(tree: Tree, node: Node) -> Iterator[Html]:
    yield from (element("p", words, class_="ct-again") for words in to_count(tree, node.id))


def _link_to(procedure: Procedure, target: str, words: str) -> Html:
    return element("a", words, href=f"#{section_id(procedure.tree, target)}", class_="ct-go")


def _links_onward(procedure: Procedure, node: Node, target: str) -> Iterator[Html]:
    for to, times in ways(procedure.tree, node.id, target):
        title = title_of(procedure.tree.node(to))
        words = joined("Go on", f" ({times})" if times else None, ": ", title)
        yield element("p", _link_to(procedure, to, words))
    yield from _to_count(procedure.tree, node)


def _points(tree: Tree, option: Option | Choice) -> Html | None:
    words = points_phrase(tree, option.adds)
    return element("span", f" ({words})", class_="ct-points") if words else None


def _how_to_add(tree: Tree) -> str:
    if len(tree.totals) > 1:
        return "Note down the points, and add up each total by itself. Each begins at 0."
    return "Note down the points, and add them up. You begin with 0."


def _to_add(tree: Tree, node: Question | Step) -> Html | None:
    """Return what to add up, and that a reader has to: nothing here does it for her."""
    if not adding_to(node):
        return None
    lines = [element("li", sentence) for sentence in point_sentences(tree, node)]
    return joined(
        element("ul", *lines, class_="ct-points") if lines else None,
        element("p", _how_to_add(tree), class_="ct-points"),
    )
