"""Whatever an author writes, she gets diagnostics that stand where they should, and never a crash."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from clausetree.history.registry import Registry
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.parsing.parser import parse_tree

ROOT = Path(__file__).resolve().parents[3]
REAL = [source.text for source in tree_sources(ROOT / "trees")]
CASES = [
    source.text for folder in ("valid", "invalid") for source in tree_sources(ROOT / "tests" / "cases" / folder)
]
POLICY = load_policies(ROOT / "docs").registry
ODD = [
    *(
        "\t",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x85",
        "\u2028",
        "\u2029",
        "\x00",
        "\x1b",
        "\x7f",
    ),
    *("\ufeff", "\ufffd", "\u200b", "\u00a0", "\u3000", "\u202e", "\U0001f600", "é", "e\u0301", "ß", "İ", "²"),
    *(
        '"',
        "“",
        "'",
        "\\",
        '\\"',
        "->",
        "→",
        "--",
        "#",
        "# ",
        "(",
        ")",
        ",",
        ";",
        ":",
        "*",
        "_",
        "[",
        "](",
        "<b>",
    ),
    *(" ", "    ", "     ", "not ", "and ", "when ", "tree ", "question ", "is ", "includes ", "help", "none "),
]
"""What gets into files: pasted, typed by mistake, or added by an editor."""

LINES = st.sampled_from([line for text in (*REAL, *CASES) for line in text.split("\n")])
WORDS = st.sampled_from(sorted({word for text in (*REAL, *CASES) for word in text.split()}))
ANY_CHARACTER = st.characters(exclude_categories=["Cs"])
ANY_TEXT = st.lists(LINES | WORDS | st.sampled_from(ODD) | st.text(ANY_CHARACTER, max_size=4)).map("".join)
ANY_LINES = st.lists(LINES | WORDS | st.sampled_from(ODD), max_size=40).map("\n".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return a tree of the site or a case after some accidents."""
    text = draw(st.sampled_from(REAL + CASES))
    for _ in range(draw(st.integers(1, 4))):
        text = accident(draw, text)
    return text


def accident(draw: st.DrawFn, text: str) -> str:
    """Return a text after one accident."""
    lines = text.split("\n")
    at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    place = draw(st.integers(0, len(text)))
    match draw(st.sampled_from(["delete", "double", "swap", "chop", "insert", "indent", "cut"])):
        case "delete":
            del lines[at]
        case "double":
            lines.insert(other, lines[at])
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "chop":
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
        case "insert":
            odd = draw(st.sampled_from(ODD) | st.text(ANY_CHARACTER, max_size=3))
            lines = (text[:place] + odd + text[place:]).split("\n")
        case "indent":
            lines[at] = " " * draw(st.integers(0, 12)) + lines[at].lstrip()
        case "cut":
            lines = text[:place].split("\n")
    return "\n".join(lines)


def read(text: str, registry: Registry) -> None:
    """Read the text as a tree, and look at every diagnostic."""
    source = Source("some.tree", text)
    syntax, problems = parse_tree(source)
    trees, diagnostics = read_trees([source], registry)
    assert trees or diagnostics
    assert syntax or problems
    for problem in problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text), problem
    for diagnostic in diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text), diagnostic
        line, column = source.place(diagnostic.span.start)
        assert 1 <= column <= len(source.line(line)) + 1
        assert to_text(diagnostic).startswith(f"some.tree:{line}:{column}  {diagnostic.code}  ")
    starts = [diagnostic.span.start for diagnostic in diagnostics]
    assert starts == sorted(starts)
    assert len(set(diagnostics)) == len(diagnostics)


@given(st.text(ANY_CHARACTER))
def test_any_characters_give_diagnostics(text: str) -> None:
    read(text, POLICY)


@given(ANY_TEXT | ANY_LINES)
def test_any_words_of_the_language_give_diagnostics(text: str) -> None:
    read(text, POLICY)


@given(damaged())
def test_any_damaged_tree_gives_diagnostics(text: str) -> None:
    read(text, POLICY)


@given(damaged())
def test_line_endings_change_nothing(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    told = [_told(plain.replace("\n", ending)) for ending in ("\n", "\r\n", "\r")]
    assert told[0] == told[1] == told[2]


@given(st.lists(st.sampled_from(["\n", "\r\n", "\r", "a", "\u2028", "\x0b"])).map("".join))
def test_every_offset_has_a_place_in_its_line(text: str) -> None:
    source = Source("some.tree", text)
    for offset in range(len(text) + 1):
        line, column = source.place(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
        assert text[source.line_starts[line - 1] :].startswith(source.line(line))


def _told(text: str) -> list[str]:
    return [to_text(diagnostic) for diagnostic in read_trees([Source("some.tree", text)], POLICY)[1]]
