"""A policy as the source of a printed document, in Typst's language: a pure function of its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausetree.policy.clause import ClauseKind
from clausetree.policy.document import Block, Heading
from clausetree.policy.policy import Policy
from clausetree.render.policy.ids import ids_of, notes_of
from clausetree.render.policy.words_written import Address
from clausetree.render.typst.blocks import Blocks
from clausetree.render.typst.frame import COLUMN, frame, imprint_of
from clausetree.render.typst.inline import Wording, has_letters
from clausetree.render.typst.strings import string
from clausetree.render.typst.widths import width

_WIDEST = 5.4
"""Numbers that are wider do not make the column wide for all: their words begin behind them."""


def to_typst(policy: Policy, address: Address, pictures: Mapping[str, str]) -> str:
    """Return the document. `pictures` maps the source of each picture that there is to its path for Typst.

    The words of one that is not there are printed in its place.
    """
    blocks, ids = policy.document.blocks, ids_of(policy)
    wording = Wording(address, frozenset(ids.values()), notes_of(policy, ids), pictures)
    writer = Blocks(policy.by_key(), ids, wording)
    title = [] if _begins_with_title(blocks) else [writer.heading(1, f"#{string(policy.title or policy.id)};")]
    words = "\n\n".join([*title, writer.write(blocks)])
    return f"{frame(imprint_of(policy), words, _column(policy))}{words}\n"


def _begins_with_title(blocks: Iterable[Block]) -> bool:
    headings = (block for block in blocks if isinstance(block, Heading) and has_letters(block.content))
    first = next(headings, None)
    return first is not None and first.unit.depth == 1


def _column(policy: Policy) -> float:
    """Return how wide the numbers beside the clauses are, in ems, and the space behind them."""
    numbers = (clause.printed for clause in policy.clauses if clause.kind is ClauseKind.CLAUSE)
    wide = (width(number) for number in numbers if len(number) < 2 * _WIDEST)
    return max(COLUMN, *(0.5 + one for one in wide if one <= _WIDEST), COLUMN)
