"""A released version as data, so that reading it later depends on no reader of Markdown."""

from __future__ import annotations

import json
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from clausetree.history.event import Successors
from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.policy import Policy

FORMAT = 1

_PLACES = ("span", "printed", "key", "depth")
_CLAUSE = tuple(field.name for field in fields(Clause) if field.name not in _PLACES)
# The terms are an index to the words, and no words of the policy: a copy does without, and without what words
# mean to trees. Its document is read from the Markdown beside it.
_NOT_ABOUT = ("clauses", "terms", "document", "language", "numbers", "binds")
_POLICY = tuple(field.name for field in fields(Policy) if field.name not in _NOT_ABOUT)


def to_record(policy: Policy, withdrawn: Successors = MappingProxyType({})) -> str:
    """Return the policy as JSON, a clause a line, with what this version withdrew."""
    about = {"format": FORMAT} | {name: getattr(policy, name) for name in _POLICY}
    about |= {"language": policy.language} if policy.language != "en" else {}
    about |= {"withdrawn": {anchor: list(now) for anchor, now in withdrawn.items()}} if withdrawn else {}
    lines = [json.dumps(_as_json(clause), ensure_ascii=False) for clause in policy.clauses]
    opening = json.dumps(about, ensure_ascii=False, indent=1)[:-2]
    return f'{opening},\n "clauses": [\n' + ",\n".join(lines) + "\n]}\n"


def from_record(text: str) -> tuple[Policy, Successors]:
    """Return what `to_record` wrote: the policy, and each anchor that the version withdrew.

    Raises ValueError for anything else.
    """
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"this is not a released version in format {FORMAT}")
    try:
        withdrawn = {anchor: tuple(now) for anchor, now in data.get("withdrawn", {}).items()}
        return _policy_from(data), withdrawn
    except (AttributeError, LookupError, TypeError) as error:
        raise ValueError(f"this is not a whole released version: {error!r}") from error


def _policy_from(data: dict[str, Any]) -> Policy:
    about: dict[str, Any] = {name: str(data[name]) for name in _POLICY}
    clauses = tuple(_clause_from(entry) for entry in data["clauses"])
    return Policy(**about, clauses=clauses, language=str(data.get("language", "en")))


def _as_json(clause: Clause) -> dict[str, str | None]:
    values = {name: getattr(clause, name) for name in _CLAUSE}
    return {**values, "kind": clause.kind.value, "standing": clause.standing.value}


def _clause_from(entry: dict[str, Any]) -> Clause:
    read = {"kind": ClauseKind(entry["kind"]), "standing": Standing(entry["standing"])}
    if entry["html"] == entry["text"]:  # as most are: so that nothing is kept twice
        read["html"] = entry["text"]
    return Clause(**{name: entry[name] for name in _CLAUSE} | read)
