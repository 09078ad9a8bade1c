"""Whoever follows the arrows of a flowchart by their words comes where her answers lead."""

from __future__ import annotations

import re

from hypothesis import assume, given

from clausetree.render.tree.picture.flow import to_flow
from clausetree.tree.model import Outcome, Route, Tree
from tests.tree.readers import everybody_ends, journeys, read
from tests.tree.small_trees import round_tree, small_tree

from .flow_reader import boxes_met


@given(small_tree() | round_tree())
def test_every_reader_comes_where_her_answers_lead(text: str) -> None:
    tree = _told_apart(text)
    assume(everybody_ends(tree))
    flow = to_flow(tree)
    drawn = {box.node for box in flow.boxes if box.kind == "route" and not box.before}
    for way, said in journeys(tree):
        if isinstance(tree.node(way[-1]), Outcome):
            met = [node for node in way if not isinstance(tree.node(node), Route)]
            assert [node for node in boxes_met(flow, tree, dict(said)) if node not in drawn] == met


def _told_apart(text: str) -> Tree:
    """Return a tree in which no two nodes and no two choices are called alike."""
    text = re.sub(r'^(question|step|wait|outcome) (\S+) "([^"]*)"', r'\1 \2 "\3 \2"', text, flags=re.MULTILINE)
    text = re.sub(r'^    none (\S+) "None"', r'    none \1 "None \1"', text, flags=re.MULTILINE)
    return read(text)[1]
