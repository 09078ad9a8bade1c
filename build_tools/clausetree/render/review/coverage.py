"""Clauses and the trees that cite them: for a policy owner to read, and for other programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Sequence

from clausetree.policy.policy import Policy
from clausetree.tree.binding.coverage import Coverage

COLUMNS = ("policy", "anchor", "clause", "binds", "trees", "words")
_WORDS = 90


def to_text(policy: Policy, rows: Sequence[Coverage]) -> str:
    """Return which binding clauses no tree cites, those that may bind, and which trees cite which clauses."""
    binding = [row for row in rows if row.binding]
    missing = [row for row in binding if row.open]
    cited = [row for row in rows if row.trees]
    left = f"{len(missing)} of them are cited by no tree." if missing else "Each is cited by a tree."
    bound = f"{len(binding)} clauses oblige somebody. {left}"
    parts = [f"{policy.title}, version {policy.version}\n\n{bound}\n"]
    if missing:
        parts.append(
            "Cited by no tree\n"
            + "".join(f"- {_clause_label(row)} ({_verbs(row)}): {_clause_beginning(row)}\n" for row in missing)
        )
    unclear = [row for row in rows if row.to_look_at]
    if unclear:
        parts.append(
            "May oblige: look. These too are cited by no tree\n"
            + "".join(f"- {_clause_label(row)}: {_clause_beginning(row)}\n" for row in unclear)
        )
    if cited:
        parts.append("Cited\n" + "".join(f"- {_clause_label(row)}: {', '.join(row.trees)}\n" for row in cited))
    return "\n".join(parts)


def to_csv(policies: Sequence[tuple[Policy, Sequence[Coverage]]]) -> str:
    """Return a row for every clause; several verbs or trees are parted by semicolons."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for policy, rows in policies:
        for row in rows:
            verbs = "; ".join(verb.value for verb in row.binding)
            writer.writerow(
                (policy.id, row.clause.anchor, _clause_label(row), verbs, "; ".join(row.trees), row.clause.text)
            )
    return file.getvalue()


def to_json(policies: Sequence[tuple[Policy, Sequence[Coverage]]]) -> str:
    """Return the same as one JSON object."""
    clauses = [
        {
            "policy": policy.id,
            "anchor": row.clause.anchor,
            "clause": _clause_label(row),
            "binds": [verb.value for verb in row.binding],
            "trees": list(row.trees),
            "words": row.clause.text,
        }
        for policy, rows in policies
        for row in rows
    ]
    return json.dumps({"format": 1, "clauses": clauses}, ensure_ascii=False, indent=2) + "\n"


def _clause_label(row: Coverage) -> str:
    return row.clause.label or f"`{row.clause.anchor}`"


def _verbs(row: Coverage) -> str:
    return ", ".join(verb.value for verb in row.binding)


def _clause_beginning(row: Coverage) -> str:
    return textwrap.shorten(row.clause.text, _WORDS, placeholder=" …")
