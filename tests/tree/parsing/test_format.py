"""A tree is laid out one way, and says the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.tree.parsing.format import format_tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.procedures import tree_source
from clausetree.tree.syntax import TreeSyntax
from tests.tree.small_trees import again_tree, small_tree

ROOT = Path(__file__).resolve().parents[3]
FORMATTED = ROOT / "tests" / "cases" / "formatted"
BEFORE = sorted(FORMATTED.glob("*.before.tree"))
TREES = [*tree_sources(ROOT / "trees"), *tree_sources(ROOT / "tests" / "cases" / "valid")]
COMMENT = re.compile(r"^(?:[^\"\n]|\"(?:[^\"\\\n]|\\.)*\")*?(#.*?)\s*$", re.MULTILINE)


def said(source: Source) -> TreeSyntax | None:
    """Return what a text says, wherever in it that stands, or None when it cannot all be read."""
    syntax, problems = parse_tree(source)
    return replace(syntax, source=Source("", "")) if syntax and not problems else None


def laid_out(text: str) -> str:
    return format_tree(Source("some.tree", text))


@pytest.mark.parametrize("before", BEFORE, ids=lambda path: path.name.partition(".")[0])
def test_a_tree_is_laid_out_exactly_so(before: Path, is_as_written: Callable[[str, Path], None]) -> None:
    source = tree_source(before.name, before.read_bytes())
    is_as_written(format_tree(source), before.with_name(before.name.replace(".before", ".after")))


def test_every_case_has_a_before_and_an_after() -> None:
    assert BEFORE
    after = {path.name.replace(".before", ".after") for path in BEFORE}
    assert {path.name for path in FORMATTED.iterdir()} == after | {path.name for path in BEFORE}


@pytest.mark.parametrize("source", TREES, ids=lambda source: source.name)
def test_nothing_that_a_tree_says_is_changed(source: Source) -> None:
    holds_for(source.text)


@pytest.mark.parametrize("source", tree_sources(ROOT / "trees"), ids=lambda source: source.name)
def test_the_trees_of_the_site_are_laid_out_already(source: Source) -> None:
    assert format_tree(source) == source.text


def holds_for(text: str) -> None:
    """Hold all that is promised of laying out this text."""
    source = Source("some.tree", text)
    result = laid_out(text)
    assert said(Source("some.tree", result)) == said(source)
    assert laid_out(result) == result
    assert comments(result) == comments(text)
    assert not re.search(r"[ \t]$", result, re.MULTILINE)
    assert not result.startswith("\n")
    assert result.endswith("\n")
    assert not result.endswith("\n\n")


def comments(text: str) -> list[str]:
    """Return every `#` with what follows it on its line, quotations aside: comments and words alike."""
    return [" ".join(match[1].split()) for match in COMMENT.finditer(text.replace("\r\n", "\n"))]


@st.composite
def badly_laid_out(draw: st.DrawFn) -> str:
    """Return a tree with accidents to its spaces, its blank lines and its comments."""
    lines = draw(st.sampled_from(TREES)).text.replace("\r\n", "\n").split("\n")
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(lines) - 1))
        spaces = draw(st.sampled_from(["", " ", "  ", "   ", "    ", "\t", "\t\t", " \t"]))
        match draw(st.sampled_from(["blank", "drop", "comment", "behind", "wide", "indent", "tight"])):
            case "blank":
                lines.insert(at, spaces)
            case "drop" if not lines[at].strip():
                del lines[at]
            case "comment":
                word = draw(st.sampled_from(["#", "# a note", "#word", "## more", "#\u00a0x"]))
                lines.insert(at, spaces + word)
            case "behind" if lines[at].strip():
                lines[at] += f"{spaces}# behind"
            case "wide":
                lines[at] = re.sub(r"(?<=\S) (?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)", spaces + " ", lines[at])
            case "tight":
                lines[at] = re.sub(r"(?<=\") | (?=\"|->)", "", lines[at])
            case "indent":
                lines[at] = spaces + lines[at]
            case _:
                pass
    return "\n".join(lines)


@given(small_tree() | again_tree())
def test_any_small_tree_says_the_same_when_it_is_laid_out(text: str) -> None:
    assume(said(Source("some.tree", text)) is not None)
    holds_for(text)
    holds_for(text.replace("    ", "\t").replace("\n\n", "\n"))


@given(badly_laid_out())
def test_however_badly_a_tree_was_laid_out_it_says_the_same(text: str) -> None:
    assume(said(Source("some.tree", text)) is not None)
    holds_for(text)


def test_no_word_is_lost_behind_a_comment_that_stands_further_out() -> None:
    syntax = said(tree_source("some.tree", (FORMATTED / "comment-amid-words.before.tree").read_bytes()))
    assert syntax
    assert syntax.about
    assert syntax.about.markdown == "- Another\n > Quoted."


def test_amounts_stay_in_one_piece() -> None:
    text = (
        'tree t "T"\n\nquestion q "Q?"\n    money £0 to £1,000.50\n    then -> r\n\nroute r\n'
        "    when q > £1,000 or q is 1,000.25 or q < -5 or q > CHF 1,000 -> q\n"
    )
    assert laid_out(text) == text
    assert laid_out(text.replace(" < ", "<").replace(" > ", ">")) == text
