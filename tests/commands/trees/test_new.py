"""`clausetree new`: four questions, and a tree without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.history.registry import Registry
from clausetree.publish.sources.policies import load_policies
from clausetree.render.tree.new_tree import NewTree, name_from, new_tree
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.parsing.format import format_tree
from tests.commands.conftest import SITE, Run

GIVEN = ("--title", "A lost phone", "--question", "Was it locked?", "--answer", "Yes", "--answer", "No")
WRITTEN = """\
# Each answer leads to an outcome. Say there what is to be done, and which clause says so:
#     should you "Inform your line manager" (2.4)
# Then look what is wrong: clausetree check trees/a-lost-phone.tree
tree a-lost-phone "A lost phone"
    policy lone-working
    basis clauses
    start was-it-locked

question was-it-locked "Was it locked?"
    option yes "Yes" -> then-yes
    option no "No" -> then-no

outcome then-yes "What to do when the answer is: Yes"

outcome then-no "What to do when the answer is: No"

scenario "Somebody answers: Yes"
    was-it-locked is yes
    ends then-yes

scenario "Somebody answers: No"
    was-it-locked is no
    ends then-no
"""


def test_it_asks_what_is_not_said_and_writes_a_tree(run: Run, folder: Path) -> None:
    said = run("new", typed="A lost phone\nWas it locked?\nYes; No\n")
    assert said.code == 0
    assert said.out.endswith(
        "Wrote trees/a-lost-phone.tree. Open it, and say what is to be done at each outcome.\n"
    )
    assert (folder / "trees" / "a-lost-phone.tree").read_text(encoding="utf-8") == WRITTEN
    assert run("check", "trees").code == 0


def test_it_asks_nothing_when_all_is_said(run: Run, folder: Path) -> None:
    said = run("new", "phone", "--policy", "lone-working", *GIVEN)
    assert (said.code, said.err) == (0, "")
    written = (folder / "trees" / "phone.tree").read_text(encoding="utf-8")
    assert written == WRITTEN.replace("a-lost-phone", "phone")


def test_it_asks_for_the_policy_where_there_are_two(run: Run, folder: Path) -> None:
    policy = folder / "docs" / "policy"
    text = (policy / "lone-working.md").read_text(encoding="utf-8")
    (policy / "other.md").write_text(text.replace("policy: lone-working", "policy: other"), encoding="utf-8")
    said = run("new", "phone", *GIVEN, typed="other\n")
    assert "Which policy is it drawn from? lone-working, other: " in said.out
    assert "    policy other\n" in (folder / "trees" / "phone.tree").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("visit", *GIVEN), "trees/visit.tree is there already."),
        (("Lost_Phone", *GIVEN), "`Lost_Phone` cannot be a name."),
        (("tree", *GIVEN), "`tree` cannot be a name."),
        (("phone", "--policy", "lone-wroking", *GIVEN), "Did you mean lone-working?"),
        (("phone", *GIVEN[:-2]), "a question needs two answers at least."),
        (("phone",), "say the rest on the command line"),
    ],
)
def test_it_refuses_and_writes_nothing(run: Run, folder: Path, words: tuple[str, ...], why: str) -> None:
    before = {path: path.read_bytes() for path in (folder / "trees").iterdir()}
    said = run("new", *words)
    assert said.code == 2
    assert said.err.strip().startswith("Nothing was written: ")
    assert why in said.err
    assert {path: path.read_bytes() for path in (folder / "trees").iterdir()} == before


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)
REGISTRY: Registry = load_policies(SITE / "docs").registry


@given(WORDS, WORDS, st.lists(WORDS, min_size=2, max_size=5))
def test_whatever_is_said_the_tree_has_no_fault_and_is_laid_out(
    title: str, question: str, answers: list[str]
) -> None:
    text = new_tree(NewTree("phone", title, "lone-working", question, tuple(answers)))
    source = Source("phone.tree", text)
    trees, found = read_trees([source], REGISTRY)
    assert [to_text(diagnostic) for diagnostic in found] == []
    assert format_tree(source) == text
    assert trees[0].title.text == title


def test_as_many_answers_may_be_said_alike_as_there_are() -> None:
    text = new_tree(NewTree("phone", "Phone", "lone-working", "Is it?", ("Yes",) * 100))
    assert '    option yes-100 "Yes" -> then-yes-100\n' in text


def test_a_name_is_made_of_the_first_words() -> None:
    assert name_from("Café: what's to do, and when?") == "cafe-whats-to-do"
    assert name_from("Tree") == "tree-it"
    assert name_from("¿?") == ""
