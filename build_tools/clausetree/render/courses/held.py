"""How much of a procedure its course holds."""

from __future__ import annotations

import json
from dataclasses import dataclass

from clausetree.render.courses.stops import Way


@dataclass(frozen=True, slots=True)
class Held:
    """How much of the conversation a course holds, and how many characters a learning system keeps of it.

    It asks nothing where the procedure `compares` answers: what is shown goes by stretches.
    """

    way: Way
    longest: int
    compares: bool = False


def held(views: str) -> Held:
    """Return what is held by `views`, which `to_views` made."""
    table = json.loads(views)
    return Held(Way(table["way"]), int(table["longest"]), bool(table.get("compares")))
