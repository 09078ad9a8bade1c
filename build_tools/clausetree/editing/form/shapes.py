"""Which shape each line of each kind of block has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausetree.editing.form import asking, telling
from clausetree.editing.form.form import Control
from clausetree.editing.form.shape import Piece, Shape, name_piece, target
from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.keywords import FILE
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.statements import STRENGTH_WORDS
from clausetree.tree.parsing.recovered_blocks import gives_an_answer

_TITLES = {
    BlockKind.TREE: ("Procedure", "Title", "What readers choose this procedure by"),
    BlockKind.QUESTION: ("Question", "Question", "What readers are asked"),
    BlockKind.STEP: ("Step", "Title", "What readers are to do here, in a few words"),
    BlockKind.WAIT: ("Wait", "Title", "What readers wait for"),
    BlockKind.OUTCOME: ("Outcome", "Title", "What readers are told at the end, in a few words"),
    BlockKind.SCENARIO: ("Scenario", "What happens", "A case that you know the end of, in a sentence"),
}
TITLES = {kind: words[0] for kind, words in _TITLES.items()} | {
    BlockKind.ROUTE: "Way on by earlier answers",
    BlockKind.TABLE: "Table of cases",
    BlockKind.VISIT: "Visit to another procedure",
    BlockKind.SHARED: "Lines that stand in several places",
}
"""What a card of each kind is called."""


def _head(kind: BlockKind) -> Shape:
    if kind not in _TITLES:
        return Shape(kind, TITLES[kind], kind, (name_piece(),))
    _, label, hint = _TITLES[kind]
    title = Piece("title", label, hint)
    return Shape(kind, TITLES[kind], kind, (title,) if kind is BlockKind.SCENARIO else (name_piece(), title))


HEADS: Mapping[BlockKind, Shape] = {
    **{kind: _head(kind) for kind in TITLES},
    BlockKind.VISIT: Shape(
        BlockKind.VISIT,
        TITLES[BlockKind.VISIT],
        BlockKind.VISIT,
        (
            name_piece(),
            target("then", "Leads back to", "What comes next", optional=False, lead=("then", "->")),
        ),
    ),
}
"""The first line of each kind of block."""

BODIES: Mapping[BlockKind, Sequence[Shape]] = {
    BlockKind.TREE: asking.TREE,
    BlockKind.QUESTION: asking.QUESTION,
    BlockKind.STEP: telling.STEP,
    BlockKind.WAIT: telling.STEP,
    BlockKind.ROUTE: asking.ROUTE,
    BlockKind.TABLE: (),
    BlockKind.VISIT: asking.VISIT,
    BlockKind.OUTCOME: telling.OUTCOME,
    BlockKind.SHARED: telling.SHARED,
    BlockKind.SCENARIO: telling.SCENARIO,
}
"""The lines of each kind of block, without those that several shapes may have."""

_BY_KEYWORD = {kind: {shape.keyword: shape for shape in body if shape.keyword} for kind, body in BODIES.items()}
LINES = Piece(
    "lines",
    "Lines of the language",
    "What a form cannot show well stands here as it is written",
    control=Control.LINES,
)


def shape_of(kind: BlockKind, tokens: Sequence[Token]) -> Shape | None:
    """Return the shape that a line in a block of this kind seems to have, if any."""
    words = [token.text for token in tokens[:3]]
    if kind is BlockKind.SCENARIO and gives_an_answer(words):
        return BODIES[kind][0]
    keyword = words[0]
    if keyword == "acknowledge":
        return telling.ACKNOWLEDGE
    if keyword not in FILE[kind]:
        return None
    if keyword in STRENGTH_WORDS:
        return telling.DUTY
    return _expects(tokens) if keyword == "expects" else _BY_KEYWORD[kind].get(keyword)


def _expects(tokens: Sequence[Token]) -> Shape:
    words = [token.text for token in tokens if token.kind is not TokenKind.TEXT]
    if words[2:3] == ["is"]:
        return telling.EXPECTS_TOTAL
    what = words[2:3] if words[1:2] == ["not"] else words[1:2]
    return telling.EXPECTS_SHOWN if what and what[0] in set(AsideKind) else telling.EXPECTS_DUTY


def shape_to_add(kind: BlockKind, line: str) -> Shape | None:
    """Return the shape of what can be added to a block of this kind by this name."""
    more = (*telling.EXPECTS, telling.ACKNOWLEDGE) if kind is BlockKind.SCENARIO else (telling.ACKNOWLEDGE,)
    shapes = (*BODIES[kind], *more) if kind is not BlockKind.TABLE else ()
    named = {name_to_add(shape): shape for shape in shapes}
    return named.get(line)


def name_to_add(shape: Shape) -> str:
    """Return by what name a line of this shape is added."""
    match shape:
        case telling.EXPECTS_SHOWN:
            return "expects shown"
        case telling.EXPECTS_TOTAL:
            return "expects total"
        case _:
            return shape.kind


def addable(kind: BlockKind) -> tuple[Shape, ...]:
    """Return the lines that can be added to a block of this kind, in their order."""
    more = telling.EXPECTS if kind is BlockKind.SCENARIO else ()
    return (*BODIES[kind], *more)


def rank(kind: BlockKind, shape: Shape) -> int:
    """Return where among the lines of its block a line of this shape stands by custom."""
    keyword = shape.keyword or (STRENGTH_WORDS[0] if shape is telling.DUTY else "")
    order = list(FILE[kind])
    return order.index(keyword) if keyword in order else -1
