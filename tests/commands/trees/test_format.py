"""`clausetree format`: files, folders and standard input; `--check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run

BROKEN = 'tree visit "Words\n'


@pytest.fixture
def visit(folder: Path) -> Path:
    """One of the trees."""
    return folder / "trees" / "visit.tree"


def test_trees_that_are_laid_out_are_left_alone(run: Run) -> None:
    said = run("format")
    assert (said.code, said.out, said.err) == (0, "", "")


def test_a_tree_is_laid_out_in_its_file(run: Run, visit: Path) -> None:
    neat = visit.read_text(encoding="utf-8")
    visit.write_text(neat.replace("    ", "\t").replace("\n\n", "\n"), encoding="utf-8")
    assert run("format", "--check").out == "trees/visit.tree would change.\n"
    assert run("format", "--check", "trees/no-answer.tree").code == 0
    assert "\t" in visit.read_text(encoding="utf-8")
    said = run("format")
    assert (said.code, said.out) == (0, "trees/visit.tree is laid out now.\n")
    assert visit.read_text(encoding="utf-8") == neat
    assert run("format", "--check").code == 0


def test_check_ends_with_one_when_a_tree_would_change(run: Run, visit: Path) -> None:
    visit.write_text("\n" + visit.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("format", "--check", "trees/visit.tree").code == 1


def test_windows_line_endings_stay(run: Run, visit: Path) -> None:
    neat = visit.read_bytes().replace(b"\n", b"\r\n")
    visit.write_bytes(neat.replace(b"    ", b"  "))
    assert run("format").code == 0
    assert visit.read_bytes() == neat


def test_a_tree_that_cannot_be_read_is_left_as_it_is(run: Run, visit: Path) -> None:
    visit.write_text(BROKEN, encoding="utf-8")
    said = run("format")
    assert said.code == 1
    assert "T104" in said.err
    assert visit.read_text(encoding="utf-8") == BROKEN


def test_standard_input_goes_to_standard_output(run: Run, visit: Path) -> None:
    neat = visit.read_text(encoding="utf-8")
    said = run("format", "-", typed=neat.replace("    ", "  "))
    assert (said.code, said.out, said.err) == (0, neat, "")
    assert run("format", "--check", "-", typed=neat).code == 0
    assert run("format", "--check", "-", typed=neat.replace("    ", "  ")).code == 1
    said = run("format", "-", "--name", "trees/new.tree", typed=BROKEN)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("trees/new.tree:1:12  T104")


def test_what_is_not_there_ends_with_two(run: Run) -> None:
    said = run("format", "docs/index.md")
    assert (said.code, said.err) == (2, "docs/index.md is not a tree (.tree) or a folder that is there.\n")
