"""Back, and forward again, at every step of every path, in the live widget and in the engine that runs here.

A step with the same answers behind it is the same on every path that shares them: each is tried once.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from clausetree.tree.model import Step
from clausetree.tree.wire import Procedure

from .engine import all_procedures
from .twins import State, Twins, states, to_state

pytestmark = pytest.mark.usefixtures("clean")


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_back_shows_the_answer_given_and_continue_leads_forward_again(page: Page, procedure: Procedure) -> None:
    twins = Twins(page, procedure.tree.id)
    tried = [state for state in states(procedure) if state.answers]
    assert len(tried) > len(procedure.tree.nodes)
    for state in tried:
        _back_and_forth(twins, state)


def _back_and_forth(twins: Twins, state: State) -> None:
    last = list(state.answers)[-1]
    given = sorted(state.answers[last])
    picked = [] if isinstance(twins.procedure.tree.node(last), Step) else given
    here, before, again = twins.do(
        to_state(twins.procedure, state),
        {"do": "back"},
        {"do": "answer", "node": last, "picked": picked},
    )
    assert (here["node"], again["node"]) == (state.node.id, state.node.id)
    assert (before["node"], sorted(before["picked"])) == (last, picked)
    assert here["kept"] == before["kept"] == again["kept"]
