"""A released version as data: what was written is read again, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from clausetree.history.released import from_record, to_record
from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.policy import Policy

CLAUSE = Clause("c1-1", ClauseKind.CLAUSE, "1.1", "", "Be kind.", "Be kind.", None, None)
POLICY = Policy("p", "P", "1.0", "O", "", "today", "", "", "", "policy/p/", (CLAUSE,))
RECORD = to_record(POLICY, {"c1-2": ("c1-1",)})


def test_what_was_written_is_read_again() -> None:
    assert from_record(RECORD) == (POLICY, {"c1-2": ("c1-1",)})


@pytest.mark.parametrize(
    "change",
    [
        *({"format": 2}, {"clauses": None}, {"clauses": [{}]}, {"clauses": ["c1-1"]}, {"withdrawn": []}),
        *({"withdrawn": {"c1-2": None}}, {"clauses": [{"kind": "chapter", "standing": "normative"}]}),
    ],
)
def test_what_is_no_released_version_is_refused(change: Mapping[str, object]) -> None:
    with pytest.raises(ValueError, match=r"released version|is not a valid"):
        from_record(json.dumps({**json.loads(RECORD), **change}))


@pytest.mark.parametrize("text", ["[]", "null", "{}", RECORD.replace('"title"', '"name"')])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="released version"):
        from_record(text)
