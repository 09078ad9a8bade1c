"""A branching scenario leads to the same outcome as the procedure, and holds what H5P lets through."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import pytest
from hypothesis import assume, given

from clausetree.history.registry import Registry
from clausetree.render.h5p.content import fits, to_files
from clausetree.render.h5p.losses import OF_EVERY_TREE, losses
from clausetree.render.html.reader import Opened, read_pieces
from clausetree.render.tree.ranges import in_ranges
from clausetree.report.source import Source
from clausetree.tree.answers import meant, offered
from clausetree.tree.model import ManyOf, OneOf, Outcome, Tree
from clausetree.tree.procedures import Procedures, procedures_of
from clausetree.tree.walk import Walk, compares_answers, paths
from clausetree.tree.wire import Procedure
from tests.building import PROJECT
from tests.tree.readers import VERBS
from tests.tree.small_trees import round_tree, small_tree

type Json = Mapping[str, Any]

ADDRESS = "https://policy.example.org/"
LONGEST_WAY = 200


def scenario(procedure: Procedure, address: str = ADDRESS) -> Json:
    files = to_files(procedure, address)
    made: Json = json.loads(files["content/content.json"])["branchingScenario"]
    return made


def params(screen: Json) -> Json:
    found: Json = screen["type"]["params"]
    return found


def title(screen: Json) -> str:
    return str(screen["type"]["metadata"]["title"])


def words_of(html: str) -> str:
    within = re.sub(r"</?(?:strong|em|code|a)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", within)).split())


def asked_or_read(screen: Json) -> str:
    given = params(screen)
    return str(given["branchingQuestion"]["question"] if "branchingQuestion" in given else given["text"])


class Learner:
    """Plays a scenario as H5P does, with the answers of a reader of the procedure."""

    def __init__(self, made: Json, tree: Tree, answers: Mapping[str, frozenset[str]]) -> None:
        self.screens = made["content"]
        self.picked = {
            node.title.text: {one.wording.text for one in offered(node) if one.id in answers[node.id]}
            for node in tree.nodes
            if isinstance(node, OneOf | ManyOf) and node.id in answers
        }

    def end(self) -> Json:
        """Return the last screen that she comes to."""
        at, screens = 0, 0
        while at >= 0:
            screen = self.screens[at]
            at = self.onward(screen)
            screens += 1
            assert screens < LONGEST_WAY, "nobody goes round for ever"
        return dict(screen)

    def onward(self, screen: Json) -> int:
        if "branchingQuestion" not in params(screen):
            return int(screen["nextContentId"])
        asked = params(screen)["branchingQuestion"]
        alternatives = {words_of(one["text"]): one["nextContentId"] for one in asked["alternatives"]}
        assert len(alternatives) > 1, "a question leaves a choice"
        picked = self.picked[title(screen)]
        if list(alternatives) == ["Yes", "No"] and picked.isdisjoint({"Yes", "No"}):
            choice = words_of(asked["question"]).split("Does this apply? “")[1].removesuffix("”")
            return int(alternatives["Yes" if choice in picked else "No"])
        return int(next(to for words, to in alternatives.items() if words in picked))


def end_of(path: Walk) -> Outcome:
    assert isinstance(path.at, Outcome)
    return path.at


def assert_same_outcomes(procedure: Procedure) -> None:
    tree, made = in_ranges(procedure.tree), scenario(procedure)
    for path in paths(tree):
        # Where several answers are taken, a scenario does not offer that one does not know.
        said = {name: meant(tree.node(name), answer) for name, answer in path.answers.items()}
        last = Learner(made, tree, said).end()
        outcome = end_of(path)
        assert title(last) == outcome.title.text
        due = {duty.what.text: duty in path.duties for duty in outcome.duties}
        shown = words_of(params(last)["text"])
        assert {what for what in due if what in shown} == {what for what, is_due in due.items() if is_due}


@pytest.fixture(scope="module")
def all_procedures(all_procedures: tuple[Procedure, ...]) -> tuple[Procedure, ...]:
    return tuple(procedure for procedure in all_procedures if not compares_answers(procedure.tree))


FEW_WAYS = ("court-proceedings", "evidence", "messaging", "corporate-reputation")


def test_every_way_through_a_procedure_ends_with_the_same_outcome(
    all_procedures: tuple[Procedure, ...],
) -> None:
    told_apart = [p for p in all_procedures if len({title_of(n) for n in p.tree.nodes}) == len(p.tree.nodes)]
    small = [p for p in told_apart if len(p.tree.nodes) < 9 or p.tree.id in FEW_WAYS]
    assert len(small) > 15
    for procedure in small:
        assert_same_outcomes(procedure)


def title_of(node: Any) -> str:
    return str(node.title.text if hasattr(node, "title") else node.id)


def named(text: str) -> str:
    """A made-up tree whose questions and outcomes are told apart by their words."""
    return re.sub(r'^(question|outcome) (\S+) "[^"]*"', r'\1 \2 "\2"', text, flags=re.MULTILINE)


@given(small_tree() | round_tree())
def test_every_way_through_a_made_up_tree_ends_with_the_same_outcome(text: str) -> None:
    procedures = procedures_of([Source("small.tree", named(text))], VERBS)
    assume(procedures.all)
    assume(not any(one.severity.name == "ERROR" for one in procedures.diagnostics))
    assume(not compares_answers(procedures.all[0].tree))
    assert_same_outcomes(procedures.all[0])


MANY = """\
tree packing "What to take"
    policy lone-working
    basis clauses
    start risks

question risks "What is there?"
    help
        - Look *twice*.
        - See [the list](https://example.org/list).
    many night "Darkness"
    many dogs "Dogs & “cats”"
    many stairs "Stairs"
    then -> sort

route sort
    when risks includes night and risks includes dogs -> both
    when risks includes night and not risks includes dogs -> lamp
    otherwise -> go

outcome both "Take a lamp and a friend"

outcome lamp "Take a lamp"
    must you "Take the lamp" (1.1) when risks includes stairs

outcome go "Go"
"""


@pytest.fixture
def packing(made_up: Registry) -> Procedure:
    found = procedures_of([Source("packing.tree", MANY)], made_up)
    assert found.all, found.diagnostics
    return found.all[0]


def test_a_question_of_several_answers_is_asked_one_at_a_time_until_one_applies(packing: Procedure) -> None:
    screens = scenario(packing)["content"]
    first = params(screens[0])["branchingQuestion"]
    assert first["question"] == (
        "<h2>What is there?</h2>\n<p>• Look <em>twice</em>.</p>\n<p>• See the list.</p>\n"
        "<p>Does this apply? “Darkness”</p>\n"
    )
    assert [one["text"] for one in first["alternatives"]] == ["Yes", "No"]
    none = Learner(scenario(packing), packing.tree, {"risks": frozenset()})
    way = [0]
    while len(way) < 4:
        way.append(none.onward(screens[way[-1]]))
    again = params(screens[way[-1]])["branchingQuestion"]
    assert "At least one has to apply: choose the first that does." in again["question"]
    first = {words_of(one["text"]): screens[one["nextContentId"]] for one in again["alternatives"]}
    assert {choice: words_of(asked_or_read(screen)) for choice, screen in first.items()} == {
        "Darkness": "What is there? • Look twice. • See the list. Does this apply? “Dogs & “cats””",
        "Dogs & “cats”": "What is there? • Look twice. • See the list. Does this apply? “Stairs”",
        "Stairs": "Go",
    }


def test_items_in_order_keep_their_numbers(made_up: Registry) -> None:
    ordered = MANY.replace("        - Look *twice*.\n        - See", "        3. Look *twice*.\n        4. See")
    found = procedures_of([Source("packing.tree", ordered)], made_up).all[0]
    asked = params(scenario(found)["content"][0])["branchingQuestion"]["question"]
    assert "<p>3. Look <em>twice</em>.</p>\n<p>4. See the list.</p>" in asked


def test_what_is_done_otherwise_is_said(packing: Procedure) -> None:
    assert losses(packing.tree) == [
        "“What is there?” takes several answers. They are asked about one at a time.",
    ]


def test_screens_that_nobody_can_tell_apart_are_one(packing: Procedure) -> None:
    shown = [params(screen) for screen in scenario(packing)["content"]]
    assert len(shown) == len({json.dumps(one, sort_keys=True) for one in shown})
    ends = [words_of(one["text"]) for one in shown if "text" in one and "Take a lamp" in one["text"]]
    assert sorted(ends) == [
        "Take a lamp",
        "Take a lamp You must Take the lamp clause 1.1",
        "Take a lamp and a friend",
    ]


TEXT = {"p", "strong", "em", "code", "a", "ul", "ol", "li", "h2", "h3", "br"}
QUESTION = {"p", "strong", "em", "code", "h2"}
"""What H5P's texts and questions let through, of what a tree can have."""


def test_nothing_stands_in_a_scenario_that_h5p_would_drop(all_procedures: tuple[Procedure, ...]) -> None:
    for procedure in all_procedures:
        made = scenario(procedure)
        for screen in made["content"]:
            given = params(screen)
            kept = QUESTION if "branchingQuestion" in given else TEXT
            opened = [piece for piece in read_pieces(asked_or_read(screen)) if isinstance(piece, Opened)]
            assert {piece.tag for piece in opened} <= kept
            links = [piece.attributes for piece in opened if piece.tag == "a"]
            assert all(link["target"] == "_blank" and ":" in link["href"] for link in links)
            assert len(screen["proceedButtonText"]) <= 50


def test_without_the_address_of_the_site_links_to_the_policy_are_words(procedures: Procedures) -> None:
    evidence = procedures.find("evidence")
    assert evidence
    text = json.dumps(scenario(evidence, "")["content"], ensure_ascii=False)
    assert "clause 2.10" in text
    assert "href" not in text


def test_the_package_is_described_as_h5p_asks_for(all_procedures: tuple[Procedure, ...]) -> None:
    for procedure in all_procedures:
        files = to_files(procedure, ADDRESS)
        about = json.loads(files["h5p.json"])
        assert re.fullmatch(r".{1,255}", about["title"])
        assert re.fullmatch(r"[-a-zA-Z]{1,10}", about["language"])
        assert set(about["embedTypes"]) <= {"iframe", "div"}
        needed = {
            f"{d['machineName']} {d['majorVersion']}.{d['minorVersion']}"
            for d in about["preloadedDependencies"]
        }
        used = {screen["type"]["library"] for screen in scenario(procedure)["content"]}
        assert used <= needed
        assert about["mainLibrary"] in {one.split()[0] for one in needed}


def test_each_screen_has_an_id_that_stays(packing: Procedure) -> None:
    ids = [screen["type"]["subContentId"] for screen in scenario(packing)["content"]]
    assert len(set(ids)) == len(ids)
    assert ids == [screen["type"]["subContentId"] for screen in scenario(packing)["content"]]
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one) for one in ids)


STEP = """\
tree going "Going"
    policy lone-working
    basis clauses
    start place

question place "Where?"
    option farm "A farm" -> told
    option home "A home" -> told

step told "Tell somebody"
    must you "Tell your buddy" (1.1)
    should you "Take a torch" (1.2) when place is farm
    then -> end

outcome end "Go"
"""


def test_a_step_asks_of_a_learner_what_her_answers_ask_for(made_up: Registry) -> None:
    going = procedures_of([Source("going.tree", STEP)], made_up).all[0]
    shown = [words_of(asked_or_read(screen)) for screen in scenario(going)["content"]]
    assert shown[1:] == [
        "Tell somebody You must Tell your buddy clause 1.1 You should Take a torch clause 1.2",
        "Tell somebody You must Tell your buddy clause 1.1",
        "Go",
    ]


def test_a_tree_with_too_many_ways_is_refused(made_up: Registry) -> None:
    choices = "".join(f'    many c{at} "Choice {at}"\n' for at in range(14))
    duties = "".join(f'    must you "Do {at}" (1.1) when all includes c{at}\n' for at in range(14))
    text = (
        'tree wide "Wide"\n    policy lone-working\n    basis clauses\n    start all\n\n'
        f'question all "Which?"\n{choices}    then -> end\n\noutcome end "End"\n{duties}'
    )
    found = procedures_of([Source("wide.tree", text)], made_up)
    assert found.all, found.diagnostics
    assert not fits(found.all[0])


def test_each_procedure_of_ours_fits(procedures: Procedures) -> None:
    assert all(map(fits, procedures.all))


def test_what_no_scenario_can_say_stands_on_the_page_for_authors_of_courses() -> None:
    page = " ".join((PROJECT / "docs" / "elearning.md").read_text(encoding="utf-8").split())
    assert [line for line in OF_EVERY_TREE if f"- {line}" not in page] == []
