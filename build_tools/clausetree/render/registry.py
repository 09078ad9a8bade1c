"""Policies as data for other systems: eLearning, attestation, spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from clausetree.policy.clause import Clause, Standing
from clausetree.policy.policy import Policy
from clausetree.render.versions import copy_address

_COLUMNS = (
    "policy",
    "version",
    "anchor",
    "kind",
    "standing",
    "number",
    "label",
    "section",
    "parent",
    "url",
    "text",
    "sha256",
)


def clauses_json(policies: Iterable[Policy], base: str) -> str:
    """Return every anchor of every policy, in reading order.

    `base` is the site's address, ending in a slash; empty, the addresses are relative to the site.
    """
    rows = [_row(policy, clause, base) for policy in policies for clause in policy.clauses]
    return _json({"clauses": rows})


def clauses_csv(policies: Iterable[Policy], base: str) -> str:
    """Return the same as `clauses_json` as a table.

    It begins with a byte order mark: without it a spreadsheet program takes UTF-8 for something
    else and spoils every curly quotation mark.
    """
    table = io.StringIO()
    writer = csv.DictWriter(table, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_row(policy, clause, base) for policy in policies for clause in policy.clauses)
    return "\ufeff" + table.getvalue()


def policies_json(policies: Iterable[Policy]) -> str:
    """Return which policies there are, each with its version and the address of its page."""
    rows = [{"id": p.id, "title": p.title, "version": p.version, "page": p.page} for p in policies]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def previews_json(policy: Policy) -> str:
    """Return the words of every clause by its anchor, for a page that shows them beside a link."""
    words = {c.anchor: {"label": c.label, "text": c.text} for c in policy.clauses}
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n"


def policy_json(policy: Policy, base: str, statement: str = "") -> str:
    """Return what an attestation needs: which policy, which version, and the hashes of its words.

    `sha256` is the policy's digest; `clauses` are those that it covers, in order. `permanent_url`
    leads to words that never change. `statement` is the sentence that people confirm.
    """
    pinned = replace(policy, page=copy_address(policy, policy.version))
    covered = [
        {
            "anchor": c.anchor,
            "label": c.label,
            "url": base + policy.url(c),
            "permanent_url": base + pinned.url(c),
            "sha256": c.digest,
        }
        for c in policy.clauses
        if c.standing is Standing.NORMATIVE
    ]
    said = {"statement": statement} if statement else {}
    about = {**_about(policy, base), "permanent_url": base + pinned.page, **said}
    return _json({**about, "clauses": covered})


def _about(policy: Policy, base: str) -> dict[str, object]:
    return {
        "id": policy.id,
        "title": policy.title,
        "version": policy.version,
        "owner": policy.owner,
        "approved_by": policy.approved_by,
        "approved": policy.approved,
        "first_implemented": policy.first_implemented,
        "reviewed": policy.reviewed,
        "next_review": policy.next_review,
        "url": base + policy.page,
        "sha256": policy.digest,
    }


def _row(policy: Policy, clause: Clause, base: str) -> dict[str, str | None]:
    return {
        "policy": policy.id,
        "version": policy.version,
        "anchor": clause.anchor,
        "kind": clause.kind.value,
        "standing": clause.standing.value,
        "number": clause.number,
        "label": clause.label,
        "section": clause.section,
        "parent": clause.parent,
        "url": base + policy.url(clause),
        "text": clause.text,
        "sha256": clause.digest,
    }


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
