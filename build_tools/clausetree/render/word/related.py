"""What a part names outside of itself: addresses and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clausetree.render.word.pictures import Shown
from clausetree.render.word.xml import RELATED, part, tag

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(slots=True)
class Related:
    """The targets of a part, in the order in which they were first named. `pictures` are by their sources."""

    pictures: Mapping[str, Shown] = field(default_factory=dict)
    _targets: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Return the id of a target."""
        return self._targets.setdefault((kind, target, outside), f"rId{len(self._targets) + 1}")

    def part(self) -> bytes:
        """Return the part that says them."""
        return relationships((f"{RELATED}/{kind}", target, outside) for kind, target, outside in self._targets)


def relationships(targets: Iterable[tuple[str, str, bool]]) -> bytes:
    """Return a part of relationships: type, target, and whether that is outside of the document."""
    made = []
    for at, (kind, target, outside) in enumerate(targets):
        more = {"TargetMode": "External"} if outside else {}
        made.append(tag("Relationship", Id=f"rId{at + 1}", Type=kind, Target=target, **more))
    return part("Relationships", *made, xmlns=_PACKAGE)
