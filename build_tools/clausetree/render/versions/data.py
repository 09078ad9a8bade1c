"""Policies as data for other systems: eLearning, attestation, spreadsheets."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from clausetree.history.lock import History, Record
from clausetree.history.past import Past
from clausetree.policy.citing.citations import names_of
from clausetree.policy.clause import Clause, Standing
from clausetree.policy.policy import Policy
from clausetree.render.versions.versions import copy_address

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
    "status",
    "first_version",
    "words_since",
    "withdrawn_in",
    "successors",
    "url",
    "permanent_url",
    "text",
    "sha256",
    "names",
)

type Pasts = Mapping[str, Past]
"""What was published of each policy, by its id."""


def clauses_json(policies: Iterable[Policy], base: str, pasts: Pasts = MappingProxyType({})) -> Iterator[str]:
    """Yield every anchor of every policy, in reading order; those that were withdrawn come last.

    `base` is the site's address, ending in a slash; empty, the addresses are relative to the site.
    A withdrawn clause has its last words. `names` is what each of the others is called, for those who search.
    """
    # Row by row: large sites have thousands, and their words need not be in memory twice.
    yield '{\n  "clauses": ['
    between = "\n    "
    for row in (row for policy in policies for row in _clause_rows(policy, base, pasts)):
        yield between + _json(row).rstrip("\n").replace("\n", "\n    ")
        between = ",\n    "
    yield "]\n}\n" if between == "\n    " else "\n  ]\n}\n"


def clauses_csv(policies: Iterable[Policy], base: str, pasts: Pasts = MappingProxyType({})) -> Iterator[str]:
    """Yield the same as `clauses_json` as a table.

    It begins with a byte order mark: without it a spreadsheet program takes UTF-8 for something
    else and spoils every curly quotation mark.
    """
    written: list[str] = []
    writer = csv.DictWriter(_Lines(written), _COLUMNS, lineterminator="\r\n")
    yield "\ufeff"
    writer.writeheader()
    for row in (row for policy in policies for row in _clause_rows(policy, base, pasts)):
        yield from written
        written.clear()
        writer.writerow(row)
    yield from written


class _Lines:
    """What the writer of a table takes for a file."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def write(self, line: str) -> None:
        self._lines.append(line)


def policies_json(policies: Iterable[Policy]) -> str:
    """Return which policies there are, each with its version and the address of its page."""
    rows = [{"id": p.id, "title": p.title, "version": p.version, "page": p.page} for p in policies]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def previews_json(policy: Policy) -> str:
    """Return the words of every clause by its anchor, for a page that shows them beside a link.

    A clause that goes on in a list ("they should:") has the words of its items.
    """
    words = {c.anchor: {"label": c.label, "text": c.text, **_items(policy, c)} for c in policy.clauses}
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
    with_statement = {"statement": statement} if statement else {}
    about = {**_about(policy, base), "permanent_url": base + pinned.page, **with_statement}
    return _json({**about, "clauses": covered})


def _items(policy: Policy, clause: Clause) -> dict[str, list[str]]:
    """The items of a list, and those of the lists within it, in reading order."""
    above = {clause.anchor}
    found: list[str] = []
    for item in policy.clauses:
        if item.parent in above:
            above.add(item.anchor)
            found.append(item.text)
    return {"items": found} if found else {}


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


def _clause_rows(policy: Policy, base: str, pasts: Pasts) -> Iterator[dict[str, str | None]]:
    past = pasts.get(policy.id, Past(History(policy.id)))
    records = past.history.records()
    for clause in policy.clauses:
        yield _clause_row(policy, clause, base, records.get(clause.anchor), policy.version)
    for record in past.history.withdrawn():
        found = past.last_words(record.anchor)
        if found is not None:
            yield _clause_row(policy, found[1], base, record, found[0])


def _clause_row(
    policy: Policy, clause: Clause, base: str, record: Record | None, version: str
) -> dict[str, str | None]:
    """`version` is the one that has these words: the present one, or the last that had the clause."""
    pinned = f"{base}{copy_address(policy, version)}#{clause.anchor}" if record else None
    return {
        "policy": policy.id,
        "version": version,
        "anchor": clause.anchor,
        "kind": clause.kind.value,
        "standing": clause.standing.value,
        "number": clause.number,
        "label": clause.label,
        "section": clause.section,
        "parent": clause.parent,
        "status": "withdrawn" if record and record.withdrawn else "in force",
        "first_version": record.first if record else None,
        "words_since": record.changed if record else None,
        "withdrawn_in": record.withdrawn if record else None,
        "successors": " ".join(record.successors) or None if record else None,
        "url": base + policy.url(clause),
        "permanent_url": pinned,
        "text": clause.text,
        "sha256": clause.digest,
        # The names of a clause that is no more are those of others by now.
        "names": None if record and record.withdrawn else " ".join(names_of(clause)) or None,
    }


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
