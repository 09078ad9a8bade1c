"""Every path of every tree, talked through in the live widget, against the engine that runs here."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from clausetree.tree.answers import Answer
from clausetree.tree.walk import paths
from clausetree.tree.wire import Procedure

from .conftest import Witness
from .conversation import Conversation
from .engine import all_procedures
from .talking import talk_through


def test_there_are_procedures() -> None:
    assert len(all_procedures()) >= 6


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_every_path_leads_in_the_live_widget_to_what_the_engine_says(
    page: Page, site_url: str, witness: Witness, procedure: Procedure
) -> None:
    conversation = Conversation.begun(page, procedure.tree.id)
    clicked: set[tuple[str, Answer]] = set()
    for way in paths(procedure.tree):
        talk_through(conversation, procedure, way, clicked, site_url)
        first = conversation.click("Start again")
        assert (first["id"], first["answers"]) == (procedure.tree.start, [])
    witness.assert_clean()
