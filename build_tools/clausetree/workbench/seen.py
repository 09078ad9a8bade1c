"""What readers would see of a policy or a procedure as it is written now."""

from __future__ import annotations

from typing import Any

from clausetree.publish.loading.parsed_again import without_its_scenarios
from clausetree.publish.loading.reading import Reading
from clausetree.render.html.addresses import addresses_on
from clausetree.render.policy.clause_tools import notes_of_use
from clausetree.render.policy.page import to_page
from clausetree.render.policy.uses import uses_of
from clausetree.render.tree.outline import to_outline_html
from clausetree.render.tree.picture.drawn import Draw, parts_drawn
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import ConversationState
from clausetree.render.widget.view import to_view, view_data
from clausetree.tree.wire import Procedure, to_wire


def tree_seen(reading: Reading, tree: str, root: str) -> dict[str, Any] | None:
    """Return the first question, the list and the sections of a tree; None where it is not sound.

    `root` leads from the page that shows them to the site's root.
    """
    procedure = walkable(reading, tree)
    if procedure is None:
        return None
    wire = to_wire(procedure)
    return {
        "title": procedure.tree.title.text,
        "wire": wire.text,
        "first": view_data(to_view(procedure, ConversationState(), root)),
        "list": str(to_outline_html(procedure.tree)),
        "sections": str(to_html(procedure, root)),
        "digest": wire.digest,
    }


def tree_drawn(reading: Reading, tree: str, draw: Draw) -> list[str] | None:
    """Return the SVG of each part of a tree's flowchart; None where the tree is not sound."""
    procedure = walkable(reading, tree)
    return None if procedure is None else parts_drawn(procedure.tree, draw)


def policy_seen(reading: Reading, path: str, root: str, language: str) -> str | None:
    """Return the words of the policy in the file `path`, from the folder of pages; None where there is none."""
    policy = reading.policies.pages.get(path)
    if policy is None:
        return None
    notes = notes_of_use(uses_of(policy, reading.procedures, root))
    return to_page(policy, notes, addresses_on(path), language)


def walkable(reading: Reading, tree: str) -> Procedure | None:
    """Return a tree that can be walked; None where it is not sound.

    A scenario that does not hold is mended by whoever sees where its answers lead now.
    """
    return reading.procedures.find(tree) or without_its_scenarios(reading, tree)
