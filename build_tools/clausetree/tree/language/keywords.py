"""Which keywords there are: what each block may hold, and how a line of each is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language import statements as read
from clausetree.tree.language import table
from clausetree.tree.language.line import Line
from clausetree.tree.language.measure import read_measure


@dataclass(frozen=True, slots=True)
class StatementRule:
    """How a line of one keyword is read, and whether a block may have several such lines."""

    read: Callable[[Line], object]
    several: bool = False


@dataclass(frozen=True, slots=True)
class MarkdownRule:
    """The keyword stands alone, once in a block; its Markdown stands beneath it.

    One that `takes_condition` may stand several times, with `when` beside it.
    """

    takes_condition: bool = False


type Rule = StatementRule | MarkdownRule
"""How what begins with a keyword is read."""

type Rules = Mapping[str, Rule]
"""The rule of each keyword that a block may hold."""

_MARKDOWN = MarkdownRule()
_NOTE = MarkdownRule(takes_condition=True)
ACKNOWLEDGE = StatementRule(read.read_acknowledge, several=True)
"""In every block: it speaks of the line above it."""

_CITES = StatementRule(read.read_cites, several=True)
_DUTY = StatementRule(read.read_duty, several=True)
TREE: Rules = {
    "policy": StatementRule(read.read_policy),
    "basis": StatementRule(read.read_basis),
    "start": StatementRule(read.read_start),
    "about": _MARKDOWN,
    "role": StatementRule(read.read_role, several=True),
    "fact": StatementRule(read.read_named_fact, several=True),
    "total": StatementRule(read.read_total, several=True),
    "acknowledge": ACKNOWLEDGE,
}
QUESTION: Rules = {
    "cites": _CITES,
    "help": _MARKDOWN,
    "option": StatementRule(read.read_option, several=True),
    "many": StatementRule(read.read_choice, several=True),
    "none": StatementRule(read.read_choice),
    "unsure": StatementRule(read.read_unsure),
    "number": StatementRule(read_measure),
    "money": StatementRule(read_measure),
    "date": StatementRule(read_measure),
    "adds": StatementRule(read.read_adds, several=True),
    "then": StatementRule(read.read_then),
    "acknowledge": ACKNOWLEDGE,
}
_POINTERS: Rules = {
    "contact": StatementRule(read.read_contact, several=True),
    "link": StatementRule(read.read_link, several=True),
}
_INSTRUCTION: Rules = {
    "cites": _CITES,
    "note": _NOTE,
    **dict.fromkeys(read.STRENGTH_WORDS, _DUTY),
    "uses": StatementRule(read.read_uses, several=True),
    **_POINTERS,
    "acknowledge": ACKNOWLEDGE,
}
STEP: Rules = {**_INSTRUCTION, "then": StatementRule(read.read_then_or_next_tree)}
WAIT: Rules = {**_INSTRUCTION, "then": StatementRule(read.read_then)}
OUTCOME: Rules = {**_INSTRUCTION, "then": StatementRule(read.read_next_tree, several=True)}
SHARED: Rules = {
    "note": _NOTE,
    **dict.fromkeys(read.STRENGTH_WORDS, _DUTY),
    **_POINTERS,
    "acknowledge": ACKNOWLEDGE,
}
ROUTE: Rules = {
    "when": StatementRule(read.read_branch, several=True),
    "otherwise": StatementRule(read.read_otherwise),
    "acknowledge": ACKNOWLEDGE,
}
TABLE: Rules = {
    "columns": StatementRule(table.read_columns),
    "first": StatementRule(table.read_first),
    "row": StatementRule(table.read_row, several=True),
    "otherwise": StatementRule(read.read_otherwise),
    "acknowledge": ACKNOWLEDGE,
}
VISIT: Rules = {"adds": StatementRule(read.read_adds, several=True), "acknowledge": ACKNOWLEDGE}
SCENARIO: Rules = {
    "ends": StatementRule(read.read_ends),
    "expects": StatementRule(read.read_expect, several=True),
    "acknowledge": ACKNOWLEDGE,
}
GIVEN = StatementRule(read.read_given, several=True)
FILE: Mapping[str, Rules] = {
    BlockKind.TREE: TREE,
    BlockKind.QUESTION: QUESTION,
    BlockKind.STEP: STEP,
    BlockKind.WAIT: WAIT,
    BlockKind.ROUTE: ROUTE,
    BlockKind.TABLE: TABLE,
    BlockKind.VISIT: VISIT,
    BlockKind.OUTCOME: OUTCOME,
    BlockKind.SHARED: SHARED,
    BlockKind.SCENARIO: SCENARIO,
}
"""What the lines of each kind of block may begin with."""

MARKDOWN_KEYWORDS = tuple(
    dict.fromkeys(
        word for rules in FILE.values() for word, rule in rules.items() if isinstance(rule, MarkdownRule)
    )
)
"""The keywords that stand alone, with Markdown beneath them."""

KEYWORDS = {kind: tuple(FILE[kind]) for kind in BlockKind}
"""The words that a block begins with, and those that the lines beneath it begin with."""
