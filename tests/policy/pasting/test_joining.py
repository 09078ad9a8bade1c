"""An item right below another one in a paste begins where the words above end in "and", in any language."""

from __future__ import annotations

import pytest

from clausetree.policy.pasting.pasted import laid_out


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("a) rope and", True),
        ("a) Seile und", True),
        ("a) cordes et", True),
        ("a) cordas ou", True),
        ("a) rhaffau neu", True),
        ("a) liny oraz", True),
        ("a) rope  ", True),
        ("a) rope\\", True),
        ("a) rope, as told in paragraph", False),
        ("a) a band", False),
        ("a) Hund", False),
    ],
)
def test_an_item_begins_where_the_line_above_has_ended(line: str, ends: bool) -> None:
    text = laid_out(f"# Rules\n\n1.1 Bring:\n\n{line}\nb) lamps.\n")
    assert ("\n\nb) lamps." in text) is ends
