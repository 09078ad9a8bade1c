"""What a policy says of itself, as the table that a Word document of it begins with."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.policy.document import ColumnAlignment
from clausetree.policy.policy import Policy
from clausetree.render.word.lines import Look, Row, Run

_SIDES = (ColumnAlignment.UNSET, ColumnAlignment.UNSET)


def head_of(policy: Policy) -> Iterator[Row]:
    """Yield its rows: what is said, and its name, which an import knows it by."""
    said = {
        "Version": policy.version,
        "Owner": policy.owner,
        "Approved by": policy.approved_by,
        "Approved": policy.approved,
        "First implemented": policy.first_implemented,
        "Reviewed": policy.reviewed,
        "Next review": policy.next_review,
    }
    for at, (name, value) in enumerate((name, value) for name, value in said.items() if value):
        strong = frozenset({Look.STRONG})
        yield Row(((Run(name, strong),), (Run(value),)), _SIDES, first=not at)
