"""The written grammar is the parser's: its rules are those of the functions that read them."""

from __future__ import annotations

import ast
import re

from clausetree.tree.language import deadline, measure, phrases, statements, table
from clausetree.tree.language.keywords import FILE, KEYWORDS, MarkdownRule, StatementRule
from clausetree.tree.language.phrases import _DEEPEST, RESERVED
from clausetree.tree.parsing import block_parser, block_reader, parser
from clausetree.tree.strength import Strength

from .examples import AUTHORING, examples

PAGE = AUTHORING / "grammar.md"
INSIDE = "HEAD"
"""A rule that the parser states for itself, and that no other rule names."""


def written() -> dict[str, str]:
    """Return the rules of the page by their names."""
    lines = "".join(example.text for example in examples(PAGE)).splitlines()
    return dict(re.split(r" += ", line, maxsplit=1) for line in lines)


def stated() -> dict[str, str]:
    """Return the rules in the docstrings of the functions that read a tree."""
    found: dict[str, str] = {}
    for module in (parser, block_parser, block_reader, statements, measure, deadline, table, phrases):
        assert module.__file__
        with open(module.__file__, encoding="utf-8") as file:  # noqa: PTH123
            tree = ast.parse(file.read())
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                rule = re.match(r"([A-Z]+) = (.*?)\.(?:\n\n|\Z)", ast.get_docstring(node) or "", re.DOTALL)
                if rule:
                    assert rule[1] not in found, f"two functions state {rule[1]}"
                    found[rule[1]] = " ".join(rule[2].split())
    return found


def first_words(symbol: str) -> set[str]:
    """Return the words that what `symbol` stands for can begin with; "" where it is a name."""
    if symbol.startswith('"'):
        return {symbol.strip('"').split()[0]}
    body = written()[symbol]
    if symbol == "NAME":
        return {""}
    group = re.match(r"\( (.*?) \)", body)
    choices = (group[1] if group else re.sub(r"\( .*? \)", "", body)).split(" | ")
    return {word for choice in choices for word in first_words(_symbols(choice)[0])}


def _symbols(text: str) -> list[str]:
    return re.findall(r'"[^"]*"|[A-Z]+', text)


def test_the_rules_are_those_of_the_parser() -> None:
    assert written() == {name: rule for name, rule in stated().items() if name != INSIDE}


def test_every_rule_that_is_named_is_there_and_every_rule_is_named() -> None:
    rules = written()
    named = {
        symbol for rule in rules.values() for symbol in _symbols(rule) if symbol.isupper() and symbol[0] != '"'
    }
    assert named == rules.keys() - {"FILE"}


def test_every_block_takes_the_lines_that_the_parser_takes() -> None:
    rules = written()
    assert {block.lower() for block in _symbols(rules["FILE"])} == KEYWORDS.keys()
    for block, keywords in KEYWORDS.items():
        beneath = re.search(r"\{ (.*) \}", rules[block.upper()])
        choices = beneath[1].split(" | ") if beneath else []
        words = {word for choice in choices for word in first_words(_symbols(choice)[0])}
        assert words - {""} == set(keywords), block
        assert first_words(_symbols(rules[block.upper()])[0]) == {block}


def test_the_strengths_are_all_there() -> None:
    assert _symbols(written()["STRENGTH"]) == [f'"{strength.value}"' for strength in Strength]


def test_what_no_rule_can_say_is_so() -> None:
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    named = re.search(r"The words ([`a-z, ]+) are no names", text)
    assert named
    assert set(re.findall(r"`(\w+)`", named[1])) == RESERVED
    assert f"no more than {_DEEPEST} times" in text
    once = re.search(r"say: of ([`a-z, ]+) a block has one at most", text)
    assert once
    rules = [pair for block in FILE.values() for pair in block.items()]
    several = {word for word, rule in rules if isinstance(rule, StatementRule) and rule.several}
    conditional = {word for word, rule in rules if isinstance(rule, MarkdownRule) and rule.takes_condition}
    single = {word for word, _ in rules} - several - conditional
    assert set(re.findall(r"`(\w+)`", once[1])) == single
    assert re.findall(r"and of `(\w+)` one without a condition", text) == [*conditional]
