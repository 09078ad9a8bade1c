"""A file that is read again while it is edited is read as if it were new."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.report.source import Source
from clausetree.tree.layout.layout import Block
from clausetree.tree.parsing import block_parser
from clausetree.tree.parsing.block_memory import BlockMemory, BlockRead
from clausetree.tree.parsing.parser import parse_tree

from .test_any_text import CASES, REAL, accident

TREE = """\
tree help "Get help"
    policy p
    basis clauses
    start q

question q "Is there risk?"
    option yes "Yes" -> e
    option no "No" -> e

outcome e "The end"
"""


@st.composite
def edited(draw: st.DrawFn) -> list[str]:
    """A tree as it is while somebody writes: changed, put back, changed elsewhere."""
    texts = [draw(st.sampled_from(REAL + CASES))]
    for _ in range(draw(st.integers(1, 5))):
        texts.append(accident(draw, draw(st.sampled_from(texts))))
    return texts


@given(edited())
def test_it_is_read_as_if_it_were_new(texts: list[str]) -> None:
    memory = BlockMemory()
    for text in texts:
        source = Source("some.tree", text)
        # Places are no part of what makes two of these equal, and part of how they are written.
        assert repr(parse_tree(source, memory)) == repr(parse_tree(source))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("        - [x]\n", "        - [x] \n", id="a blank at the end"),
        pytest.param("outcome e ", "    outcome e ", id="further in"),
        pytest.param('    fact late "It is late" when q is yes\n', "", id="a fact"),
        pytest.param("    start q\n", "    start q\n\n", id="a line above"),
    ],
)
def test_what_its_meaning_hangs_on_is_read_anew(before: str, after: str) -> None:
    text = TREE.replace("start q\n", 'start q\n    fact late "It is late" when q is yes\n')
    text += '    note when late\n        Hurry.\n\noutcome f "Another end"\n    note\n        - [x]\n'
    assert before in text
    memory = BlockMemory()
    assert parse_tree(Source("help.tree", text), memory)[1] == []
    source = Source("help.tree", text.replace(before, after))
    assert repr(parse_tree(source, memory)) == repr(parse_tree(source))


def test_only_the_block_that_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    whole = block_parser.BlockParser.block

    def noted(self: block_parser.BlockParser, block: Block, *, after_lost: bool) -> BlockRead:
        read.append(self.source.text[block.span.start :].split("\n")[0])
        return whole(self, block, after_lost=after_lost)

    monkeypatch.setattr(block_parser.BlockParser, "block", noted)
    memory = BlockMemory()
    parse_tree(Source("help.tree", TREE), memory)
    assert [line.split()[0] for line in read] == ["tree", "question", "outcome"]
    read.clear()
    parse_tree(Source("help.tree", TREE.replace("Is there", "Is there any")), memory)
    assert read == ['question q "Is there any risk?"']
