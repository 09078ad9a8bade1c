"""Every construct of the language, in a tree that has no fault."""

from __future__ import annotations

from pathlib import Path

from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.model import OneOf, OtherTree, Outcome, Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.procedures import Procedures
from clausetree.tree.syntax import TreeSyntax

CASES = Path(__file__).resolve().parents[1] / "cases"


def test_the_valid_cases_have_no_fault(examples: Procedures) -> None:
    assert [to_text(diagnostic) for diagnostic in examples.diagnostics] == []
    names = sorted(case.stem for case in (CASES / "valid").glob("*.tree"))
    assert names
    assert names == sorted(procedure.tree.id for procedure in examples.all)


def test_the_trees_of_the_site_have_no_fault(procedures: Procedures) -> None:
    assert [to_text(diagnostic) for diagnostic in procedures.diagnostics] == []
    assert len(procedures.all) >= 6


def test_words_are_kept_as_they_are_meant(examples: Procedures) -> None:
    tree = _tree(examples, "words")
    assert tree.title.text == "Words, stressed, with a link"
    assert tree.about
    assert tree.about.text == (
        "A paragraph (with brackets), unclear words, #hashtags, < and &. An item An item within Another Quoted."
    )
    place = tree.node("place")
    assert isinstance(place, OneOf)
    assert place.title.text == 'Where & "when" is the visit? <you>'
    assert [option.wording.text for option in place.options] == [
        "At home, or (nearly)",
        "C:\\away; “quoted” – and ’so’",
    ]


def test_code_is_words_and_telephones_are_links(examples: Procedures) -> None:
    tree = _tree(examples, "telephones-and-code")
    ready = tree.node("ready")
    assert isinstance(ready, Outcome)
    (note,) = ready.notes
    assert tree.title.text == "Telephones, and code"
    assert note.words.text == "Ring your buddy. Press F1 <b>, or a ` b. Write yes."
    assert '<a href="tel:+44-1234-567890">your buddy</a>' in note.words.html
    assert "<code>F1 &lt;b&gt;</code>" in note.words.html
    assert ready.duties[0].what.html == "Press <code>a ` b</code>, and <em>go</em>"
    assert ready.links[0].address == "tel:01234567890"


def test_a_tree_that_follows_is_called_by_its_title(examples: Procedures) -> None:
    outcome = _tree(examples, "next-tree").nodes[0]
    assert isinstance(outcome, Outcome)
    assert outcome.next_trees == (OtherTree("words", "Words, stressed, with a link"),)


def test_several_trees_follow_in_the_order_written(examples: Procedures) -> None:
    outcome = _tree(examples, "next-trees").nodes[0]
    assert isinstance(outcome, Outcome)
    assert [tree.id for tree in outcome.next_trees] == ["words", "next-tree"]


def test_a_step_that_leads_on_to_another_tree_is_an_end(examples: Procedures) -> None:
    tell = _tree(examples, "step-to-tree").node("tell")
    assert isinstance(tell, Outcome)
    assert [duty.what.text for duty in tell.duties] == ["Tell your buddy where you go"]
    assert tell.next_trees == (OtherTree("words", "Words, stressed, with a link"),)


def test_comments_reach_no_reader(examples: Procedures) -> None:
    about = _tree(examples, "comments").about
    assert about
    assert about.text == "Words. More words."


def test_line_endings_tabs_and_a_byte_order_mark_change_nothing() -> None:
    written = {Path(source.name).stem: source for source in tree_sources(CASES / "valid")}
    for odd, plain in (
        ("windows-line-endings", "comments"),
        ("tabs", "many-of"),
        ("two-spaces", "many-of"),
        ("byte-order-mark", "one-of"),
    ):
        assert _read(written[odd]).title == _read(written[plain]).title
        assert _read(written[odd]).about == _read(written[plain]).about
        assert _read(written[odd]).nodes == _read(written[plain]).nodes
        assert _read(written[odd]).scenarios == _read(written[plain]).scenarios


def _read(source: Source) -> TreeSyntax:
    syntax, problems = parse_tree(source)
    nothing: list[TreeProblem] = []
    assert problems == nothing
    assert syntax
    return syntax


def _tree(procedures: Procedures, name: str) -> Tree:
    procedure = procedures.find(name)
    assert procedure, name
    return procedure.tree
