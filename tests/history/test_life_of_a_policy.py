"""A policy over three versions: insert, renumber, split, merge, withdraw, reword."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.history.event import ChangeKind
from clausetree.history.former_references import FormerReference
from clausetree.history.lock_file import write_lock

from .desk import ANSWERS, VERSIONS, Desk, text_of
from .living_site import TREE, set_up


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_each_version_did_to_each_anchor_what_its_author_did(desk: Desk) -> None:
    desk.live_through(*VERSIONS)
    first, second, third = desk.archive.lock.history("borrowing").releases
    assert {event.kind for event in first.events} == {ChangeKind.ADDED}
    assert {(e.kind.value, e.anchor, e.number) for e in second.events} == {
        ("added", "c1-2-from-1-1", "1.2"),
        ("amended", "c1-2", "1.3"),
        ("added", "c1-4-from-1-1", "1.4"),
        ("renumbered", "c1-3", "1.5"),
        ("renumbered", "c1-4", "1.6"),
        ("renumbered", "c1-4-a", "1.6(a)"),
        ("renumbered", "c1-4-b", "1.6(b)"),
        ("renumbered", "c1-5", "1.7"),
        ("renumbered", "c1-6", "1.8"),
        ("amended", "approved", None),
    }
    assert {(e.kind.value, e.anchor, e.successors) for e in third.events} == {
        ("amended", "c1-1", ()),
        ("amended", "c1-5", ()),
        ("withdrawn", "c1-4", ()),
        ("withdrawn", "c1-4-a", ()),
        ("withdrawn", "c1-4-b", ()),
        ("withdrawn", "c1-6", ("c1-5",)),
        ("amended", "approved", ()),
    }


def test_every_anchor_of_every_version_stands_or_says_what_became_of_it(desk: Desk) -> None:
    desk.live_through(*VERSIONS)
    past = desk.archive.past("borrowing")
    standing = {clause.anchor for clause in desk.policies.pages["policy/borrowing.md"].clauses}
    records = past.history.records()
    for copy in past.copies.values():
        for clause in copy.clauses:
            assert (clause.anchor in standing) != bool(records[clause.anchor].withdrawn)
    assert records["c1-6"].withdrawn == "2.0"
    found = past.last_words("c1-6")
    assert found is not None
    assert (found[0], found[1].text) == ("1.1", "Cables must be coiled before equipment comes back.")


def test_accepting_a_version_changes_no_line_and_no_copy_of_an_earlier_one(desk: Desk) -> None:
    lines: list[str] = []
    copies: dict[Path, bytes] = {}
    for version in VERSIONS:
        desk.put_version(version)
        desk.accept(*ANSWERS[version])
        now = (desk.folder / "clauses.lock").read_text(encoding="utf-8").splitlines()
        assert now[: len(lines)] == lines
        assert all(path.read_bytes() == content for path, content in copies.items())
        lines = now
        copies = {p: p.read_bytes() for p in (desk.folder / "released").rglob("*") if p.is_file()}
    assert len(copies) == 12


def test_the_lock_is_read_back_as_it_was_written(desk: Desk) -> None:
    desk.live_through(*VERSIONS)
    text = (desk.folder / "clauses.lock").read_text(encoding="utf-8")
    assert write_lock(desk.archive.lock) == text
    assert desk.archive.diagnostics == ()


def test_a_renumbered_clause_with_its_old_anchor_is_no_longer_warned_about(desk: Desk) -> None:
    desk.live_through("1.0", "1.1")
    assert desk.policies.diagnostics == ()


def test_a_merge_of_two_branches_of_two_policies_needs_no_hand(desk: Desk) -> None:
    """What git's union merge makes of two branches that each accepted a policy of their own."""
    desk.live_through("1.0")
    mine = (desk.folder / "clauses.lock").read_text(encoding="utf-8")
    theirs = mine.replace("borrowing 1.0", "lending 1.0")
    merged = mine + theirs
    (desk.folder / "clauses.lock").write_text(merged, encoding="utf-8")
    assert set(desk.archive.lock.histories) == {"borrowing", "lending"}
    assert {d.code for d in desk.archive.diagnostics} <= {"L134"}


def test_an_author_who_shifted_every_anchor_gets_them_put_back(desk: Desk) -> None:
    """The usual slip: a clause is inserted, and every number is changed together with its anchor."""
    desk.live_through("1.0")
    text = text_of("1.0").replace('"1.0"', '"1.1"')
    for number in (6, 5, 4, 3):
        text = text.replace(f"1.{number} ", f"1.{number + 1} ").replace(f"#c1-{number}", f"#c1-{number + 1}")
    new = "1.3 Equipment stays in its case on the way.\n{: #c1-3 }\n\n1.4 You must not lend"
    desk.put(text.replace("1.4 You must not lend", new))
    code, said = desk.run("clauses", "accept")
    assert code == 1
    assert "The words published as `c1-3` (clause 1.3) stand under `c1-4` now." in said
    said = desk.accept("--put-back")
    assert "Wrote `c1-3` for `c1-4`" in said
    clauses = {c.number: c.anchor for c in desk.policies.pages["policy/borrowing.md"].clauses}
    assert clauses["1.3"] == "c1-3-from-1-1"
    assert (clauses["1.4"], clauses["1.5(a)"], clauses["1.7"]) == ("c1-3", "c1-4-a", "c1-6")
    assert desk.run("clauses", "check")[0] == 0


def test_a_draft_shows_the_trees_that_it_would_break_before_anything_is_published(desk: Desk) -> None:
    set_up(desk)
    desk.live_through("1.0", "1.1")
    (desk.folder / "trees" / "lost-equipment.tree").write_text(
        TREE.replace("(c1-5)", "(1.8)"), encoding="utf-8"
    )
    desk.put_version("2.0")
    code, said = desk.run("clauses", "compare")
    assert code == 0
    withdrawn = said.partition("Clause 1.8 of version 1.1: withdrawn  (#c1-6)")[2].partition("\n\n")[0]
    assert "Trees to review: Equipment is lost" in withdrawn
    assert "Trees to review: Equipment is lost" in said.partition("(#c1-1)")[2].partition("\n\n")[0]


def test_a_tree_that_cites_what_is_gone_is_led_to_what_took_its_place(desk: Desk) -> None:
    desk.live_through(*VERSIONS)
    registry = desk.policies.registry
    assert registry.former("borrowing", "c1-6") == FormerReference("2.0", ("1.6",))
    assert registry.former("borrowing", "1.8") == FormerReference("2.0", ("1.6",))
    assert registry.former("borrowing", "1.6 (a)") == FormerReference("2.0", ())
    assert registry.former("borrowing", "1.9") is None
    assert registry.former("lending", "1.8") is None
