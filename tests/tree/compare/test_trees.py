"""What differs between two versions of a tree, in the sentences that a policy owner signs off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import get_args

import pytest

from clausetree.history.registry import Registry
from clausetree.render.review.compared import Section, to_comparison
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.compare import changes
from clausetree.tree.compare.changes import Change, Reworded
from clausetree.tree.compare.trees import compare
from clausetree.tree.model import Outcome, Prose, Role, Step, Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.procedures import Procedures, tree_source
from clausetree.tree.strength import Strength
from clausetree.tree.wording import to_diagnostic

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "compare"
AFTER = sorted(path for path in FOLDER.rglob("*.tree") if path.stem != "before")


def version(path: Path, made_up: Registry) -> Tree:
    source = tree_source(path.stem, path.read_bytes())
    syntax, problems = parse_tree(source)
    assert syntax
    tree, found = check_tree(syntax, made_up, {"words": "Words"})
    errors = [to_diagnostic(problem, source) for problem in (*problems, *found)]
    assert tree, "\n".join(map(to_text, errors))
    return tree


@pytest.mark.parametrize("after", AFTER, ids=lambda path: f"{path.parent.stem}-{path.stem}")
def test_the_differences_are_said_exactly_so(
    after: Path, made_up: Registry, is_as_written: Callable[[str, Path], None]
) -> None:
    old, new = version(after.with_name("before.tree"), made_up), version(after, made_up)
    is_as_written(to_comparison(old, new, compare(old, new)), after.with_suffix(".txt"))


def _who_does_not_know(made_up: Registry) -> list[Change]:
    old = version(FOLDER / "who-does-not-know.tree", made_up)
    return compare(old, version(FOLDER / "who-does-not-know-otherwise.tree", made_up))


def _going_back(made_up: Registry) -> list[Change]:
    old = version(FOLDER / "going-back.tree", made_up)
    return compare(old, version(FOLDER / "going-back-otherwise.tree", made_up))


def test_how_often_readers_go_back_is_told_with_whom_it_sends_elsewhere(made_up: Registry) -> None:
    old = version(FOLDER / "going-back.tree", made_up)
    new = version(FOLDER / "going-back-otherwise.tree", made_up)
    assert to_comparison(old, new, _going_back(made_up)) == (
        "Ringing\n\nWhere answers lead\n"
        "- The question “Did she answer?” led back up to 3 times, then to the outcome “Go and look”, "
        "and leads back up to 2 times, then to the outcome “She is back” now.\n"
        "- Readers who answer “No” to “Did she answer?”; “No” to “Did she answer?” (the second time); "
        "“Yes, and she needs help” to “Did she answer?” (the third time) (and those who answer in 1 other way) "
        "ended at the outcome “Go and look”, and end at the outcome “She is back” now.\n"
        "\nDuties\n"
        "- Readers who answer “No” to “Did she answer?”; “No” to “Did she answer?” (the second time); "
        "“Yes, and she needs help” to “Did she answer?” (the third time) (and those who answer in 1 other way) "
        "do not meet this any more: You must “Tell your buddy” (clause 1.1).\n"
    )


def test_what_not_knowing_counts_as_is_told_with_whom_it_sends_elsewhere(made_up: Registry) -> None:
    old = version(FOLDER / "who-does-not-know.tree", made_up)
    new = version(FOLDER / "who-does-not-know-otherwise.tree", made_up)
    said = to_comparison(old, new, _who_does_not_know(made_up))
    assert (
        "The question “Where is the visit?” has another answer for who does not know. "
        "Before: I do not know (counts as “At somebody's home”). "
        "Now: I do not know (counts as “At our office”)." in said
    )
    assert (
        "Readers who answer “I do not know (counts as “At somebody's home”)” to “Where is the visit?”" in said
    )
    assert "ended at the outcome “You are ready”, and end at the outcome “Nothing more to do” now." in said


def test_every_kind_of_change_has_a_case(made_up: Registry) -> None:
    kinds = {
        kind for kind in vars(changes).values() if is_dataclass(kind) and kind.__module__ == changes.__name__
    }
    assert kinds == set(get_args(Change)), "the union is closed"
    old = {folder: version(folder / "before.tree", made_up) for folder in {after.parent for after in AFTER}}
    found = {type(change) for after in AFTER for change in compare(old[after.parent], version(after, made_up))}
    found |= {type(change) for change in _who_does_not_know(made_up)}
    found |= {type(change) for change in _going_back(made_up)}
    assert found == kinds
    said = "".join(after.with_suffix(".txt").read_text(encoding="utf-8") for after in AFTER)
    assert all(f"\n{section.value}\n" in said for section in Section)
    for word in ("New:", "Dropped:", "Weakened:", "Strengthened:", "Turned round:", "Changed:"):
        assert f"\n- {word} " in said


def test_a_tree_does_not_differ_from_itself(procedures: Procedures, examples: Procedures) -> None:
    for procedure in (*procedures.all, *examples.all):
        assert compare(procedure.tree, procedure.tree) == []


def test_renamed_roles_are_told_in_the_order_in_which_the_tree_introduces_them(made_up: Registry) -> None:
    tree = version(FOLDER / "before.tree", made_up)
    ids = ["warden", "buddy", "nurse", "trustee", "cook", "driver"]
    before, after = (
        replace(tree, roles=tuple(Role(role, Prose(f"{word} {role}", "")) for role in ids))
        for word in ("The", "Your")
    )
    told = [change.after for change in compare(before, after) if isinstance(change, Reworded)]
    assert told == [f"Your {role}" for role in ids]


def test_every_duty_that_is_taken_out_or_weakened_is_spoken_of(procedures: Procedures) -> None:
    for procedure in procedures.all:
        tree = procedure.tree
        for node in tree.nodes:
            if not isinstance(node, Step | Outcome):
                continue
            for duty in node.duties:
                others = tuple(other for other in node.duties if other is not duty)
                weaker = replace(duty, strength=Strength.MAY)
                for duties in (others, (*others, weaker)):
                    changed = replace(node, duties=duties)
                    nodes = tuple(changed if other is node else other for other in tree.nodes)
                    new = replace(tree, nodes=nodes)
                    said = to_comparison(tree, new, compare(tree, new))
                    assert duty.what.text in said or duty.strength is Strength.MAY
