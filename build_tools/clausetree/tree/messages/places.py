"""Where a line belongs that stands in the wrong block, and what to write for a word of another language."""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.tree.block_kind import BlockKind
from clausetree.tree.messages.examples import EXAMPLES
from clausetree.tree.messages.phrasing import any_of, block_phrase, listed
from clausetree.tree.recovery.other_words import Purpose, blocks_with, is_keyword, purpose_of
from clausetree.tree.strength import Strength

_DUTIES = frozenset(strength.value.split()[0] for strength in Strength)
_ANSWERS = ("option", "many", "none", "number", "money", "date")
_STEP = "Put it into a step, a wait or an outcome that an answer leads to."
_ADVICE = {
    **dict.fromkeys((*_DUTIES, "uses"), _STEP),
    **dict.fromkeys(("contact", "link"), "Put it into the step, the wait or the outcome that this leads to."),
    **dict.fromkeys(_ANSWERS, 'If this is to be answered, make the block a question: question NAME "WORDS"'),
    **dict.fromkeys(
        ("policy", "basis", "start", "role", "fact", "about"), "Put it beneath the first line of the file."
    ),
    **dict.fromkeys(("ends", "expects"), "Put it into a scenario, at the end of the file."),
    "when": 'A duty has its condition at the end of its line: must you "…" (2.4) when QUESTION is OPTION',
    "otherwise": "Put it into the one that it belongs to.",
    "then": "Here the lines say themselves where they lead, with an arrow.",
    "cites": "Cite the clause there.",
}
_IN_ITS_PLACE: Mapping[tuple[str, BlockKind | None], str] = {
    ("help", BlockKind.STEP): "In a step, these words stand beneath `note`.",
    ("help", BlockKind.WAIT): "In a wait, these words stand beneath `note`.",
    ("help", BlockKind.OUTCOME): "In an outcome, these words stand beneath `note`.",
    ("help", BlockKind.TREE): "Of a tree, these words stand beneath `about`.",
    ("note", BlockKind.QUESTION): "In a question, these words stand beneath `help`.",
    ("note", BlockKind.TREE): "Of a tree, these words stand beneath `about`.",
    ("about", BlockKind.QUESTION): "In a question, these words stand beneath `help`.",
    ("about", BlockKind.STEP): "In a step, these words stand beneath `note`.",
    ("about", BlockKind.WAIT): "In a wait, these words stand beneath `note`.",
    ("about", BlockKind.OUTCOME): "In an outcome, these words stand beneath `note`.",
    ("link", BlockKind.QUESTION): "In `help`, a link is written among the words: [the guidance](https://…)",
    (
        "contact",
        BlockKind.QUESTION,
    ): "Put it into a step, a wait or an outcome that an answer leads to, or say it beneath `help`.",
    ("then", BlockKind.ROUTE): "In a route, each `when` and `otherwise` says itself where it leads.",
    **dict.fromkeys(
        ((word, None) for word in ("policy", "basis", "start", "role", "fact", "about")),
        'Above it stands the first line of the file: tree NAME "TITLE"',
    ),
    ("then", BlockKind.TREE): "A tree begins where `start` says: start NAME",
}
_KINDS = (
    "A question takes `option` (one answer), `many` and `none` (several), `number`, `money`, "
    "`date` or `date and time`."
)
_FREE = (
    "What is typed freely decides nothing, so no question asks for it. Offer answers with `option`; what is to "
    "be written down, say in a duty or a `note`."
)
_ADVICE_BY_PURPOSE = {
    Purpose.TIME: (
        "Write `date and time` with its bounds, which are days: date and time 2020-01-01 to 2030-12-31. "
        'Or offer answers: option early "Before 9:00" -> NODE'
    ),
    Purpose.FREE: _FREE,
    Purpose.REACH: f"Whom to turn to stands in a step, a wait or an outcome: {EXAMPLES['contact']}",
    Purpose.FILE: "Nothing is handed in here. Say in a duty what is to be kept, and where.",
    Purpose.MONEY: f"Write `money` with its bounds: {EXAMPLES['money']}",
    Purpose.PART: 'Write `number`. Its bounds say how many decimal places there are: number 0.0 to 100.0 "%"',
    Purpose.WHOLE: f"Write `number` with its bounds: {EXAMPLES['number']}",
    Purpose.DAY: f"Write `date` with its bounds: {EXAMPLES['date']}",
    Purpose.YEAR: "Ask for a number: number 2020 to 2030. For a whole date, write `date`.",
    Purpose.ONE: 'Write each answer as a line of its own: option yes "Yes" -> NODE',
    Purpose.SEVERAL: 'Write each answer as a line of its own: many child "It could identify a child"',
    Purpose.IF: "A condition begins with `when`: in a route, or at the end of a duty's line.",
    Purpose.UNLESS: "Write `when not (…)`: in a route, or at the end of a duty's line.",
    Purpose.ELSE: "Write `otherwise`, in a route or a table: otherwise -> NODE",
    Purpose.MUST: f"Write `must`, in a step, a wait or an outcome: {EXAMPLES['must']}",
    Purpose.MUST_NOT: 'Write `must not`, in a step, a wait or an outcome: must not you "Answer the post" (2.4)',
    Purpose.MAY: f"Write `may`, in a step, a wait or an outcome: {EXAMPLES['may']}",
    Purpose.SHOULD: f"Write `should` or `should not`, in a step, a wait or an outcome: {EXAMPLES['should']}",
    Purpose.GO: "Write `then`, with an arrow: then -> NODE",
    Purpose.WORDS: "Write `help` in a question, `note` in a step, a wait or an outcome, and the words beneath.",
    Purpose.TITLE: "The title stands on the first line of the block, behind its name, in quotation marks.",
    Purpose.CITES: f"Write `cites`: {EXAMPLES['cites']}",
    Purpose.WAIT: f"Where the reader stops and comes back later, begin a block: {EXAMPLES['wait']}",
    Purpose.END: "Only an outcome ends a path: lead to one with an arrow.",
}
_OF_QUESTIONS = frozenset(
    (
        *(Purpose.TIME, Purpose.FREE, Purpose.FILE, Purpose.MONEY, Purpose.PART, Purpose.WHOLE),
        *(Purpose.DAY, Purpose.YEAR, Purpose.ONE, Purpose.SEVERAL),
    )
)
"""What only a question can ask for."""


def where_it_belongs(found: str, inside: BlockKind | None, allowed: tuple[str, ...]) -> str:
    """Return what to do about a line `inside` a block (None: the file) that has no such lines."""
    purpose = purpose_of(found)
    if is_keyword(found):
        return _block_advice(found, inside, allowed)
    if purpose is None or inside is None:
        return f"Begin the line with {any_of(allowed)}."
    if purpose is Purpose.REACH and inside is BlockKind.QUESTION:
        return f"{_KINDS} {_FREE}"
    if purpose in _OF_QUESTIONS:
        return f"{_KINDS} {_ADVICE_BY_PURPOSE[purpose]}"
    return _ADVICE_BY_PURPOSE[purpose]


def _block_advice(found: str, inside: BlockKind | None, allowed: tuple[str, ...]) -> str:
    if not blocks_with(found):
        return f"`{found}` begins a block of its own, at the left margin."
    names = listed([block_phrase(kind) for kind in blocks_with(found)], "or")
    advice = _IN_ITS_PLACE.get((found, inside)) or _ADVICE.get(found, f"Begin the line with {any_of(allowed)}.")
    return f"`{found}` stands in {names}. {advice}"
