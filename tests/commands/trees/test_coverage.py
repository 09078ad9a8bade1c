"""`clausetree coverage`: what the trees leave out, and what they cite."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import load_procedures
from clausetree.tree.binding.binding import binding
from clausetree.tree.binding.coverage import BINDING, coverage
from clausetree.tree.model import citations
from tests.commands.conftest import Run

ROOT = Path(__file__).resolve().parents[3]


def test_it_says_what_is_cited_by_no_tree(run: Run, folder: Path) -> None:
    said = run("coverage")
    assert said.code == 0
    assert said.out.startswith(
        "Lone working policy, version 4.0\n\n6 clauses oblige somebody. Each is cited by a tree.\n"
    )
    assert "\nCited\n" in said.out
    assert "- clause 2.1: no-answer, visit\n" in said.out
    (folder / "trees" / "visit.tree").unlink()
    said = run("coverage")
    assert "of them are cited by no tree.\n\nCited by no tree\n- " in said.out
    assert "- clause 2.1: no-answer\n" in said.out


def test_the_table_and_the_data_hold_every_clause_that_can_oblige(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("coverage", "--format", "csv").out)))
    data = json.loads(run("coverage", "--format", "json").out)
    assert data["format"] == 1
    assert [row["anchor"] for row in rows] == [clause["anchor"] for clause in data["clauses"]]
    (item,) = (clause for clause in data["clauses"] if clause["anchor"] == "c1-1-a")
    assert item["trees"] == ["visit"]
    assert item["binds"]
    assert rows[0].keys() == data["clauses"][0].keys()


def test_what_has_errors_is_left_out_and_named(run: Run, folder: Path) -> None:
    tree = folder / "trees" / "visit.tree"
    tree.write_text(tree.read_text(encoding="utf-8").replace("-> pairs", "-> pears"), encoding="utf-8")
    said = run("coverage")
    assert said.code == 1
    assert said.err == "trees/visit.tree has errors, and what it says is left out. Run clausetree check.\n"
    assert "- clause 2.1: no-answer\n" in said.out


def test_every_citation_of_the_site_is_counted() -> None:
    registry = load_policies(ROOT / "docs").registry
    trees = [procedure.tree for procedure in load_procedures(ROOT / "trees", registry).all]
    for policy in registry:
        rows = {row.clause.anchor: row for row in coverage(policy, trees)}
        for tree in trees:
            for citation in citations(tree):
                assert citation.anchor not in rows or tree.id in rows[citation.anchor].trees
        for row in rows.values():
            assert set(row.binding) >= binding(row.clause.text).stated & set(BINDING)
