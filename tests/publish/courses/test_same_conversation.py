"""A course plays the conversation of the site: whatever is done, its table leads to what the engine shows."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from typing import Any

import pytest

from clausetree.render.courses.course import to_views
from clausetree.render.html.markup import element
from clausetree.render.tree.ranges import in_ranges
from clausetree.render.widget.conversation import ConversationState, answer, back, can_go_back, change, shown
from clausetree.render.widget.node_view import start_again, take_away
from clausetree.render.widget.view import to_view
from clausetree.tree.answers import DONE
from clausetree.tree.model import ManyOf, OneOf, Outcome, Step, Tree
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure
from tests.building import PROJECT

TREES = [
    path.stem
    for path in (PROJECT / "trees").glob("*.tree")
    if path.stem in ("messaging", "court-ordered-access", "evidence")
]
TREES += ["many-of-none", "numbers-and-dates", "steps", "visiting", "conditions"]
WORDS = re.compile(r'(<dt>.*?</dt>)\s*(?:<dd(?: data-said="[^"]+")?>.*?</dd>\s*)*(?=<dd class="ct-change")')


class Player:
    """Looks everything up in a table, as the script of a course does."""

    def __init__(self, made: dict[str, Any]) -> None:
        self.made, self.at = made, 0

    @property
    def stop(self) -> list[Any]:
        stop: list[Any] = self.made["stops"][self.at]
        return stop

    @property
    def html(self) -> str:
        return "".join(self.made["pieces"][number] for number in self.stop[1])

    def answer(self, picked: set[str]) -> None:
        asked = self.made["asked"][self.stop[0]]
        kinds = {asked["kinds"][option] for option in picked}
        self.at = self.stop[7][" ".join(sorted(kinds - {asked["weak"]} or kinds))]


def bare(html: str) -> str:
    """What is left of a view without what the script of a course puts in."""
    plain = html.replace(' target="_blank" rel="noopener"', "").replace(" checked", "")
    return WORDS.sub(lambda row: row[1], plain)


def an_answer(tree: Tree, state: ConversationState, chance: random.Random) -> tuple[str, ...]:
    node = shown(tree, state)
    match node:
        case OneOf():
            return (chance.choice(node.options).id,)
        case ManyOf() if node.none and chance.random() < 0.2:
            return (node.none.id,)
        case ManyOf():
            some = [choice.id for choice in node.choices if chance.random() < 0.5]
            return tuple(some or [chance.choice(node.choices).id])
        case Step():
            return tuple(DONE)
        case _:
            raise AssertionError("nothing is asked here")


@pytest.mark.parametrize("name", TREES)
def test_whatever_a_learner_does_a_course_shows_what_the_site_shows(
    name: str, all_procedures: tuple[Procedure, ...]
) -> None:
    procedure = next(one for one in all_procedures if one.tree.id == name)
    procedure = replace(procedure, tree=in_ranges(procedure.tree))
    tree, made = procedure.tree, json.loads(to_views(procedure, ""))
    assert made["way"] == "whole"
    for seed in range(15):
        chance, player, state = random.Random(seed), Player(made), ConversationState()
        for _ in range(25):
            node = shown(tree, state)
            own = str(to_view(procedure, state, "{root}").html)
            own = own.replace(take_away(tree, state), element("div", start_again(), class_="ct-buttons"))
            words = re.sub(r'<a href="\{root\}[^"]*"[^>]*>(.*?)</a>', r"\1", own, flags=re.DOTALL)
            assert bare(player.html) == bare(words)
            questions = [q for q in walk(tree, state.answers).answers if q != node.id]
            again = [q for q in questions if not isinstance(tree.node(q), Step)]
            doing = chance.random()
            if doing < 0.25 and can_go_back(tree, state):
                state, player.at = back(tree, state), player.stop[5]
            elif (doing < 0.45 or isinstance(node, Outcome)) and again:
                question = chance.choice(again)
                state, player.at = change(tree, state, question), player.stop[6][question]
            elif isinstance(node, Outcome):
                state, player.at = ConversationState(), 0
            else:
                given = an_answer(tree, state, chance)
                state = answer(tree, state, node.id, given)
                player.answer(set(given))
