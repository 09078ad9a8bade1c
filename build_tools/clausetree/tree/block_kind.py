"""What kinds of block a file consists of."""

from __future__ import annotations

from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is. The value is the word that its first line begins with."""

    TREE = "tree"
    QUESTION = "question"
    STEP = "step"
    ROUTE = "route"
    TABLE = "table"
    VISIT = "visit"
    OUTCOME = "outcome"
    SHARED = "shared"
    SCENARIO = "scenario"
