"""Kinds of odd Markdown that readers have differed about: each is read as its file says, or told.

Beside each case stands what it says, a line for each piece: what it is, the number that is printed before it,
its anchor, its words. ¶ stands between two paragraphs of one item, and ¦ between two cells. Where a case is not
read, the whole message stands there. It is what an author means, or else what Markdown makes of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.report.diagnostic import Severity
from clausetree.report.text import to_text

from .compared import parsed, tried
from .document_pieces import pieces_of_document
from .piece import shown

CASES = sorted((Path(__file__).resolve().parents[1] / "cases" / "readings").glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_policy_is_read_as_it_is_meant_or_told(case: Path) -> None:
    text, expected = (path.read_text(encoding="utf-8") for path in (case, case.with_suffix(".txt")))
    policy, told = parsed(text, case.name)
    wrong = [to_text(one) for one in told if one.severity is Severity.ERROR]
    assert policy is not None
    assert ("\n".join(wrong) or shown(pieces_of_document(policy.document))) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_everything_made_of_it_says_the_same(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    assert tried(text, printed=True).differences == ()


def test_half_of_the_kinds_are_read_and_some_are_told() -> None:
    refused = [case.stem for case in CASES if tried(case.read_text(encoding="utf-8")).refused]
    assert 10 < len(refused) < len(CASES) / 2
