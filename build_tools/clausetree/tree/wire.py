"""A procedure as data that a browser, or another program, can read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from clausetree.tree import condition, model
from clausetree.tree.scalar import Scale
from clausetree.tree.strength import Strength

FORMAT = 1
"""Raised when a reader of the data would have to change."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The policy that a tree was drawn from: which words, exactly."""

    policy: str
    title: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a cited clause, and the page they stand on, from the root of the site."""

    label: str
    html: str
    href: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """A tree with what it cites (by anchor): all that a page or a browser needs to show it.

    `terms` maps the words that the policy gives a meaning to the page that says it, from the root of
    the site.
    """

    tree: model.Tree
    edition: Edition
    quotes: Mapping[str, Quote]
    terms: Mapping[str, str]


_TYPES: Mapping[str, Any] = {
    cls.__name__: cls
    for cls in (
        *(condition.And, condition.Is, condition.Not, condition.Or),
        *(model.Branch, model.Choice, model.Citation, model.Duty, model.ManyOf, model.OneOf),
        *(model.Option, model.OtherTree, model.Outcome, model.Picked, model.Prose, model.Role),
        *(model.Route, model.Step, model.Tree),
        *(model.Compared, model.Contact, model.Link, model.Measure),
        *(Edition, Quote, Procedure),
    )
}


def to_wire(procedure: Procedure) -> str:
    """Return the procedure as JSON. Every object names its type under "is"."""
    document = {"format": FORMAT, "procedure": _encode(procedure)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def from_wire(text: str) -> Procedure:
    """Return the procedure that `to_wire` wrote. Raises ValueError for anything else."""
    document = json.loads(text)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f"this is not a procedure in format {FORMAT}")
    try:
        procedure = _decode(document["procedure"])
    except (KeyError, TypeError) as broken:
        raise ValueError("this is data, but not a procedure") from broken
    if not isinstance(procedure, Procedure):
        raise ValueError("this is data, but not a procedure")
    return procedure


def _encode(value: Any) -> Any:
    if isinstance(value, Strength | Scale):
        return {"is": type(value).__name__, "value": value.value}
    if is_dataclass(value):
        named = ((f.name, getattr(value, f.name)) for f in fields(value) if f.init)
        return {"is": type(value).__name__} | {k: _encode(v) for k, v in named if v is not None}
    if isinstance(value, tuple):
        return [_encode(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _encode(one) for key, one in value.items()}
    return value


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_decode(one) for one in value)
    if not isinstance(value, dict):
        return value
    parts = {key: _decode(one) for key, one in value.items() if key != "is"}
    match value.get("is"):
        case None:
            return parts
        case "Strength":
            return Strength(parts["value"])
        case "Scale":
            return Scale(parts["value"])
        case name:
            cls = _TYPES[name]
            left_out = {f.name: None for f in fields(cls) if f.init and f.name not in parts}
            return cls(**left_out, **parts)
