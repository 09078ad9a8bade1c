"""Every path of every tree, by plain links with scripts switched off, against the engine that runs here.

A link in a section leads to the same place whatever was said before it: each is followed once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from playwright.sync_api import Browser

from clausetree.tree.condition import facts
from clausetree.tree.model import (
    ManyOf,
    Measure,
    Node,
    OneOf,
    Outcome,
    Picked,
    Route,
    Step,
    Tree,
    Visit,
    duties,
)
from clausetree.tree.truth import is_true
from clausetree.tree.walk import Walk, applies, paths
from clausetree.tree.wire import Procedure

from .conftest import Witness
from .conversation import Stop, assert_due, follow
from .engine import Line, all_procedures, checklist, in_order, title, wordings


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_every_path_leads_by_plain_links_to_what_the_engine_says(
    browser: Browser, site_url: str, witness: Witness, procedure: Procedure
) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    witness.watch(context)
    page = context.new_page()

    @cache
    def led_to(section: str, words: str) -> Stop:
        page.goto(f"trees/{procedure.tree.id}/#{section}")
        return follow(page, words)

    for way in paths(procedure.tree):
        _follow_links(led_to, procedure, way, site_url)
    context.close()
    witness.assert_clean()


def _follow_links(led_to: Callable[[str, str], Stop], procedure: Procedure, way: Walk, site_url: str) -> None:
    """Go the whole way by the words of links, and gather the duties that its sections lay down."""
    found: list[Line] = []
    shown = led_to("", "Start here")
    for node, onward in zip(way.nodes, way.nodes[1:], strict=False):
        found += _laid_down(shown, procedure, way, node, site_url)
        assert shown["heading"] == title(node)
        shown = led_to(shown["id"], _link_onward(shown, procedure.tree, way, node))
        assert shown["id"] == f"{procedure.tree.id}--{onward.id}"
    assert (shown["kind"], shown["heading"]) == ("Outcome", title(way.at))
    found += _laid_down(shown, procedure, way, way.at, site_url)
    expected = checklist(procedure, way.duties, site_url)
    assert all(line in expected for line in found)
    assert all(line in found for line in expected)


def _laid_down(shown: Stop, procedure: Procedure, way: Walk, node: Node, site_url: str) -> list[Line]:
    """Return what a reader of a section, who knows her answers, takes to be laid down on her."""
    laid = in_order(procedure.tree, duties(node))
    assert_due(shown, checklist(procedure, laid, site_url))
    assert [words.startswith("If ") for words in shown["conditions"]] == [bool(duty.when) for duty in laid]
    return [line for line, duty in zip(shown["due"], laid, strict=True) if applies(duty, way.answers)]


def _link_onward(shown: Stop, tree: Tree, way: Walk, node: Node) -> str:
    """Return the words of the link that a reader with these answers takes."""
    match node:
        case OneOf():
            assert shown["links"] == wordings(node)
            return wordings(node, way.answers[node.id])[0]
        case ManyOf() | Step():
            assert shown["options"] == wordings(node)
            assert shown["links"] == [f"Go on: {title(tree.node(node.goes_to))}"]
            return shown["links"][0]
        case Route():
            return _open_branch(shown, tree, way, node)
        case Measure() | Visit() | Outcome():
            raise AssertionError("no tree of ours has a way on like this")


def _open_branch(shown: Stop, tree: Tree, way: Walk, route: Route) -> str:
    """Return the words of the one way that is open, having read that each names what it depends on."""
    assert len(shown["links"]) == len(route.branches) + (route.otherwise is not None)
    held: list[str] = []
    for words, branch in zip(shown["links"], route.branches, strict=False):
        named = [
            wordings(tree.node(f.question), frozenset({f.option}))[0]
            for f in facts(branch.when)
            if isinstance(f, Picked)
        ]
        assert words.startswith("If ")
        assert all(f"“{name}”" in words for name in named)
        held += [words] if is_true(branch.when, way.answers) else []
    if route.otherwise and not held:
        held = ["In every other case"]
    assert held == held[:1]
    return held[0]
