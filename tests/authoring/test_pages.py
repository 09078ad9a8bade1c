"""The examples of the pages for authors do what the pages say."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from clausetree import cli
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.diagnostic import Severity
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.parsing.format import format_tree

from .examples import AUTHORING, UNSHOWN, Example, examples, merged

ROOT = Path(__file__).resolve().parents[2]
FRAME = next(e.text for e in examples(AUTHORING / "errors" / "index.md") if e.language == "tree")
PARTS = [
    pytest.param(example, id=f"{page}:{example.line}")
    for page in ("how-to.md", "reference.md", "index.md")
    for example in examples(AUTHORING / page)
    if example.language == "tree"
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The policy and the trees of the site, in the folder that commands run in."""
    for name in ("docs", "trees"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_tutorial_ends_with_a_tree_and_every_step_is_as_it_says(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = desk / "trees" / "whatsapp.tree"
    steps = examples(AUTHORING / "tutorial.md")
    for step in steps:
        if step.language == "tree":
            before = path.read_text(encoding="utf-8")
            whole = step.text.startswith("tree ")
            path.write_text(step.text if whole else merged(before, step.text), encoding="utf-8")
        else:
            typed, _, expected = step.text.partition("\n")
            cli.main(shlex.split(typed.removeprefix("$ clausetree ")))
            assert capsys.readouterr().out == expected, f"docs/authoring/tutorial.md:{step.line}"
    assert sum(step.language == "tree" for step in steps) >= 5
    assert steps[-1].text.startswith("$ clausetree outline whatsapp\n")
    assert cli.main(["format", "--check", "trees/whatsapp.tree"]) == 0


@pytest.mark.parametrize("example", PARTS)
def test_an_example_is_sound_and_laid_out(example: Example) -> None:
    first = re.match(r"tree (?P<name>\S+)", example.text)
    whole = first is not None and first["name"] != "threat"
    name = first["name"] if first and whole else "threat"
    text = example.text if whole else merged(FRAME, example.text)
    source = Source(f"{name}.tree", text)
    others = [other for other in tree_sources(ROOT / "trees") if Path(other.name).stem != name]
    _, found = read_trees([source, *others], load_policies(ROOT / "docs").registry)
    kept = [diagnostic for diagnostic in found if diagnostic.severity is not Severity.ACKNOWLEDGED]
    told = (diagnostic for diagnostic in kept if whole or diagnostic.code not in UNSHOWN)
    faults = [to_text(diagnostic) for diagnostic in told if diagnostic.source is source]
    assert "\n".join(faults) == ""
    assert format_tree(source) == text


def test_there_are_examples() -> None:
    assert len(PARTS) >= 20


def test_the_tree_of_the_readme_is_sound_and_laid_out() -> None:
    (text,) = (e.text for e in examples(ROOT / "README.md") if e.text.startswith("tree "))
    source = Source("threat.tree", text)
    _, found = read_trees([source], load_policies(ROOT / "docs").registry)
    assert "\n".join(map(to_text, found)) == ""
    assert format_tree(source) == text


def test_the_index_leads_to_every_page_for_authors() -> None:
    index = (AUTHORING / "index.md").read_text(encoding="utf-8")
    for page in sorted(AUTHORING.glob("*.md")):
        assert page.name == "index.md" or f"]({page.name})" in index, page.name
    assert "](errors/index.md)" in index
