"""What anchors and clause numbers look like, for those that know them by this name."""

from __future__ import annotations

from clausetree.policy.numbers.anchors import (
    anchor_of_number,
    anchor_of_words,
    is_anchor,
    is_numbered_anchor,
    number_of_anchor,
    tidied,
    unused,
)
from clausetree.policy.numbers.forms import split_number

__all__ = [
    "anchor_of_number",
    "anchor_of_words",
    "is_anchor",
    "is_numbered_anchor",
    "number_of_anchor",
    "split_number",
    "tidied",
    "unused",
]
