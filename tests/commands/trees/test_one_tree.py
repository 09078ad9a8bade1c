"""`clausetree paths`, `outline` and `graph`: one tree, in other forms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausetree.publish.pages import carried_graphviz
from tests.commands.conftest import Run


def test_every_path_is_a_line(run: Run) -> None:
    said = run("paths", "no-answer")
    assert (said.code, said.out) == (0, "answers is yes -> safe\nanswers is no -> alarm\n")


def test_there_may_be_more_paths_than_one_reads(run: Run) -> None:
    said = run("paths", "--most", "1", "no-answer")
    assert said.out == "answers is yes -> safe\n"
    assert said.err == "There are more than 1. --fewest lists those that matter.\n"
    assert run("paths", "--most", "2", "no-answer").err == ""


def test_the_fewest_paths_are_scenarios_to_paste(run: Run) -> None:
    said = run("paths", "--fewest", "trees/visit.tree")
    assert (
        said.out
        == """\
scenario "There is a dog; Yes"
    risk includes dog
    home is yes
    ends done
    expects must you "Tell the duty officer the address"
    expects must you "Tell the duty officer when you expect to leave"
    expects may you "Refuse the visit"

scenario "Somebody there has been violent, There is a dog"
    risk includes violence, dog
    ends pairs
    expects must not you "Visit alone"
    expects should you "Visit in pairs"

scenario "None of these; No"
    risk is neither
    home is no
    ends late
    expects must you "Tell the duty officer the address"
    expects must you "Tell the duty officer when you expect to leave"
    expects must officer "Call you"
    expects not may you "Refuse the visit"
"""
    )


def test_the_scenarios_leave_out_what_a_visited_tree_asks(run: Run, folder: Path) -> None:
    trees = folder / "trees"
    visitor = """\
tree visitor "A visitor"
    policy lone-working
    basis clauses
    start no-answer

visit no-answer then -> end

outcome end "The end"
"""
    (trees / "visitor.tree").write_text(visitor, encoding="utf-8")
    assert run("paths", "--fewest", "visitor").out == 'scenario "The end"\n    ends end\n'
    assert run("paths", "visitor").out == "always -> end\n"


def test_an_outline_is_a_nested_list(run: Run) -> None:
    said = run("outline", "no-answer")
    assert said.code == 0
    assert said.out.startswith("I have not heard from a volunteer\n\n- Question: Does the volunteer answer")


def test_a_drawing_is_described_or_drawn(run: Run, folder: Path) -> None:
    assert run("graph", "--format", "dot", "no-answer").out.startswith('digraph "no-answer" {')
    assert run("graph", "no-answer").out.startswith("<svg ")
    said = run("graph", "no-answer", "--output", "drawing.svg")
    assert (said.code, said.out) == (0, "")
    assert (folder / "drawing.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_without_graphviz_one_sentence_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(carried_graphviz, "_PACKAGES", ("no-such-package",))
    said = run("graph", "no-answer")
    assert said.code == 2
    assert said.err.startswith("Graphviz draws the flowcharts, and is not installed: install")
    assert run("graph", "--format", "dot", "no-answer").code == 0


@pytest.mark.parametrize("command", ["paths", "outline", "graph"])
def test_a_tree_that_is_not_there_or_has_errors_is_not_shown(run: Run, folder: Path, command: str) -> None:
    said = run(command, "visits")
    assert (said.code, said.out, said.err) == (1, "", "There is no tree visits. Did you mean visit?\n")
    tree = folder / "trees" / "visit.tree"
    tree.write_text(tree.read_text(encoding="utf-8").replace("-> pairs", "-> pears"), encoding="utf-8")
    said = run(command, "visit")
    assert (said.code, said.out) == (1, "")
    assert "T202" in said.err


def test_a_tree_outside_the_folder_can_be_named(run: Run, folder: Path) -> None:
    shutil.copy(folder / "trees" / "visit.tree", folder / "draft.tree")
    text = (folder / "draft.tree").read_text(encoding="utf-8").replace("tree visit ", "tree draft ", 1)
    (folder / "draft.tree").write_text(text, encoding="utf-8")
    assert run("outline", "draft.tree").out.startswith("Before I visit somebody\n")
