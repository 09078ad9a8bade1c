"""Trees in colour: in our pages, and in editors."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Error, Keyword, Name, Number, Operator, String, Token

from clausetree import cli
from clausetree.publish.pages.tree_lexer import TreeLexer
from clausetree.publish.sources.procedures import tree_sources
from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.language.keywords import KEYWORDS, MARKDOWN_KEYWORDS
from clausetree.tree.language.statements import STRENGTH_WORDS

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases"
TREES = [*tree_sources(ROOT / "trees"), *tree_sources(CASES / "valid"), *tree_sources(CASES / "invalid")]
GRAMMAR: dict[str, Any] = json.loads(
    (ROOT / "editors" / "clausetree.tmLanguage.json").read_text(encoding="utf-8")
)
STYLES = ROOT / "site_overrides" / "assets"


def tokens(text: str) -> list[tuple[Any, str]]:
    return list(TreeLexer(stripnl=False, ensurenl=False).get_tokens(text))


def test_it_is_found_by_its_name_and_by_a_file() -> None:
    assert isinstance(get_lexer_by_name("tree"), TreeLexer)
    assert isinstance(get_lexer_for_filename("evidence.tree"), TreeLexer)


@pytest.mark.parametrize("source", TREES, ids=lambda source: source.name)
def test_every_case_is_coloured_whole(source: Any) -> None:
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    found = tokens(text)
    assert "".join(piece for _, piece in found) == text
    assert Error not in {kind for kind, _ in found}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff")))
def test_any_text_at_all_is_coloured_whole(text: str) -> None:
    found = tokens(text)
    assert "".join(piece for _, piece in found) == text
    assert Error not in {kind for kind, _ in found}


def test_words_are_what_they_are() -> None:
    text = 'step tell "Tell"\n    note  # why\n        must you\n\n        be\n    must not you "Go" (2.4)\n\n'
    text += 'scenario "S"\n    step is yes\n    expects must "Go"\n'
    kinds = [(kind, piece) for kind, piece in tokens(text) if piece.strip()]
    assert kinds[:2] == [(Keyword.Declaration, "step"), (Name.Class, "tell")]
    assert (String.Doc, "        must you\n\n        be\n") in kinds
    assert (Keyword.Type, "must not") in kinds
    assert (Name, "step") in kinds
    assert (Keyword.Type, "must") in kinds
    assert Token.Text not in {kind for kind, _ in kinds}


def test_a_date_and_a_time_are_words_and_figures_of_their_own() -> None:
    text = "    date and time 2026-01-01 to 2026-12-31\n    aware is 2026-03-27T14:30\n"
    kinds = [(kind, piece) for kind, piece in tokens(text) if piece.strip()]
    assert kinds[0] == (Keyword, "date and time")
    assert kinds[-1] == (Number, "2026-03-27T14:30")
    others = next(
        rule for rule in GRAMMAR["repository"]["line"]["patterns"] if "|date|" in rule.get("match", "")
    )
    found = re.match(others["match"], text)
    assert found
    assert found[0].strip() == "date and time"
    assert re.match(others["match"], "    date 2026-01-01 to 2026-12-31")


def test_a_note_with_a_condition_and_the_hours_of_a_contact_are_coloured() -> None:
    text = 'step tell "Tell"\n    note when step is done  # why\n        must you\n'
    text += '    contact "Desk" "Ring 1" hours "Weekdays"\n'
    kinds = [(kind, piece) for kind, piece in tokens(text) if piece.strip()]
    condition = [(Operator.Word, "when"), (Name, "step"), (Operator.Word, "is"), (Name, "done")]
    assert kinds[3:8] == [(Keyword, "note"), *condition]
    assert (String.Doc, "        must you\n") in kinds
    assert kinds[-2:] == [(Keyword, "hours"), (String.Double, '"Weekdays"')]
    passage = re.match(GRAMMAR["repository"]["passage"]["begin"], "    note when step is done # why")
    assert passage
    assert passage.groups() == ("    ", "note", "when step is done ", "# why")


def test_what_not_knowing_counts_as_is_coloured() -> None:
    text = 'question harm "Harm?"\n    unsure not-sure "No idea" counts as yes\n'
    kinds = [(kind, piece) for kind, piece in tokens(text) if piece.strip()]
    assert kinds[3:] == [
        (Keyword, "unsure"),
        (Name, "not-sure"),
        (String.Double, '"No idea"'),
        (Keyword, "counts as"),
        (Name, "yes"),
    ]


def alternatives(pattern: str) -> set[str]:
    """Return the words of the first list of words in a pattern."""
    found = re.search(r"\((?:\?:)?([a-z]+(?:\|[a-z]+)*)\)", pattern)
    assert found, pattern
    return set(found[1].split("|"))


def test_the_grammar_for_editors_has_the_words_of_the_parser() -> None:
    rules = GRAMMAR["repository"]
    lines = {word for beneath in KEYWORDS.values() for word in beneath}
    strength, expects, asides, _hours, others, *_ = (rule["match"] for rule in rules["line"]["patterns"][1:])
    assert alternatives(rules["block"]["match"]) == set(KEYWORDS)
    assert alternatives(rules["passage"]["begin"]) == set(MARKDOWN_KEYWORDS)
    assert alternatives(strength) == set(STRENGTH_WORDS)
    assert alternatives(expects.partition("[ \\t]+((?:")[2].join(["((?:", ""])) == set(STRENGTH_WORDS)
    assert alternatives(asides.rpartition("[ \\t]+")[2]) == set(AsideKind)
    assert alternatives(others) == lines - set(STRENGTH_WORDS) - set(MARKDOWN_KEYWORDS)


def test_every_rule_of_the_grammar_for_editors_is_there_and_can_be_read() -> None:
    text = json.dumps(GRAMMAR)
    for name in re.findall(r'"include": "#(\w+)"', text):
        assert name in GRAMMAR["repository"]
    for pattern in _patterns(GRAMMAR):
        re.compile(pattern.replace("\\1", ""))


def _patterns(rule: Any) -> list[str]:
    if isinstance(rule, list):
        return [pattern for part in rule for pattern in _patterns(part)]
    if not isinstance(rule, dict):
        return []
    own = [rule[key] for key in ("match", "begin", "end", "while") if isinstance(rule.get(key), str)]
    return own + [pattern for part in rule.values() for pattern in _patterns(part)]


def test_the_hooks_call_commands_that_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in hooks} == {"clausetree-check", "clausetree-format"}
    for hook in hooks:
        program, *words = hook["entry"].split()
        assert program == "clausetree"
        cli.make_parser().parse_args(words)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_colours_can_be_read(scheme: int) -> None:
    grounds = [_colours("page/colours.css", name)[scheme] for name in ("wash", "wash-strong")]
    found = _colours("code/code.css", r"code-\w+")[scheme::2]
    assert len(found) >= 5
    for colour in found:
        assert min(_contrast(colour, ground) for ground in grounds) >= 4.5, colour


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_signs_of_boxes_can_be_told(scheme: int) -> None:
    paper, wash = (_colours("page/colours.css", name)[scheme] for name in ("paper", "wash"))
    for name in ("accent", "good", "visited", "caution", "error"):
        (colour,) = _colours("page/colours.css", name)[scheme::2]
        assert _contrast(colour, paper) >= 4.5, name  # the sign is of the colour of the paper
        assert _contrast(colour, wash) >= 3, name


def _colours(sheet: str, name: str) -> list[str]:
    text = (STYLES / sheet).read_text(encoding="utf-8")
    pairs = re.findall(rf"--{name}: light-dark\((#\w+), (#\w+)\)", text)
    return [colour for pair in pairs for colour in pair]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
