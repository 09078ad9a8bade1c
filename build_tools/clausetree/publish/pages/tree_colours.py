"""The rules of the lexer for trees, for scripts: an editor colours without Python while somebody types."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pygments.lexer import words
from pygments.token import STANDARD_TYPES, Text, Whitespace

from clausetree.publish.pages.tree_lexer import TEXT_BLOCK, TreeLexer

_WIDTH = 112
_LETTER = r"\p{L}\p{N}_"
_PLAIN = {"d": r"\p{Nd}", "w": _LETTER}
_EDGE = rf"(?:(?<=[{_LETTER}])(?![{_LETTER}])|(?<![{_LETTER}])(?=[{_LETTER}]))"
_PIECE = re.compile(r"\\(?P<escaped>.)|(?P<open>\[\^?)|(?P<close>\])|(?P<any>\.)|(?P<other>.)", re.DOTALL)
_NEEDS_NONE = "-\"'# "
"""Scripts refuse a backslash before these."""


def colour_rules() -> str:
    """Return a module for scripts with the lexer's rules, in the order in which it tries them."""
    passage = TEXT_BLOCK.partition(r"(\n)")[0]
    lines = [
        "// Written from the lexer for trees by its test, `pytest --regenerate`.",
        "",
        "/** Each rule: the class of what it matches, its pattern, and whether the name of a block follows.",
        " * @type {[string, string, boolean?][]} */",
        "export const RULES = [",
        *_written(_rules("root")),
        "];",
        "",
        "/** What stands behind the word that a block begins with.",
        " * @type {[string, string, boolean?][]} */",
        "export const BLOCK_RULES = [",
        *_written(_rules("block")),
        "];",
        "",
        "/** A line with Markdown beneath it: indentation, keyword, a space, a condition and a comment. */",
        f"export const PASSAGE =\n  {_quoted(_javascript(passage) + '$')};",
        "",
    ]
    return "\n".join(lines)


def _rules(state: str) -> Iterator[tuple[object, ...]]:
    rules: list[Any] = TreeLexer.tokens[state]
    for pattern, kind, *then in rules:
        source = pattern.get() if isinstance(pattern, words) else pattern
        if source in (r"\n", TEXT_BLOCK, r""):
            continue  # A script colours line by line, and keeps in mind what a passage of Markdown is.
        called = "" if kind in (Text, Whitespace) else STANDARD_TYPES[kind]
        yield (called, _javascript(source), *([True] if then == ["block"] else []))


def _written(rules: Iterator[tuple[object, ...]]) -> Iterator[str]:
    for rule in rules:
        parts = [_quoted(part) if isinstance(part, str) else "true" for part in rule]
        alone = f"  [{', '.join(parts)}],"
        yield alone if len(alone) <= _WIDTH else "\n".join(["  [", *(f"    {part}," for part in parts), "  ],"])


def _quoted(text: str) -> str:
    """Return a string of a script, in those quotation marks that need fewer backslashes."""
    written = json.dumps(text, ensure_ascii=False)
    return "'" + written[1:-1].replace('\\"', '"') + "'" if '"' in text and "'" not in text else written


def _javascript(pattern: str) -> str:
    """Return a pattern of Python's for a script with the flag `u`: letters are those of all writing."""
    parts: list[str] = []
    inside = False
    for piece in _PIECE.finditer(pattern):
        match piece.lastgroup:
            case "escaped":
                parts.append(_escaped(piece["escaped"], inside=inside))
            case "any":
                parts.append("." if inside else r"[^\n]")
            case "other" if piece[0] == "\t":
                parts.append(r"\t")
            case _:
                inside = piece.lastgroup == "open" or (inside and piece.lastgroup != "close")
                parts.append(piece[0])
    return "".join(parts)


def _escaped(character: str, *, inside: bool) -> str:
    if character == "b" and not inside:
        return _EDGE
    if character in _PLAIN:
        return _PLAIN[character] if inside or character == "d" else f"[{_PLAIN[character]}]"
    return character if character in _NEEDS_NONE and not (inside and character == "-") else f"\\{character}"
