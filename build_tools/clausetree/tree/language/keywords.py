"""Which keywords there are: what each block may hold, and how a line of each is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clausetree.tree.language import statements as read
from clausetree.tree.language.line import Line


@dataclass(frozen=True, slots=True)
class Rule:
    """How a line of one keyword is read, and whether a block may have several such lines."""

    read: Callable[[Line], object]
    several: bool = False


MARKDOWN = Rule(lambda line: line.read())
"""The keyword alone; its Markdown stands beneath it."""

ACKNOWLEDGE = Rule(read.read_acknowledge, several=True)
"""In every block: it speaks of the line above it."""

_CITES = Rule(read.read_cites, several=True)
_DUTY = Rule(read.read_duty, several=True)
TREE = {
    "policy": Rule(read.read_policy),
    "basis": Rule(read.read_basis),
    "start": Rule(read.read_start),
    "about": MARKDOWN,
    "role": Rule(read.read_role, several=True),
    "acknowledge": ACKNOWLEDGE,
}
QUESTION = {
    "cites": _CITES,
    "help": MARKDOWN,
    "option": Rule(read.read_option, several=True),
    "many": Rule(read.read_choice, several=True),
    "none": Rule(read.read_choice),
    "number": Rule(read.read_measure),
    "date": Rule(read.read_measure),
    "then": Rule(read.read_then),
    "acknowledge": ACKNOWLEDGE,
}
_SAID = {
    "cites": _CITES,
    "note": MARKDOWN,
    **dict.fromkeys(read.STRENGTH_WORDS, _DUTY),
    "acknowledge": ACKNOWLEDGE,
}
STEP = {**_SAID, "then": Rule(read.read_then)}
OUTCOME = {
    **_SAID,
    "contact": Rule(read.read_contact, several=True),
    "link": Rule(read.read_link, several=True),
    "then": Rule(read.read_next_tree),
}
ROUTE = {
    "when": Rule(read.read_branch, several=True),
    "otherwise": Rule(read.read_otherwise),
    "acknowledge": ACKNOWLEDGE,
}
VISIT = {"acknowledge": ACKNOWLEDGE}
SCENARIO = {
    "ends": Rule(read.read_ends),
    "expects": Rule(read.read_expect, several=True),
    "acknowledge": ACKNOWLEDGE,
}
GIVEN = Rule(read.read_given, several=True)
FILE = {
    "tree": TREE,
    "question": QUESTION,
    "step": STEP,
    "route": ROUTE,
    "visit": VISIT,
    "outcome": OUTCOME,
    "scenario": SCENARIO,
}

MARKDOWN_KEYWORDS = ("about", "help", "note")
"""The keywords that stand alone, with Markdown beneath them."""

KEYWORDS = {block: tuple(rules) for block, rules in FILE.items()}
"""The words that a block begins with, and those that the lines beneath it begin with."""
