"""A tree whose clauses get new words is to be reviewed, until somebody accepts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.publish.sources.procedures import load_procedures
from clausetree.publish.sources.reviews import load_reviews
from clausetree.report.text import to_text
from clausetree.tree.review.reviews import Reviews
from tests.history.desk import Desk, text_of
from tests.history.living_site import TREE, build, set_up


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    set_up(desk)
    desk.live_through("1.0")
    return desk


def reviews(desk: Desk) -> Reviews:
    registry = desk.policies.registry
    procedures = load_procedures(desk.folder / "trees", registry)
    return load_reviews(desk.folder / "trees.lock", desk.folder / "trees", procedures, registry)


def changed(desk: Desk) -> list[str]:
    return [relied.key for relied in reviews(desk).of["lost-equipment"].changed]


def test_a_new_tree_is_recorded_with_the_version_that_it_was_drawn_from(desk: Desk) -> None:
    assert changed(desk) == []
    assert reviews(desk).diagnostics == ()


def test_new_words_make_the_tree_one_to_be_reviewed_until_it_is_accepted(desk: Desk) -> None:
    desk.live_through("1.1")
    assert changed(desk) == []
    desk.live_through("2.0")
    assert changed(desk) == ["c1-1", "c1-5"]
    code, said = desk.run("trees", "accept")
    assert code == 0
    assert said == (
        "No tree was waiting to be recorded.\n"
        "To be reviewed: the tree lost-equipment, because of new words in clause 1.1, clause 1.6. "
        "When it is right, run `clausetree trees accept lost-equipment`.\n"
    )
    assert desk.run("trees", "accept", "lost-equipment")[0] == 0
    assert changed(desk) == []


def test_the_build_and_the_page_say_so_and_the_build_goes_on(desk: Desk, tmp_path: Path) -> None:
    desk.live_through("1.1", "2.0")
    code, said = build(desk, tmp_path / "site")
    assert code == 0, said
    assert "To be reviewed: the tree lost-equipment" in said
    page = (tmp_path / "site" / "trees" / "lost-equipment" / "index.html").read_text(encoding="utf-8")
    assert "This procedure is to be reviewed." in page
    assert 'href="../../policy/borrowing/#c1-5"' in page
    desk.run("trees", "accept", "lost-equipment")
    code, said = build(desk, tmp_path / "site")
    assert "To be reviewed" not in said
    page = (tmp_path / "site" / "trees" / "lost-equipment" / "index.html").read_text(encoding="utf-8")
    assert "to be reviewed" not in page


def test_an_item_of_a_cited_clause_and_the_words_that_lead_to_a_cited_item_count(desk: Desk) -> None:
    tree = desk.folder / "trees" / "lost-equipment.tree"
    tree.write_text(TREE.replace("(c1-5)", "(1.4b)"), encoding="utf-8")
    desk.run("trees", "accept", "lost-equipment")
    desk.put(text_of("1.0").replace("If equipment is lost", "If anything is lost"))
    assert changed(desk) == ["c1-4"]
    tree.write_text(TREE.replace("(c1-5)", "(1.4)"), encoding="utf-8")
    desk.put(text_of("1.0"))
    desk.run("trees", "accept", "lost-equipment")
    desk.put(text_of("1.0").replace("the same day", "the next day"))
    assert changed(desk) == ["c1-4-a"]


def test_a_new_citation_is_reported_until_it_is_recorded(desk: Desk) -> None:
    tree = desk.folder / "trees" / "lost-equipment.tree"
    tree.write_text(TREE.replace("(c1-5)", "(c1-5, 1.3)"), encoding="utf-8")
    (fault,) = reviews(desk).diagnostics
    assert to_text(fault) == (
        "trees/lost-equipment.tree:1:1  R102  warning: It is not recorded which words of clause 1.3 this tree "
        "was drawn from.\n"
        '   1 | tree lost-equipment "Equipment is lost"\n'
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "When the tree is right, run `clausetree trees accept lost-equipment`.\n"
    )


def test_words_that_only_got_another_anchor_were_recorded(desk: Desk) -> None:
    tree = desk.folder / "trees" / "lost-equipment.tree"
    tree.write_text(TREE.replace("(c1-5)", "(1.3)"), encoding="utf-8")
    desk.run("trees", "accept", "lost-equipment")
    desk.put(text_of("1.0").replace("{: #c1-3 }", "{: #c1-9 }"))
    assert reviews(desk).diagnostics == ()
    assert changed(desk) == []


def test_a_tree_that_is_broken_for_a_while_keeps_its_record(desk: Desk) -> None:
    tree = desk.folder / "trees" / "lost-equipment.tree"
    tree.write_text(TREE.replace("-> charge", "-> change"), encoding="utf-8")
    (desk.folder / "trees" / "other.tree").write_text(
        TREE.replace("tree lost-equipment", "tree other"), encoding="utf-8"
    )
    desk.run("trees", "accept", "other")
    tree.write_text(TREE, encoding="utf-8")
    desk.live_through("1.1", "2.0")
    assert changed(desk) == ["c1-1", "c1-5"]


def test_a_line_that_a_merge_left_is_reported(desk: Desk) -> None:
    lock = desk.folder / "trees.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "=======\n", encoding="utf-8")
    assert [d.code for d in reviews(desk).diagnostics] == ["R101"]


def test_a_tree_nobody_knows_is_not_accepted(desk: Desk) -> None:
    code, said = desk.run("trees", "accept", "lost-equipmant")
    assert (code, said) == (2, "No tree is called lost-equipmant. Did you mean lost-equipment?\n")


def test_every_tree_of_the_site_is_recorded() -> None:
    root = Path(__file__).resolve().parents[3]
    site = Desk(root)
    registry = site.policies.registry
    found = load_reviews(
        root / "trees.lock", root / "trees", load_procedures(root / "trees", registry), registry
    )
    assert found.diagnostics == ()
