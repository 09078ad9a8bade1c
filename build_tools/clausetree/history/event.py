"""What happened to an anchor in a version, and the version as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class ChangeKind(Enum):
    """What a version did to an anchor. An anchor that it left alone has no event.

    The values stand in the lock, and in what others read of it.
    """

    ADDED = "added"
    AMENDED = "amended"
    """New words; perhaps a new number too."""
    RENUMBERED = "renumbered"
    """A new number, the same words."""
    WITHDRAWN = "withdrawn"
    """Gone, and never to be used again."""


type Successors = Mapping[str, tuple[str, ...]]
"""Where the matter of each withdrawn anchor went."""


@dataclass(frozen=True, slots=True)
class Event:
    """`number` and `digest` are those after the event; a withdrawn clause keeps its last ones.

    `successors` say where a withdrawn clause's matter went: anchors of the same policy, or
    "policy#anchor" for another's.
    """

    kind: ChangeKind
    anchor: str
    number: str | None
    digest: str
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """One accepted version: where it stood, the digest of its words, and what it did to each anchor.

    `copies` maps the name of each file of its immutable copy to the SHA-256 of the file.
    """

    version: str
    page: str
    digest: str
    events: tuple[Event, ...]
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def withdrawn(self) -> Successors:
        """The anchors that this version withdrew, each with its successors."""
        return {event.anchor: event.successors for event in self.events if event.kind is ChangeKind.WITHDRAWN}
