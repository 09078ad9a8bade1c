"""What is known of a policy's page while its words are read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Gathered:
    """Words of one run under an `anchor`, or of a block of the site's behind it."""

    anchor: str | None
    kind: str = ""
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class OpenElement:
    """An element that is not closed yet: the anchor that words in it stand under, and whose they are."""

    tag: str = ""
    anchor: str | None = None
    unread: bool = False
    of_site: Gathered | None = None


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What may be shown otherwise, behind its anchor. What is not `inside` stands around the policy."""

    shows: tuple[str | None, str]
    inside: bool
