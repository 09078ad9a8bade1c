"""A procedure as data that a browser, or another program, can read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from clausetree.tree import condition, model
from clausetree.tree.again import folded, unrolled
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import DateScale, NumberScale
from clausetree.tree.strength import Strength

FORMAT = 6
"""Raised when a reader of the data would have to change."""

_PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Edition:
    """A policy that a tree rests on: which words, exactly."""

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
    """A tree with what it cites (by policy and anchor): all that a page or a browser needs to show it.

    `edition` is of the policy that it was drawn from, and `others` are those of further policies that it cites.
    `terms` maps the words that these give a meaning to the page that says it, from the root of
    the site. `calendar` has the working days that its deadlines are counted by, if it has any. `today` is the
    day of whoever reads, where it is known.
    """

    tree: model.Tree
    edition: Edition
    quotes: Mapping[str, Mapping[str, Quote]]
    terms: Mapping[str, str]
    calendar: Calendar | None = None
    today: int | None = None
    others: tuple[Edition, ...] = ()

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Those of all policies that it rests on, its own first."""
        return (self.edition, *self.others)

    def quote(self, cite: model.Citation) -> Quote:
        """Return the words of a clause that it cites. Raises KeyError for one that it does not."""
        return self.quotes[cite.policy][cite.anchor]


_ENUMS: Mapping[str, type[Enum]] = {cls.__name__: cls for cls in (model.Basis, DateScale, Sign, Strength, Unit)}
_TYPES: Mapping[str, Any] = {
    cls.__name__: cls
    for cls in (
        *(condition.And, condition.Is, condition.Named, condition.Not, condition.Or),
        *(model.Again, model.Branch, model.Choice, model.Citation, model.Duty, model.ManyOf, model.OneOf),
        *(model.Option, model.OtherTree, model.Outcome, model.Picked, model.Prose, model.Role),
        *(model.Route, model.Step, model.Tree),
        *(model.Compared, model.Contact, model.Link, model.Measure, model.Note, NumberScale),
        *(model.Ordered, model.Points, model.Total, model.Unsure),
        *(Calendar, model.Deadline, Period),
        *(Edition, Quote, Procedure),
    )
}
_LEFT_OUT: Mapping[str, Mapping[str, Any]] = {
    name: {
        field.name: () if str(field.type).startswith("tuple[") else None
        for field in fields(cls)
        if str(field.type).startswith("tuple[") or str(field.type).endswith("| None")
    }
    for name, cls in _TYPES.items()
}
"""The fields of each type that are left out where there is nothing in them, and what that is."""


@dataclass(frozen=True, slots=True)
class Wire:
    """A procedure as JSON, and the `digest` that tells it from any other, and from what it was before.

    A page says of which digest it was made, so that nobody goes on with it from the data of another.
    """

    text: str
    digest: str


def to_wire(procedure: Procedure) -> Wire:
    """Return the procedure as JSON. Every object names its type under "is"; a member of an enum has a "value".

    A mapping is an object of the type "pairs", in the order of its keys: so no name that an author chose can be
    taken for a type. The digest is the first 16 figures of the SHA-256 of all but itself: another format is
    another digest.
    """
    # Readers' browsers are sent no more of Python than what they run, and this runs when a site is made.
    from hashlib import sha256  # noqa: PLC0415

    # What readers go through again is sent once.
    drawn = replace(procedure, tree=folded(procedure.tree))
    document = {"format": FORMAT, "procedure": _encode(drawn)}
    digest = sha256(_json(document).encode()).hexdigest()[:16]
    return Wire(_json({**document, "digest": digest}) + "\n", digest)


def from_wire(text: str) -> Procedure:
    """Return the procedure of a wire's text.

    Raises ValueError for what is no JSON, is written in another format, or has other types and fields than a
    procedure. What a field has in it is taken as it is.
    """
    document = json.loads(text)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f"this is not a procedure in format {FORMAT}")
    try:
        procedure = _decode(document["procedure"])
    except (AttributeError, KeyError, TypeError) as broken:
        raise ValueError("this is data, but not a procedure") from broken
    if not isinstance(procedure, Procedure):
        raise ValueError("this is data, but not a procedure")
    return replace(procedure, tree=unrolled(procedure.tree)) if procedure.tree.again else procedure


def calendar_text(calendar: Calendar | None) -> str:
    """Return a calendar as JSON, for who has no list of holidays to make it from again."""
    return _json(_encode(calendar))


def calendar_in(text: str) -> Calendar | None:
    """Return the calendar of such a text. Raises ValueError where it is none."""
    calendar = _decode(json.loads(text))
    if not isinstance(calendar, Calendar | None):
        raise ValueError("this is data, but not a calendar")
    return calendar


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _encode(value: Any) -> Any:
    if isinstance(value, Enum):
        return {"is": type(value).__name__, "value": value.value}
    if is_dataclass(value):
        named = ((f.name, getattr(value, f.name)) for f in fields(value) if f.init)
        return {"is": type(value).__name__} | {k: _encode(v) for k, v in named if v is not None and v != ()}
    if isinstance(value, tuple):
        return [_encode(one) for one in value]
    if isinstance(value, Mapping):
        return {"is": _PAIRS, "pairs": [[key, _encode(value[key])] for key in sorted(value)]}
    return value


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_decode(one) for one in value)
    if not isinstance(value, dict):
        return value
    named = {key: _decode(one) for key, one in value.items() if key != "is"}
    match value["is"]:
        case str(name) if name == _PAIRS:
            return dict(named["pairs"])
        case name if name in _ENUMS:
            return _ENUMS[name](named["value"])
        case name:
            return _TYPES[name](**{**_LEFT_OUT[name], **named})
