"""The live widget in each engine: the longest way through every tree, and every way through one."""

from __future__ import annotations

import pytest

from clausetree.tree.answers import Answer
from clausetree.tree.walk import paths
from clausetree.tree.wire import Procedure

from ..browser.engine import all_procedures, procedure_called
from ..browser.talking import talk_through
from .conversation import Conversation
from .host import Host
from .reader import Reader


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_the_longest_way_leads_to_what_the_engine_says(
    reader: Reader, host: Host, procedure: Procedure
) -> None:
    way = max(paths(procedure.tree), key=lambda way: len(way.nodes))
    conversation = Conversation.begun(reader, f"{host.address}trees/{procedure.tree.id}/")
    talk_through(conversation, procedure, way, set(), host.address)


def test_every_way_through_a_tree_leads_to_what_the_engine_says(reader: Reader, host: Host) -> None:
    procedure = procedure_called("messaging")
    conversation = Conversation.begun(reader, f"{host.address}trees/messaging/")
    clicked: set[tuple[str, Answer]] = set()
    for way in paths(procedure.tree):
        talk_through(conversation, procedure, way, clicked, host.address)
        first = conversation.start_again()
        assert (first["id"], first["answers"]) == (procedure.tree.start, [])
