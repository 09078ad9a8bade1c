"""What can stand at a place in a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.editing.assist.choices import Choice, Completions, fitting
from clausetree.editing.assist.condition_choices import condition_choices, in_condition
from clausetree.editing.assist.duty_choices import duty_choices, scenario_choices
from clausetree.editing.assist.keyword_words import meaning_of
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.line_choices import line_choices
from clausetree.editing.assist.lines import (
    indent_of,
    line_at,
    lines_of_block,
    tokens_of,
)
from clausetree.editing.assist.names import NameKind, names_in
from clausetree.editing.assist.term_choices import terms
from clausetree.editing.assist.tree_names import (
    clauses_of,
    nodes,
    other_trees,
    policies,
)
from clausetree.editing.assist.writing_place import WritingPlace, word_choice
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.keywords import FILE, MarkdownRule
from clausetree.tree.language.lexer import TokenKind
from clausetree.tree.language.statements import STRENGTH_WORDS

_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_WORD = re.compile(r"[\w-]*\Z")
_CLAUSE = re.compile(r'"[^"]*\Z|\w[\w.-]*(?:\(\w*\)?)*\Z|\Z')
_WORD_AHEAD = re.compile(r"[\w-]*")
_CLAUSE_AHEAD = re.compile(r"[\w.-]*(?:\(\w+\))*")


def complete_tree(text: str, offset: int, known: Known) -> Completions:
    """Return what can stand at an offset of a tree, in place of the word that is being written there."""
    line = line_at(text, offset)
    written = line.text[: offset - line.start]
    bare = _TEXT.sub(lambda match: "x" * len(match[0]), written)
    names = names_in(text)
    cites = _cites(bare)
    if line.prose and line.text.strip().startswith("#"):
        return Completions(Span(offset, offset), ())
    if line.prose or ('"' in bare and not cites):
        return terms(text, offset, known.registry, names.policy)
    if "#" in bare:
        return Completions(Span(offset, offset), ())
    match = (_CLAUSE if cites else _WORD).search(bare)
    start = match.start() if match else len(bare)
    ahead = (_CLAUSE_AHEAD if cites else _WORD_AHEAD).match(line.text, len(written))
    typed = written[start:]
    end = ahead.end() if ahead and typed else len(written)
    place = WritingPlace(text, line, tokens_of(written[:start]), names, known, indent_of(written[:start] + "x"))
    span = Span(line.start + start, line.start + end)
    return fitting(span, typed.strip('"'), _offered(place, cites=cites))


def _cites(bare: str) -> bool:
    """Return whether clauses stand where a line stops: behind `cites`, or in the brackets of a duty."""
    words = bare.split()
    if words[:1] == ["cites"]:
        return len(words) > 1 or bare.endswith(" ")
    opened = bare.rfind(" (")
    return (
        words[:1] != []
        and words[0] in STRENGTH_WORDS
        and " when " not in bare
        and (opened > 0 and not re.search(r"\)\s", f"{bare[opened:]}") and not bare.endswith(") "))
    )


def _offered(place: WritingPlace, *, cites: bool) -> Iterator[Choice]:
    if not place.before:
        yield from _keywords(place)
    elif cites:
        yield from _clauses(place)
    elif place.last.kind is TokenKind.ARROW:
        yield from _targets(place)
    elif place.last.text == "tree" and len(place.before) > 2 and place.before[-2].kind is TokenKind.ARROW:
        yield from other_trees(place.known, place.names)
    elif place.line.begins and place.before[0].text in tuple(BlockKind):
        yield from _in_head(place)
    elif place.line.block == BlockKind.SCENARIO:
        yield from scenario_choices(place)
    elif in_condition(place):
        yield from condition_choices(place)
    elif place.keyword in STRENGTH_WORDS:
        yield from duty_choices(place)
    else:
        yield from line_choices(place)


def _keywords(place: WritingPlace) -> Iterator[Choice]:
    """Yield what a line may begin with, at the margin or in its block; once what stands there once."""
    if place.indent == 0:
        there = bool(place.names.tree)
        yield from (word_choice(str(kind)) for kind in BlockKind if not (there and kind is BlockKind.TREE))
        return
    block = place.line.block
    rules = FILE.get(block, {})
    present = {line.keyword for line in lines_of_block(place.text, place.line) if line is not place.line}
    if block == BlockKind.SCENARIO:
        yield from (choice for choice in nodes(place.names) if _is_asked(place, choice.label))
    for keyword, rule in rules.items():
        several = rule.takes_condition if isinstance(rule, MarkdownRule) else rule.several
        if several or keyword not in present:
            alone = isinstance(rule, MarkdownRule) or keyword == "first"
            yield word_choice(keyword, block, "" if alone else " ")


def _is_asked(place: WritingPlace, node: str) -> bool:
    found = place.names.definition(NameKind.NODE, node)
    return found is not None and found.keyword in ("question", "visit")


def _targets(place: WritingPlace) -> Iterator[Choice]:
    outcome = place.line.block == BlockKind.OUTCOME
    if outcome or (place.line.block == BlockKind.STEP and place.keyword == "then"):
        yield word_choice("tree", "", " ", "Another procedure to go on with.")
    if not outcome:
        yield from nodes(place.names, without=place.line.owner)


def _in_head(place: WritingPlace) -> Iterator[Choice]:
    if place.keyword != BlockKind.VISIT:
        return
    match len(place.before):
        case 1:
            yield from other_trees(place.known, place.names)
        case 2:
            yield Choice("then ->", "then -> ", meaning_of("then", BlockKind.VISIT))
        case _:
            yield from [word_choice("->", "", " ", "Leads on.")] if place.last.text == "then" else ()


def _clauses(place: WritingPlace) -> Iterator[Choice]:
    named = place.before[-1]
    policy = named.text if named.kind is TokenKind.WORD and place.known.registry.policy(named.text) else ""
    yield from clauses_of(place.known, policy or place.names.policy)
    if not policy:
        yield from policies(place.known, without=place.names.policy)
